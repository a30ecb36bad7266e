import type { CodeDictionary, Subject } from '../types.ts';
import type { MedsEvent } from './event.ts';

/** One chart's rows as the person that a data set of them would give, with a dictionary of its own codes and words. */
export function subjectOf(rows: readonly MedsEvent[]): { subject: Subject; dictionary: CodeDictionary } {
  const time = (row: MedsEvent) => row.time ?? Number.NEGATIVE_INFINITY;
  const sorted = [...rows].sort((a, b) => time(a) - time(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const codes = [...new Set(sorted.map(({ code }) => code))].sort();
  const texts = [...new Set(sorted.flatMap(({ text }) => text ?? []))].sort();
  const [codeAt, textAt] = [codes, texts].map((names) => new Map(names.map((name, k) => [name, k])));
  const described = new Map(sorted.map(({ code, description }) => [code, description ?? '']));
  return {
    subject: {
      id: sorted[0]?.subjectId ?? 0n,
      codes: Uint32Array.from(sorted, ({ code }) => codeAt?.get(code) ?? 0),
      times: Float64Array.from(sorted, (row) => row.time ?? Number.NaN),
      values: Float32Array.from(sorted, ({ value }) => value ?? Number.NaN),
      texts: Int32Array.from(sorted, ({ text }) => (text === null ? -1 : (textAt?.get(text) ?? -1))),
    },
    dictionary: { codes, descriptions: codes.map((code) => described.get(code) ?? ''), texts },
  };
}
