/** The value that follows a label: its tokens and where it ends. */
import { LINE, LOWER, MARK, MIXED, NUMBER, type Tokens, UPPER, WORD } from '../tokens.ts';
import { LABEL } from '../vocabulary.ts';

export function valueAt(doc: Tokens, from: number): { start: number; end: number } | undefined {
  let j = from;
  let end = -1;
  const start = doc.start[from];
  if (
    start === undefined ||
    ((doc.gap[from] ?? 0) >= LINE && doc.lower[from - 1] !== ':' && doc.lower[from - 1] !== '#')
  )
    return undefined;
  for (; j < doc.length && j < from + 14; j += 1) {
    const gap = j === from ? 0 : (doc.gap[j] ?? 0);
    const kind = doc.kind[j];
    if (gap >= LINE) break;
    if (kind === NUMBER || kind === MIXED) {
      if (gap === 1 && end > 0 && !spaced(doc, j)) break;
      end = doc.end[j] ?? end;
    } else if (kind === WORD) {
      const capital =
        doc.shape[j] === UPPER ||
        (doc.end[j] ?? 0) - (doc.start[j] ?? 0) === 1 ||
        (gap === 0 && j > from) ||
        (doc.caseless &&
          (doc.end[j] ?? 0) - (doc.start[j] ?? 0) <= 4 &&
          /^[-/]$/.test(doc.lower[j + 1] ?? '') &&
          doc.gap[j + 1] === 0);
      // The next label, after a gap: "Badge # 2678  DOB".
      if (end > 0 && (doc.start[j] ?? 0) - (doc.end[j - 1] ?? 0) > 1 && ((doc.flags[j] ?? 0) & LABEL) !== 0) break;
      if (end > 0 && gap > 0 && /^(?:dob|ssn|mrn|age|sex|tel|fax|ph)$/.test(doc.lower[j] ?? '')) break;
      // "Medicaid # 5262405959 A": a letter of its own at the end.
      if (end > 0 && gap === 1 && j > from && doc.shape[j] !== LOWER && endsValue(doc, j)) {
        end = doc.end[j] ?? end;
        break;
      }
      if (!capital || (gap > 0 && end > 0 && !spaced(doc, j + 1)) || (doc.shape[j] === LOWER && gap > 0)) break;
      // "Reference: VIN 1HG...": the second label announces the value.
      if (end < 0 && (!hasDigitSoon(doc, j) || (((doc.flags[j] ?? 0) & LABEL) !== 0 && doc.gap[j + 1] !== 0))) break;
      if (end > 0 && gap === 0) end = doc.end[j] ?? end;
    } else if (
      doc.lower[j] === '-' ||
      doc.lower[j] === '/' ||
      (doc.lower[j] === ',' && gap === 0 && doc.gap[j + 1] === 0 && /^\d{3}$/.test(doc.lower[j + 1] ?? '')) ||
      doc.lower[j] === '.' ||
      doc.lower[j] === '_' ||
      doc.lower[j] === '*' ||
      (doc.lower[j] === ':' &&
        gap === 0 &&
        doc.gap[j + 1] === 0 &&
        doc.kind[j - 1] === MIXED &&
        doc.kind[j + 1] === MIXED)
    ) {
      if (gap > 0 && doc.gap[j + 1] !== 1) break;
      if (doc.gap[j + 1] !== 0 && !(gap === 1 && doc.lower[j] === '-')) break;
    } else break;
  }
  return end > 0 ? { start, end } : undefined;
}

/** "7ABC 123", "QQ 12 34 56": digits after a space belong to the value when the value is short so far. */
const spaced = (doc: Tokens, j: number): boolean => {
  const kind = doc.kind[j];
  if (kind !== NUMBER && kind !== MIXED) return false;
  const length = (doc.end[j] ?? 0) - (doc.start[j] ?? 0);
  if (length === 1)
    return (
      (doc.kind[j + 1] === MARK || (doc.gap[j + 1] ?? LINE) >= LINE) &&
      (doc.end[j - 1] ?? 0) - (doc.start[j - 1] ?? 0) >= 2
    );
  return length <= 6 && !/^(?:mg|years?|days?|weeks?|on|at|hours?)$/.test(doc.lower[j + 1] ?? '');
};

/** One capital letter before the end of the line, a gap or a mark. */
function endsValue(doc: Tokens, j: number): boolean {
  const length = (doc.end[j] ?? 0) - (doc.start[j] ?? 0);
  if (length > 2 || doc.lower[j] === 'i' || (length === 2 && doc.shape[j] !== UPPER)) return false;
  return (
    j + 1 >= doc.length ||
    (doc.gap[j + 1] ?? 0) >= LINE ||
    (doc.start[j + 1] ?? 0) - (doc.end[j] ?? 0) > 1 ||
    (doc.kind[j + 1] === MARK && /^[.,;)|]$/.test(doc.lower[j + 1] ?? ''))
  );
}

function hasDigitSoon(doc: Tokens, j: number): boolean {
  for (let k = j + 1; k < j + 5; k += 1) {
    if (doc.kind[k] === NUMBER || doc.kind[k] === MIXED) return (doc.gap[k] ?? 0) <= 1;
    const slash = doc.lower[k] === '/' && doc.gap[k] === 0 && doc.gap[k + 1] === 0;
    if (doc.kind[k] === MARK && doc.lower[k] !== '-' && doc.lower[k] !== '.' && !slash) return false;
    if (doc.kind[k] === WORD && doc.shape[k] !== UPPER && !doc.caseless) return false;
  }
  return false;
}
