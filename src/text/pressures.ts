import type { Span, TextMeasurement } from './mention.ts';
import { NUMBER, type Tokens } from './tokens.ts';
import { numberAt } from './values.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const MEASURED_IN = words('mg mcg tab tabs tablet tablets bd od bid daily g ml puffs mg/ml');

/** "130/80 on treatment": two numbers that can be nothing but a blood pressure, without its name. */
export function barePressures(tokens: Tokens, from: number, to: number, sentence: Span, out: TextMeasurement[]): void {
  for (let at = from; at + 2 < to; at++) {
    if (tokens.low[at + 1] !== '/' || tokens.kind[at] !== NUMBER || tokens.kind[at + 2] !== NUMBER) continue;
    if (tokens.start[at + 1] !== tokens.end[at] || tokens.start[at + 2] !== tokens.end[at + 1]) continue;
    const before = tokens.low[at - 1] ?? '';
    const after = tokens.low[at + 3] ?? '';
    if (before === '/' || before === '-' || after === '/' || MEASURED_IN.has(after)) continue;
    const systolic = numberAt(tokens, at);
    const diastolic = numberAt(tokens, at + 2);
    if (systolic < 70 || systolic > 260 || diastolic < 38 || diastolic > 150 || systolic - diastolic < 15) continue;
    const span: Span = [tokens.start[at] ?? 0, tokens.end[at + 2] ?? 0];
    if (out.some((one) => one.span[0] <= span[0] && one.span[1] >= span[1])) continue;
    out.push(
      { analyte: 'systolic-bp', value: systolic, span, sentence },
      { analyte: 'diastolic-bp', value: diastolic, span, sentence },
    );
  }
}

/** "148/92", and further pairs after a comma. */
export function readPressures(
  tokens: Tokens,
  nameAt: number,
  from: number,
  to: number,
  sentence: Span,
  out: TextMeasurement[],
): number | undefined {
  let at = from;
  let end: number | undefined;
  while (at + 2 < to && tokens.kind[at] === NUMBER && tokens.low[at + 1] === '/' && tokens.kind[at + 2] === NUMBER) {
    const systolic = numberAt(tokens, at);
    const diastolic = numberAt(tokens, at + 2);
    if (!(systolic >= 50 && systolic <= 300 && diastolic >= 20 && diastolic < systolic)) return end;
    const span: Span = [tokens.start[end === undefined ? nameAt : at] ?? 0, tokens.end[at + 2] ?? 0];
    out.push(
      { analyte: 'systolic-bp', value: systolic, span, sentence },
      { analyte: 'diastolic-bp', value: diastolic, span, sentence },
    );
    at += 3;
    end = at;
    while (tokens.low[at] === ',' || tokens.low[at] === 'and' || tokens.low[at] === ';') at++;
  }
  return end;
}
