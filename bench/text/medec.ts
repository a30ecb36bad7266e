import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ANALYTES } from '../../src/terms/index.ts';
import { compileLexicon, readNote } from '../../src/text/index.ts';
import { type Figure, wilson } from '../figures.ts';
import { readCsv } from './csv.ts';

export const MEDEC_FILE = 'medec-ms-validation.csv.gz';

/** Thyroid, liver, kidney and blood-count results, by the words of these notes: an expectation written without the room's own names. */
const EXPECTED: readonly (readonly [group: string, analytes: string, words: RegExp])[] = [
  ['thyroid', 'tsh', /\b(?:thyroid[- ]stimulating hormone|TSH)\b/],
  ['thyroid', 'free-t4', /\bfree (?:T4|thyroxine)\b/i],
  ['liver', 'alt', /\b(?:ALT|alanine aminotransferase)\b/i],
  ['liver', 'ast', /\b(?:AST|aspartate aminotransferase)\b/],
  ['liver', 'alp', /\balkaline phosphatase\b/i],
  ['liver', 'albumin', /\balbumin\b/i],
  ['liver', 'bilirubin', /\btotal bilirubin\b/i],
  ['kidney', 'creatinine', /\bcreatinine\b/i],
  ['kidney', 'urea-nitrogen', /\b(?:urea nitrogen|BUN)\b/i],
  ['kidney', 'potassium', /\b(?:potassium|K\+)(?![a-z])/i],
  ['kidney', 'sodium', /\b(?:sodium|Na\+)(?![a-z])/i],
  ['blood count', 'hemoglobin', /\bhemoglobin(?! A1c)\b/i],
  ['blood count', 'leukocytes', /\b(?:leukocyte count|WBC)\b/i],
  ['blood count', 'platelets', /\bplatelet count\b/i],
  ['blood count', 'mcv', /\b(?:mean corpuscular volume|MCV)\b/i],
  ['blood count', 'hematocrit', /\bhematocrit\b/i],
];
/** Name, a few words, a number and a unit. */
const VALUE =
  /^(?: (?:level|concentration|count))?(?:\s*(?:is|was|of|:|=|,|-|–))?\s*([0-9][0-9,]*(?:\.[0-9]+)?)(?!\s*[-–]\s*[0-9])\s*(?:%|\/mm|mg|g\/|mEq|mmol|U\/|IU|[μµu]U|[μµ]m|mU|ng|fL|fl|\/[μµ]|K\/|x|×|pg)/;

