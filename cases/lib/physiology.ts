import { ANALYTES, fromUs, type Printed, type Range, toUs } from './analytes.ts';
import { normal } from './random.ts';
import type { Lab, Story } from './story.ts';
import { ageOn, dayNumber } from './time.ts';

/** Linear between the points of a course, flat before the first and after the last. */
export function levelAt(course: Story['setPoints'][string], date: string): number {
  if (typeof course === 'number') return course;
  const at = dayNumber(date);
  let before = course[0];
  for (const point of course) {
    if (dayNumber(point[0]) > at) {
      if (before === undefined || before === point) return point[1];
      const start = dayNumber(before[0]);
      return before[1] + ((point[1] - before[1]) * (at - start)) / (dayNumber(point[0]) - start);
    }
    before = point;
  }
  return before?.[1] ?? Number.NaN;
}

export const printedBy = (id: string, lab: Lab): Printed | undefined =>
  lab.dialect === 'si' ? ANALYTES[id]?.si : ANALYTES[id]?.us;

/** The reference range that a laboratory prints, in its own units. */
export function rangeOf(id: string, lab: Lab, sex: 'female' | 'male'): Range | undefined {
  const own = lab.ranges?.[id];
  if (own) return own;
  const analyte = ANALYTES[id];
  const printed = printedBy(id, lab);
  if (!analyte || !printed) return undefined;
  const convert = (bound: number | null) =>
    bound === null ? null : Number(fromUs(id, bound, printed).toFixed(Math.min(printed.decimals, 2)));
  const range = analyte.range[sex === 'female' ? 0 : 1];
  return [convert(range[0]), convert(range[1])];
}

/** The person's own level without the day's variation, in the unit of the US dialect. */
function setPoint(id: string, date: string, slug: string, story: Story): number {
  const analyte = ANALYTES[id];
  if (!analyte) throw new Error(`no analyte ${id}`);
  const course = story.setPoints[id];
  if (course !== undefined) {
    const level = levelAt(course, date);
    return story.units === 'si' ? toUs(id, level, analyte.si) : level;
  }
  const usual = analyte.level[story.patient.sex === 'female' ? 0 : 1];
  return usual * (1 + (analyte.spread / 100) * 0.7 * normal(`${slug}/person/${id}`));
}

/**
 * eGFR in mL/min/1.73 m²: CKD-EPI 2009 (Levey, Ann Intern Med 2009), CKD-EPI 2021 (Inker, NEJM 2021), or the IDMS-traceable
 * MDRD study equation (Levey 2006). Creatinine in mg/dL.
 */
export function egfr(
  formula: 'mdrd' | '2009' | '2021',
  creatinine: number,
  age: number,
  sex: 'female' | 'male',
): number {
  const female = sex === 'female';
  if (formula === 'mdrd') return 175 * creatinine ** -1.154 * age ** -0.203 * (female ? 0.742 : 1);
  const ratio = creatinine / (female ? 0.7 : 0.9);
  const [scale, exponent, ageing, sexFactor] =
    formula === '2021'
      ? ([142, female ? -0.241 : -0.302, 0.9938, female ? 1.012 : 1] as const)
      : ([141, female ? -0.329 : -0.411, 0.993, female ? 1.018 : 1] as const);
  const high = formula === '2021' ? -1.2 : -1.209;
  return scale * Math.min(ratio, 1) ** exponent * Math.max(ratio, 1) ** high * ageing ** age * sexFactor;
}

/**
 * Draws one sample of blood: asks each analyte once, keeps what the story fixed, and computes what laboratories compute
 * (red cell indices, LDL, globulin, adjusted calcium, transferrin saturation, eGFR) from the rest. In units of the US dialect.
 */
export class Sample {
  readonly #known = new Map<string, number>();
  readonly #key: string;
  readonly #date: string;
  readonly #slug: string;
  readonly #story: Story;

  constructor(slug: string, story: Story, date: string, fixed: ReadonlyMap<string, number>) {
    this.#key = `${slug}/${date}`;
    this.#date = date;
    this.#slug = slug;
    this.#story = story;
    for (const [id, value] of fixed) this.#known.set(id, value);
  }

  /** Value in the unit of the US dialect. */
  value(id: string): number {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const value = this.#derived(id) ?? this.#measured(id);
    this.#known.set(id, value);
    return value;
  }

  egfr(formula: 'mdrd' | '2009' | '2021'): number {
    const age = ageOn(this.#story.patient.birthDate, this.#date);
    return egfr(formula, this.value('creatinine'), age, this.#story.patient.sex);
  }

  #measured(id: string): number {
    const within = this.#story.variation[id] ?? ANALYTES[id]?.within ?? 0;
    return setPoint(id, this.#date, this.#slug, this.#story) * (1 + (within / 100) * normal(`${this.#key}/${id}`));
  }

  #derived(id: string): number | undefined {
    const v = (other: string) => this.value(other);
    const points = this.#story.setPoints;
    if (
      id === 'neutrophils' &&
      points[id] === undefined &&
      (points.leukocytes !== undefined || this.#known.has('leukocytes'))
    )
      return Math.max(0.3, v('leukocytes') - v('lymphocytes') - v('monocytes') - v('eosinophils') - v('basophils'));
    if (points[id] !== undefined) return undefined;
    switch (id) {
      case 'hematocrit':
        return (v('hemoglobin') / v('mchc')) * 100;
      case 'erythrocytes':
        return (v('hematocrit') / v('mcv')) * 10;
      case 'mch':
        return (v('mchc') * v('mcv')) / 100;
      case 'leukocytes':
        return v('neutrophils') + v('lymphocytes') + v('monocytes') + v('eosinophils') + v('basophils');
      case 'ldl':
        return v('cholesterol') - v('hdl') - v('triglycerides') / 5;
      case 'globulin':
        return v('total-protein') - v('albumin');
      case 'transferrin-saturation':
        return (v('iron') / v('tibc')) * 100;
      case 'adjusted-calcium':
        return v('calcium') + 0.8 * (4 - v('albumin'));
      default:
        return undefined;
    }
  }
}
