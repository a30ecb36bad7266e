import type { IncidentalRow, IncidentalTable } from '../../knowledge/index.ts';
import type { Lesion } from '../../text/index.ts';

/** What a table asks of the person. */
export interface Bearer {
  /** NaN when the age is not known: then only rows and tables for any age fit. */
  readonly ageYears: number;
  readonly sex?: 'female' | 'male';
  /** Whether a finding is present. */
  readonly has: (finding: string) => boolean;
  /** Whether a condition is documented. */
  readonly isKnown: (condition: string) => boolean;
}

/** What published guidance says of one lesion. */
export interface Decision {
  readonly table: IncidentalTable;
  readonly row: IncidentalRow;
  readonly lesion: Lesion;
  /** In millimetres, as the table measures; undefined where no size is told. */
  readonly size?: number;
  /** Traits as told, and the grade that the table gives. */
  readonly traits: readonly string[];
  readonly isHighRisk: boolean;
}

/** The first row of a table that fits a lesion of a person; undefined where the table does not speak of it. */
export function decide(table: IncidentalTable, lesion: Lesion, bearer: Bearer): Decision | undefined {
  if (!table.kinds.includes(lesion.kind) || table.organ !== lesion.organ) return undefined;
  const { fromAge = 0, toAge = 200, sex, notWith } = table.applies;
  if (bearer.ageYears < fromAge || bearer.ageYears >= toAge || (sex !== undefined && bearer.sex !== sex))
    return undefined;
  if (notWith.some(bearer.has) || table.without?.some((trait) => lesion.traits.includes(trait))) return undefined;
  const size = sizeOf(lesion, table.size);
  const traits = graded(table, lesion.traits);
  const isHighRisk = riskOf(table, traits, bearer);
  const row = table.rows.find((each) => fits(each.when, { lesion, size, traits, isHighRisk, bearer }));
  return row && { table, row, lesion, ...(size === undefined ? {} : { size }), traits, isHighRisk };
}

/** The size as the guidance measures it. "Less than 6 mm" is a little less than 6. */
function sizeOf({ sizesMm, largestMm, isLess }: Lesion, how: IncidentalTable['size']): number | undefined {
  if (largestMm === undefined) return undefined;
  if (isLess) return largestMm - 0.1;
  if (how === 'largest') return largestMm;
  const [first = largestMm, second = first] = [...sizesMm].sort((a, b) => b - a);
  return Math.round((first + second) / 2);
}

function graded({ grading, rows }: IncidentalTable, traits: readonly string[]): readonly string[] {
  if (!grading) return traits;
  const grades = new Set(grading.grades.map(({ is }) => is));
  const isUsed = rows.length > 0 && traits.some((trait) => grades.has(trait));
  if (isUsed || !grading.needs.some((trait) => traits.includes(trait))) return traits;
  const isBenign = grading.benign.some((trait) => traits.includes(trait));
  const points = isBenign
    ? 0
    : grading.groups.reduce((sum, group) => sum + Math.max(0, ...traits.map((trait) => group[trait] ?? 0)), 0);
  const grade = grading.grades.findLast(({ from }) => points >= from);
  return grade ? [...traits, grade.is] : traits;
}

function riskOf({ highRisk }: IncidentalTable, traits: readonly string[], { ageYears, has, isKnown }: Bearer): boolean {
  if (!highRisk) return false;
  return (
    highRisk.traits.some((trait) => traits.includes(trait)) ||
    (highRisk.findings ?? []).some(has) ||
    (highRisk.conditions ?? []).some(isKnown) ||
    (highRisk.fromAge !== undefined && ageYears > highRisk.fromAge)
  );
}

interface Facts {
  readonly lesion: Lesion;
  readonly size: number | undefined;
  readonly traits: readonly string[];
  readonly isHighRisk: boolean;
  readonly bearer: Bearer;
}

function fits(when: IncidentalRow['when'], { lesion, size, traits, isHighRisk, bearer }: Facts): boolean {
  const { kinds, all = [], any = [], none = [], multiple, risk, change, withFinding, sex, fromAge, toAge } = when;
  if (kinds && !kinds.includes(lesion.kind)) return false;
  if (!all.every((trait) => traits.includes(trait)) || none.some((trait) => traits.includes(trait))) return false;
  if (any.length > 0 && !any.some((trait) => traits.includes(trait))) return false;
  if (multiple !== undefined && multiple !== lesion.isMultiple) return false;
  if (risk !== undefined && (risk === 'high') !== isHighRisk) return false;
  if (change && !change.some((each) => each === lesion.change)) return false;
  if (withFinding && !withFinding.some(bearer.has)) return false;
  if (sex !== undefined && bearer.sex !== sex) return false;
  // Of one whose age is not known, no row for an age can be said to fit.
  if (fromAge !== undefined && !(bearer.ageYears >= fromAge)) return false;
  if (toAge !== undefined && !(bearer.ageYears < toAge)) return false;
  return isWithin(size, when) && isAttenuated(lesion.hounsfield, when);
}

function isWithin(size: number | undefined, { from, to, above, below }: IncidentalRow['when']): boolean {
  if (from === undefined && to === undefined && above === undefined && below === undefined) return true;
  if (size === undefined) return false;
  if ((from !== undefined && size < from) || (above !== undefined && size <= above)) return false;
  return !((to !== undefined && size > to) || (below !== undefined && size >= below));
}

function isAttenuated(hounsfield: number | undefined, { fromHu, toHu, aboveHu }: IncidentalRow['when']): boolean {
  if (fromHu === undefined && toHu === undefined && aboveHu === undefined) return true;
  if (hounsfield === undefined) return false;
  if ((fromHu !== undefined && hounsfield < fromHu) || (aboveHu !== undefined && hounsfield <= aboveHu)) return false;
  return !(toHu !== undefined && hounsfield > toHu);
}
