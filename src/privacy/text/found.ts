import type { ScrubCategory } from '../scrub.ts';

/** A piece of the text that identifies, as a detector reports it. */
export interface Found {
  start: number;
  end: number;
  readonly category: ScrubCategory;
  readonly why: string;
  /** Higher wins where two overlap: what the record knows, then patterns, context, the tagger. */
  readonly rank: number;
  /** What the surrogate is made from, where it is not the text itself: the record's own spelling of a name. */
  readonly as?: string;
}

export const KNOWN = 5;
export const PATTERN = 4;
export const CONTEXT = 3;
export const TAGGER = 2;

/**
 * Spans in order and without overlap. Of two that overlap the higher rank keeps its bounds, then the longer, then the earlier;
 * what of the other stands out of it is kept as a span of its own, so that nothing found is lost.
 */
export function resolved(found: readonly Found[], text: string): Found[] {
  const strongest = [...found].sort(
    (a, b) => b.rank - a.rank || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken = new Map<number, Found>();
  const starts = new Cover(text.length);
  for (const span of strongest) {
    for (const [start, end] of starts.free(span.start, span.end)) {
      const [from, last] = trimmed(text, start, end);
      const to =
        span.category === 'date' && text.charAt(last - 1) === '.' && !/[ap]\.?m\.$/i.test(text.slice(from, last))
          ? last - 1
          : last;
      if (from >= to) continue;
      const whole = from === span.start && to === span.end;
      taken.set(from, whole ? span : { ...span, start: from, end: to });
      starts.take(from, to);
    }
  }
  return [...taken.values()].sort((a, b) => a.start - b.start);
}

/** Which units of the text are taken. */
class Cover {
  readonly #taken: Uint8Array;
  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }
  take(start: number, end: number): void {
    this.#taken.fill(1, start, end);
  }
  /** The stretches of [start, end) that are not taken. */
  free(start: number, end: number): [number, number][] {
    const out: [number, number][] = [];
    for (let at = start; at < end; ) {
      while (at < end && this.#taken[at] === 1) at += 1;
      const from = at;
      while (at < end && this.#taken[at] === 0) at += 1;
      if (at > from) out.push([from, at]);
    }
    return out;
  }
}

const EDGE = /[\s.,;:()"'’“”/-]/;

function trimmed(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  const whole = /[\p{L}\p{N}@]/u;
  while (from < to && EDGE.test(text.charAt(from)) && text.charAt(from) !== '(') from += 1;
  while (to > from && EDGE.test(text.charAt(to - 1)) && !/[).]/.test(text.charAt(to - 1))) to -= 1;
  return whole.test(text.slice(from, to)) ? [from, to] : [from, from];
}
