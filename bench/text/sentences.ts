import { FRESH, SENTENCES } from '../../src/text/assertion/sentences.fixture.ts';
import { assertSpans, type Span, type Status } from '../../src/text/index.ts';
import { type Figure, wilson } from '../figures.ts';

interface Case {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly expected: readonly string[];
}

/** Changes that leave the meaning of a sentence alone. */
const PERTURBED: Readonly<Record<string, (one: Case) => Case>> = {
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
      for (const one of casesOf(list)) {
        told(one).forEach((said, index) => {
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
      for (const one of casesOf(list)) {
        const before = told(one);
        const changed = change(one);
        told(changed).forEach((said, index) => {
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

function casesOf(list: string): Case[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [marked = '', expected = ''] = line.trim().split(' => ');
      const spans: Span[] = [];
      let text = '';
      for (const part of marked.split(/(\[[^\]]*\])/)) {
        const inside = part.startsWith('[') ? part.slice(1, -1) : part;
        if (part.startsWith('[')) spans.push([text.length, text.length + inside.length]);
        text += inside;
      }
      return { text, spans, expected: expected.split('; ') };
    });
}

const told = ({ text, spans }: Case): string[] => assertSpans(text, spans).map(wordsOf);

const wordsOf = ({ assertion, temporality, experiencer, relative }: Status): string =>
  [assertion, temporality === 'current' ? '' : temporality, experiencer === 'patient' ? '' : (relative ?? experiencer)]
    .filter((word) => word !== '')
    .join(' ');

const moved = (text: string, by: number, spans: readonly Span[], expected: readonly string[]): Case => ({
  text,
  spans: spans.map(([from, to]) => [from + by, to + by] as const),
  expected,
});

function replaced(
  text: string,
  spans: readonly Span[],
  expected: readonly string[],
  by: (words: string) => string,
): Case {
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
