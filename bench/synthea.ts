/** Whole synthetic lives, read and reviewed: all of them, their citations, false alarms in the young and well, and speed. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { chartFromBundle } from '../src/chart/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { type Review, reviewOf } from '../src/review/index.ts';
import { type Benchmark, wilson } from './figures.ts';

const FILE = 'synthea-r4.ndjson.gz';

export const bench: Benchmark = {
  name: 'synthea',
  about:
    'Whole Synthea lives read and reviewed: citations that resolve, alarms in well people under 40, patients a second.',
  needs: [FILE],
  async run(data) {
    const knowledge = loadKnowledge();
    const lines: string[] = [];
    const input = createReadStream(join(data, FILE)).pipe(createGunzip());
    for await (const line of createInterface({ input })) if (line) lines.push(line);
    let [citations, unresolved, well, alarmed, trends] = [0, 0, 0, 0, 0];
    const start = performance.now();
    for (const line of lines) {
      const bundle = JSON.parse(line) as { entry: { resource: { resourceType: string; id: string } }[] };
      const review = reviewOf(chartFromBundle(bundle), knowledge);
      const ids = new Set(bundle.entry.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
      for (const cited of citedIn(review)) {
        citations++;
        if (!ids.has(cited)) unresolved++;
      }
      trends += review.trends.length;
      if (isWellAndYoung(review)) {
        well++;
        const alarm = review.differential.find((each) => !each.documented && each.mustNotMiss);
        if (alarm) alarmed++;
        if (alarm && process.env.PRODROME_VERBOSE) console.error(`${alarm.text}`);
      }
    }
    const seconds = (performance.now() - start) / 1000;
    return [
      { name: 'lives read and reviewed', value: lines.length, unit: 'of all in the file' },
      { name: 'citations', value: citations },
      { name: 'citations that lead nowhere', value: unresolved },
      {
        name: 'well people under 40 with an undocumented must-not-miss alarm',
        value: alarmed / well,
        ...wilson(alarmed, well),
        n: well,
      },
      { name: 'trends a life', value: trends / lines.length },
      { name: 'patients a second, one core, parsing included', value: lines.length / seconds, unit: '/s' },
    ];
  },
};

/** Under 40, and without an active condition other than a passing or social one. */
function isWellAndYoung(review: Review): boolean {
  const { ageYears } = review.patient;
  return (
    ageYears !== undefined && ageYears < 40 && !review.differential.some((each) => each.documented && each.mustNotMiss)
  );
}

function* citedIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'citations' && Array.isArray(inner)) {
      for (const { resourceType, id } of inner) yield `${String(resourceType)}/${String(id)}`;
    } else yield* citedIn(inner);
  }
}
