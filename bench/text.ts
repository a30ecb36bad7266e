/** Reading notes and reports: status of concepts, chest X-ray headings, sections, values in vignettes, speed. */
import type { Benchmark } from './figures.ts';
import { MEDEC_FILE, medec } from './text/medec.ts';
import { MTS_FILE, mts } from './text/mts.ts';
import { NEGEX_FILE, negex } from './text/negex.ts';
import { OPENI_FILE, openi } from './text/openi.ts';
import { sentences } from './text/sentences.ts';
import { speed } from './text/speed.ts';

/** Set to 1 to print each case that was read wrongly, on standard error. These sets are public; no patient's record is printed. */
const FAILURES = 'PRODROME_BENCH_FAILURES';

export const bench: Benchmark = {
  name: 'text',
  about:
    'Notes and reports: negation, history and experiencer (NegEx sentences), chest X-ray headings (Open-I), sections (MTS-Dialog), values (MEDEC), speed.',
  needs: [NEGEX_FILE, OPENI_FILE, MTS_FILE, MEDEC_FILE],
  async run(data) {
    const report = process.env[FAILURES] === '1' ? (line: string) => console.error(line) : () => undefined;
    return [
      ...negex(data, report),
      ...sentences(report),
      ...openi(data, report),
      ...mts(data, report),
      ...medec(data, report),
      ...speed(data),
    ];
  },
};
