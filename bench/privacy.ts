/** De-identification: text, and whole records. */
import type { Benchmark } from './figures.ts';
import { bulkFigures } from './privacy/bulk.ts';
import { recordFigures, SYNTHEA_FILE, synthea } from './privacy/records.ts';
import { MEDEC_FILE, MTS_FILE, textFigures } from './privacy/text.ts';

/**
 * Set to 1 to print each token of a text that was missed or wrongly reported (the texts are public, the names invented), and
 * what kind of trace was found in which record, on standard error.
 */
const FAILURES = 'PRODROME_BENCH_FAILURES';

export const bench: Benchmark = {
  name: 'privacy',
  about:
    'De-identification: names, dates, ids in notes of real style (MTS-Dialog, MEDEC), a red team; whole Synthea lives: what is left of the patient, intervals, references, validity; speed.',
  needs: [MTS_FILE, MEDEC_FILE, SYNTHEA_FILE],
  async run(data) {
    const report = process.env[FAILURES] === '1' ? (line: string) => console.error(line) : () => undefined;
    return [
      ...textFigures(data, report),
      ...recordFigures(data, report),
      ...(await bulkFigures(synthea(data), report)),
    ];
  },
};
