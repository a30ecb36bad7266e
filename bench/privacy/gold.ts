/** A note with the identifiers that a generator wrote into it. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly category: string;
}

export interface GoldNote {
  readonly text: string;
  readonly gold: readonly GoldSpan[];
}

/** mulberry32, so that a seed gives the same notes everywhere. */
export function randomOf(seed: number): () => number {
  let state = (seed * 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECE = /\{([a-z]+):([^{}]*)\}/g;

/** Reads "Seen by Dr. {name:Okafor}" into its text and its spans. */
export function marked(template: string): GoldNote {
  const gold: GoldSpan[] = [];
  let text = '';
  let at = 0;
  for (const match of template.matchAll(PIECE)) {
    text += template.slice(at, match.index);
    const [, category = '', value = ''] = match;
    gold.push({ start: text.length, end: text.length + value.length, category });
    text += value;
    at = match.index + match[0].length;
  }
  return { text: text + template.slice(at), gold };
}
