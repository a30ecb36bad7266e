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

/** Results told with their number in MEDEC notes, read with the right analyte and the right number. */
export function medec(data: string, report: (line: string) => void): Figure[] {
  const measures = new Map([...ANALYTES.values()].map((analyte) => [analyte.id, analyte.textNames]));
  const lexicon = compileLexicon([]);
  const counts = new Map<string, { hits: number; n: number }>();
  for (const { Text = '', 'Text ID': id = '' } of readCsv(
    gunzipSync(readFileSync(join(data, MEDEC_FILE))).toString('utf8'),
  )) {
    const { measurements } = readNote(Text, lexicon, { measures });
    for (const [group, analyte, words] of EXPECTED) {
      for (const match of Text.matchAll(new RegExp(words, `${words.flags}g`))) {
        const after = match.index + match[0].length;
        const line = Text.slice(after, after + 60).split('\n')[0] ?? '';
        const number = VALUE.exec(line)?.[1]?.replaceAll(',', '');
        if (number === undefined || /(?:urine|urinary|24.?h)[^.\n]{0,24}$/i.test(Text.slice(0, match.index))) continue;
        const count = counts.get(group) ?? { hits: 0, n: 0 };
        counts.set(group, count);
        count.n++;
        const read = measurements.some(
          ({ analyte: one, value, span }) =>
            one === analyte && value === Number(number) && span[0] <= after && span[1] >= after,
        );
        if (read) count.hits++;
        else report(`medec ${id} ${analyte}: ${match[0]}${line}`);
      }
    }
  }
  return [...counts].map(([group, { hits, n }]) => ({
    name: `MEDEC ${group} results with their value`,
    value: hits / Math.max(1, n),
    ...wilson(hits, n),
    n,
  }));
}