/** "is elevated at 8.2", "was low (3.1)", "raised to 240": a word for the result, then its number, whether or not a unit follows. */
const WORDED =
  /^(?: (?:level|concentration|count)s?)?(?: (?:is|was|were|are))?,? (?:mildly |markedly |slightly |significantly )?(?:elevated|high|raised|increased|low|decreased|reduced|normal)(?: at| of| to| with a value of|,|:)? \(?([0-9][0-9,]*(?:\.[0-9]+)?)/;
/** A number with no unit that the pattern above knows, at the end of its item: "Sodium 138, potassium 4.1". */
const BARE =
  /^(?: (?:level|count))?(?:\s*(?:is|was|of|:|=))?\s*([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?=\s*(?:[,;)](?![0-9])|\.(?:\s|$)|and\b|cells|mm|$))/;
/** What a result is said to be, without a number: in the words before the name, or after it. */
const BEFORE =
  /\b(elevated|increased|raised|high|low|decreased|reduced|normal) (?:serum |plasma |blood |levels? of |total )*$/i;
const AFTER =
  /^(?: (?:level|concentration|count)s?)? (?:is|was|are|were|remains|remained) (?:within )?(?:mildly |markedly |slightly |significantly )?(elevated|increased|raised|high|low|decreased|reduced|normal)\b(?! (?:at|of|to|with)? ?\(?[0-9])/i;
const CLAIMS: Readonly<Record<string, readonly string[]>> = {
  up: ['high', 'rising', 'borderline-high', 'abnormal'],
  down: ['low', 'falling', 'borderline-low', 'abnormal'],
  normal: ['normal'],
};
const claimOf = (word: string): string =>
  /^(?:elev|incr|rais|high)/i.test(word) ? 'up' : /^normal/i.test(word) ? 'normal' : 'down';
const URINE = /(?:urine|urinary|24.?h|fractional|fluid|stool|CSF)[^.\n]{0,24}$/i;

/**
 * Results in MEDEC notes, read with the right analyte, and the right number or the right claim: told with number and unit, with a
 * word before the number, with no unit, or in words alone. By group of analytes.
 */
export function medec(data: string, report: (line: string) => void): Figure[] {
  const measures = new Map([...ANALYTES.values()].map((analyte) => [analyte.id, analyte.textNames]));
  const lexicon = compileLexicon([]);
  const counts = new Map<string, { hits: number; n: number }>();
  const count = (name: string, isRight: boolean, line: string): void => {
    const one = counts.get(name) ?? { hits: 0, n: 0 };
    counts.set(name, one);
    one.n++;
    if (isRight) one.hits++;
    else report(`medec ${name}: ${line}`);
  };
  for (const { Text = '', 'Text ID': id = '' } of readCsv(
    gunzipSync(readFileSync(join(data, MEDEC_FILE))).toString('utf8'),
  )) {
    const { measurements, labStatements } = readNote(Text, lexicon, { measures });
    for (const [group, analyte, words] of EXPECTED) {
      for (const match of Text.matchAll(new RegExp(words, `${words.flags}g`))) {
        const after = match.index + match[0].length;
        const line = Text.slice(after, after + 60).split('\n')[0] ?? '';
        const before =
          Text.slice(Math.max(0, match.index - 40), match.index)
            .split('\n')
            .at(-1) ?? '';
        if (URINE.test(Text.slice(0, match.index))) continue;
        const told = `${id} ${analyte}: ${before}${match[0]}${line}`;
        const here = ({ analyte: one, span }: { analyte: string; span: readonly [number, number] }): boolean =>
          one === analyte && span[0] <= after && span[1] >= match.index;
        const reads = (number: string): boolean =>
          measurements.some((one) => here(one) && one.value === Number(number.replaceAll(',', '')));
        const [number, worded, bare] = [VALUE.exec(line)?.[1], WORDED.exec(line)?.[1], BARE.exec(line)?.[1]];
        const claim = BEFORE.exec(before)?.[1] ?? AFTER.exec(line)?.[1];
        if (number !== undefined) count(`${group} results with their value`, reads(number), told);
        else if (worded !== undefined) count(`${group} results with a word and a value`, reads(worded), told);
        else if (bare !== undefined) count(`${group} results without a unit`, reads(bare), told);
        else if (LISTED.test(sentenceFrom(Text, after))) {
          const says = labStatements.some(
            (one) => one.analyte === analyte && one.claim === 'normal' && touches(one.span, match.index, after),
          );
          count(`${group} results in a list within range`, says, told);
        } else if (claim !== undefined && !/\b(?:no|not|if|for|with a history of)\b[^,.]*$/i.test(before)) {
          const right = CLAIMS[claimOf(claim)] ?? [];
          const says = labStatements.some(
            (one) => one.analyte === analyte && touches(one.span, match.index, after) && right.includes(one.claim),
          );
          count(`${group} results in words`, says, told);
        }
      }
    }
  }
  return [...counts].map(([name, { hits, n }]) => ({
    name: `MEDEC ${name}`,
    value: hits / Math.max(1, n),
    ...wilson(hits, n),
    n,
  }));
}

/** "…, creatinine, lipids, TSH, and fasting glucose are within the reference range". */
const LISTED =
  /^(?:,? (?:and )?[a-z -]{2,30}){0,7},? (?:is|are|was|were) within (?:the )?(?:reference|normal) (?:range|limits)/i;
const sentenceFrom = (text: string, at: number): string => text.slice(at, at + 160).split(/[.\n]/)[0] ?? '';

/** Whether a span lies within a few words of the name. */
const touches = ([from, to]: readonly [number, number], start: number, end: number): boolean =>
  from <= end + 40 && to >= start - 40;
