import { type Labelled, labelledIn, readAs } from '../../src/text/assertion/labelled.fixture.ts';
import { FRESH, SENTENCES } from '../../src/text/assertion/sentences.fixture.ts';
import type { Span } from '../../src/text/index.ts';
import { type Figure, wilson } from '../figures.ts';

/** Changes that leave the meaning of a sentence alone. */
const PERTURBED: Readonly<Record<string, (one: Labelled) => Labelled>> = {
  'another concept': ({ text, spans, expected }) => replaced(text, spans, expected, () => 'Zorbel syndrome'),
  'concept of one word': ({ text, spans, expected }) => replaced(text, spans, expected, () => 'zorbelitis'),
  'a sentence before': ({ text, spans, expected }) => moved(`Seen today with notes. ${text}`, 23, spans, expected),
  'a sentence after': ({ text, spans, expected }) => ({ text: `${text}\nBlood taken.`, spans, expected }),
  'upper case': ({ text, spans, expected }) => ({ text: text.toUpperCase(), spans, expected }),
  'typographic marks': ({ text, spans, expected }) => ({
    text: text.replaceAll("'", '’').replaceAll(' - ', ' – '),
    spans,
    expected,
  }),
  'double spaces': ({ text, spans, expected }) =>
    replaced(text.replaceAll(' ', '\u00a0'), spans, expected, (words) => words),
};

/** Sentences of many styles of note, invented and labelled by hand: the share read right, by style, and unchanged when perturbed. */
export function sentences(report: (line: string) => void): Figure[] {
  const figures: Figure[] = [];
  for (const [set, groups] of [
    ['first set', SENTENCES],
    ['second set', FRESH],
  ] as const) {
    const all = { hits: 0, n: 0 };
    for (const [style, list] of Object.entries(groups)) {
      const count = { hits: 0, n: 0 };
      for (const one of labelledIn(list)) {
        readAs(one).forEach((said, index) => {
          count.n++;
          if (said === one.expected[index]) count.hits++;
          else
            report(
              `sentences ${style}: ${one.text} [${one.text.slice(...(one.spans[index] ?? [0, 0]))}] ${said}, not ${one.expected[index]}`,
            );
        });
      }
      all.hits += count.hits;
      all.n += count.n;
      figures.push({ name: `own sentences, ${set}, ${style}`, value: count.hits / count.n, n: count.n });
    }
    figures.push({ name: `own sentences, ${set}`, value: all.hits / all.n, ...wilson(all.hits, all.n), n: all.n });
  }
  for (const [name, change] of Object.entries(PERTURBED)) {
    let same = 0;
    let n = 0;
    for (const list of [...Object.values(SENTENCES), ...Object.values(FRESH)]) {
      for (const one of labelledIn(list)) {
        const before = readAs(one);
        const changed = change(one);
        readAs(changed).forEach((said, index) => {
          n++;
          if (said === before[index]) same++;
          else report(`perturbed by ${name}: ${changed.text} ${said}, before ${before[index]}`);
        });
      }
    }
    figures.push({ name: `own sentences unchanged by ${name}`, value: same / n, n });
  }
  return figures;
}

const moved = (text: string, by: number, spans: readonly Span[], expected: readonly string[]): Labelled => ({
  text,
  spans: spans.map(([from, to]) => [from + by, to + by] as const),
  expected,
});

function replaced(
  text: string,
  spans: readonly Span[],
  expected: readonly string[],
  by: (words: string) => string,
): Labelled {
  let out = '';
  let last = 0;
  const places: Span[] = [];
  for (const [from, to] of spans) {
    out += text.slice(last, from);
    const word = by(text.slice(from, to));
    places.push([out.length, out.length + word.length]);
    out += word;
    last = to;
  }
  return { text: out + text.slice(last), spans: places, expected };
}
