/** De-identification: text. */
import type { Benchmark } from './figures.ts';
import { MEDEC_FILE, MTS_FILE, textFigures } from './privacy/text.ts';

/** Set to 1 to print each token that was missed or wrongly reported, on standard error. The texts are public, the names invented. */
const FAILURES = 'PRODROME_BENCH_FAILURES';

export const bench: Benchmark = {
  name: 'privacy',
  about:
    'De-identification: names, dates, ids and the rest in notes of real style (MTS-Dialog, MEDEC), a red team, speed.',
  needs: [MTS_FILE, MEDEC_FILE],
  async run(data) {
    const report = process.env[FAILURES] === '1' ? (line: string) => console.error(line) : () => undefined;
    return textFigures(data, report);
  },
};
