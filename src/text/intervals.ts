import { countOf, daysOf, FRACTION } from './durations.ts';
import { NUMBER, type Tokens, WORD } from './tokens.ts';

const NAMED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    annually: 365,
    annual: 365,
    yearly: 365,
    monthly: 31,
    urgently: 14,
    asap: 14,
    weekly: 7,
    tomorrow: 1,
    fortnightly: 14,
    quarterly: 92,
  }),
);

/** Days within which something is to be done, as said in the tokens [from, to): "in 3-6 months", "6/52", "1y", "annually"; the later end of a range. */
export function withinDaysIn(tokens: Tokens, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    const named = NAMED.get(low);
    if (named !== undefined) return named;
    if (low === 'urgent' && tokens.low[at - 1] !== 'non' && tokens.low[at - 1] !== 'not' && tokens.low[at - 1] !== '-')
      return 14;
    if (low === 'next') {
      const unit = daysOf(tokens.low[at + 1] ?? '');
      if (unit !== undefined && unit >= 7 && at + 1 < to) return Math.round(unit);
    }
    const days = intervalAt(tokens, at, to);
    if (days !== undefined) return days;
  }
  return undefined;
}

/** The earlier end, in days, of the first range of times in the tokens [from, to): 183 for "in 6-12 months"; undefined without a range. */
export function fromDaysIn(tokens: Tokens, from: number, to: number): number | undefined {
  for (let at = from; at + 3 < to; at++) {
    const [low, high] = [countOf(tokens, at), countOf(tokens, at + 2)];
    const joint = tokens.low[at + 1];
    if (low === undefined || high === undefined || !(low < high)) continue;
    if (joint !== '-' && joint !== 'to' && joint !== 'or') continue;
    const mark = tokens.low[at + 3] ?? '';
    const unit =
      mark === '/' ? FRACTION[tokens.low[at + 4] ?? ''] : daysOf(mark === '-' ? (tokens.low[at + 4] ?? '') : mark);
    if (unit !== undefined && unit >= 1) return Math.round(low * unit);
  }
  return undefined;
}

/** "45M DXA": a man of 45, at the start of a line or sentence or after what it is of. */
function isAgeAndSex(tokens: Tokens, at: number): boolean {
  if (!/^\d\d$/.test(tokens.low[at] ?? '') || tokens.start[at + 1] !== tokens.end[at]) return false;
  const sex = tokens.text.slice(tokens.start[at + 1], tokens.end[at + 1]);
  if (sex !== 'M' && sex !== 'F') return false;
  return (
    at === 0 ||
    tokens.kind[at - 1] !== WORD ||
    /^(?:cpe|ed|gp|a|an|pt|patient|new|this)$/.test(tokens.low[at - 1] ?? '')
  );
}

function intervalAt(tokens: Tokens, at: number, to: number): number | undefined {
  let count = countOf(tokens, at);
  if (count === undefined || isAgeAndSex(tokens, at)) return undefined;
  let next = at + 1;
  if ((tokens.low[next] === '-' || tokens.low[next] === 'to' || tokens.low[next] === 'or') && next + 1 < to) {
    const upper = countOf(tokens, next + 1);
    if (upper !== undefined) {
      count = Math.max(count, upper);
      next += 2;
    }
  }
  if (tokens.low[next] === '/' && tokens.kind[next + 1] === NUMBER && tokens.kind[at] === NUMBER) {
    const before = tokens.low[at - 1] ?? '';
    if (tokens.low[next + 1] === '7' && (count > 14 || before === 'appt' || before === 'on')) return undefined;
    const unit = FRACTION[tokens.low[next + 1] ?? ''];
    return unit !== undefined && count <= 60 && tokens.low[next + 2] !== '/' ? Math.round(count * unit) : undefined;
  }
  if (tokens.low[next] === '-') next++;
  if (tokens.low[next] === 'more' || tokens.low[next] === 'of') next++;
  const unit = next < to ? daysOf(tokens.low[next] ?? '') : undefined;
  if (unit === undefined || unit < 1 || tokens.low[next + 1] === 'old' || tokens.low[next + 1] === 'ago')
    return undefined;
  if (tokens.low[next] === 'd' || tokens.low[next] === 'm') {
    if (tokens.start[next] !== tokens.end[next - 1]) return undefined;
  }
  return Math.round(count * unit);
}
