import { table } from '../table.ts';
import type { Claim } from './claims.ts';
import { sentenceAround, toldIn } from './habits/told.ts';
import type { ReadNote } from './notes.ts';

/** A finding that is a size: the words before its number, the unit it is compared in, and from where on it is one. */
interface SizeRule {
  readonly finding: string;
  /** The words, ending just before the number; case is ignored. */
  readonly words: string;
  /** The number and unit follow the words, or stand before them ("14 mm nodule"). */
  readonly before?: string;
  readonly unit: 'cm' | 'mm' | 'in' | '1';
  /** `above` excludes the limit itself, `from` includes it. */
  readonly above?: number;
  readonly from?: number;
  /** Up to this it is absent. */
  readonly absentTo?: number;
  /** What the size can be; a number without a unit counts where it lies in here, in this unit or the one ten times smaller. */
  readonly can: readonly [number, number];
  /** Words of the note that must be there. */
  readonly needs?: RegExp;
  /** Words of the sentence that must not. */
  readonly not?: RegExp;
}

const ECHO = /\b(?:echo\w*|TTE|TOE|LV|LVEF|EF|LVH|ventric\w*|IVSd?|RWT|cardiac MR\w*|CMR)\b/i;
/**
 * Where a size becomes a finding (all recalled). Spleen: 13 cm, the usual upper limit of its length by ultrasound; a tall person's
 * may be longer. Wall: 13 mm, beyond mild hypertrophy of either sex (Lang 2015, chamber quantification). E/e': above 14
 * (Nagueh 2016, diastolic function). Neck: 17 inches, 43 cm (STOP-Bang, for men).
 */
const RULES: readonly SizeRule[] = [
  { finding: 'splenomegaly', words: 'spleen', unit: 'cm', above: 13, absentTo: 12, can: [5, 40] },
  {
    finding: 'echo-lvh',
    words:
      '(?:IVSd?|(?:interventricular |IV )?sept(?:um|al(?: wall)?(?: thickness)?)|posterior wall|LVPWd?|PWd?|(?:LV |ventricular )?wall thickness|LV walls?)',
    unit: 'cm',
    from: 1.3,
    can: [0.4, 4.5],
    needs: ECHO,
    not: /\b(?:nasal|nose|cartilag\w*|gall ?bladder|GB|bowel|RV|atrial septum|defect)\b/i,
  },
  {
    finding: 'echo-diastolic-dysfunction',
    words: "E\\/e(?:['’′]| prime)?(?: ratio)?",
    unit: '1',
    above: 14,
    can: [2, 60],
  },
  {
    finding: 'crowded-airway',
    words: '(?:neck|collar)(?: circ(?:umference|\\.)?| size)?',
    unit: 'in',
    above: 17,
    can: [9, 30],
    not: /\b(?:node|lump|mass|lymph|vein|femoral|femur|cyst)\w*/i,
  },
];

/** May stand between the words and the number. */
const GAP = String.raw`(?:[\s:=(~-]|\b(?:is|was|of|at|now|measures?|measuring|measured|length|span|long|about|approx\.?|up to|mildly|enlarged|to|avg|average|mean|septal|lateral|ratio|size|R[UML]L|L[UL]L|lingula)\b){0,8}?`;
const NUMBER = String.raw`(\d{1,3}(?:\.\d+)?)(?:\s*x\s*(\d{1,3}(?:\.\d+)?))?(?![\d/]|\.\d|\s*\/|-\d)`;
const UNIT = String.raw`\s*(cm|mm|inches|inch|in\b|")?`;
/** In millimetres. */
const LENGTH: Readonly<Record<string, number>> = table({
  mm: 1,
  cm: 10,
  in: 25.4,
  inch: 25.4,
  inches: 25.4,
  '"': 25.4,
});
const EARLIER = /\b(?:was|prev\w*|previously|from|prior|earlier)\s*$/i;

const PATTERNS = RULES.map((rule) => ({
  rule,
  after: new RegExp(String.raw`\b${rule.words}${GAP}${NUMBER}${UNIT}`, 'gi'),
  before:
    rule.before && new RegExp(String.raw`(?<![\d.])${NUMBER}\s*(cm|mm)\s+(?:[\w-]+\s+){0,4}?${rule.before}\b`, 'gi'),
}));

/** Findings that notes and reports tell as a size: an organ, its number and its unit. */
export function sizeClaims(notes: readonly ReadNote[]): { readonly finding: string; readonly claim: Claim }[] {
  return notes.flatMap((read) =>
    PATTERNS.flatMap(({ rule, after, before }) => {
      if (rule.needs && !rule.needs.test(`${read.note.title} ${read.note.text}`)) return [];
      const told = [...toldIn(read, after), ...(before ? toldIn(read, before) : [])];
      const claims = told.flatMap((one): Claim[] => {
        const [words, first = '', second = first, unit] = one.match;
        const sentence = read.note.text.slice(
          ...sentenceAround(read.note.text, [one.match.index, one.match.index + words.length]),
        );
        if (rule.not?.test(sentence) || EARLIER.test(one.before)) return [];
        const size = sizeOf(Math.max(Number(first), Number(second)), unit?.toLowerCase(), rule);
        const says = size === undefined ? undefined : sayOf(size, rule);
        if (says === undefined) return [];
        return [{ says, certainty: 0.85, kind: 'mentioned', strength: 1, evidence: one.evidence }];
      });
      const present = claims.filter(({ says }) => says === 'present');
      const chosen = new Map((present.length > 0 ? present : claims).map((claim) => [claim.evidence.text, claim]));
      return [...chosen.values()].map((claim) => ({ finding: rule.finding, claim }));
    }),
  );
}

/** The size in the rule's unit; undefined where it cannot be one. */
function sizeOf(value: number, unit: string | undefined, rule: SizeRule): number | undefined {
  const own = LENGTH[rule.unit];
  const canBe = (size: number) => (size >= rule.can[0] && size <= rule.can[1] ? size : undefined);
  if (own === undefined) return unit === undefined ? canBe(value) : undefined;
  const given = unit === undefined ? undefined : LENGTH[unit];
  if (given !== undefined) return canBe(Number(((value * given) / own).toPrecision(6)));
  if (rule.unit === 'mm') return undefined;
  // A bare wall of 14 is in millimetres, a bare neck of 44 in centimetres.
  return canBe(value) ?? canBe(rule.unit === 'in' ? value / 2.54 : value / 10);
}

function sayOf(size: number, { above, from, absentTo }: SizeRule): 'present' | 'absent' | undefined {
  if ((above !== undefined && size > above) || (from !== undefined && size >= from)) return 'present';
  return absentTo !== undefined && size <= absentTo ? 'absent' : undefined;
}
