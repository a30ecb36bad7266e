import { MARK, type Tokens } from '../tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The first token of the item of a list that ends before `at`. */
export function itemBefore(tokens: Tokens, at: number, from: number): number {
  let start = at;
  while (start > from && !(tokens.kind[start - 1] === MARK && /^[,;:]$/.test(tokens.low[start - 1] ?? ''))) start--;
  return start;
}

const TESTED = words(
  'coeliac celiac hepatitis hep lyme syphilis lupus thyroid ferritin folate urine culture cultures serology antibodies autoantibodies autoimmune troponin trops dimer monospot calprotectin dip swab swabs bloods immunoglobulins complement cryoglobulins malaria flu covid strep screen',
);
const SYMPTOM = words('cp sob doe soboe ha ap nv loc pnd sobe lop lom cva rif luq ruq llq rlq');

/** Whether an item of a list is the name of a test: an abbreviation in capitals, or what is tested for. "RF neg" denies no joint pain. */
export function isTest(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > 6) return false;
  for (let at = from; at < to; at++) {
    const low = tokens.low[at] ?? '';
    if (TESTED.has(low)) return true;
    const raw = tokens.text.slice(tokens.start[at], tokens.end[at]);
    if (low.length > 1 && /^(?=.*[A-Z].*[A-Z0-9])[A-Z0-9]+$|^[a-z]{1,3}[A-Z]{2,}$/.test(raw) && !SYMPTOM.has(low))
      return true;
  }
  return false;
}
