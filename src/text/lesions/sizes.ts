/** A size in a sentence: its dimensions in millimetres, and where it stands in it. */
export interface Size {
  readonly mm: readonly number[];
  readonly isLess: boolean;
  readonly isPrior: boolean;
  readonly from: number;
  readonly to: number;
}

const N = String.raw`\d{1,3}(?:\.\d{1,2})?`;
const U = '(?:mm|cm|millimet(?:er|re)s?|centimet(?:er|re)s?)';
const BY = String.raw`\s*(?:x|×|by|\*)\s*`;
/** "12 mm", "1.2 x 0.8 x 1.1 cm", "12 mm x 8 mm", "2.5-cm", "4-6 mm". */
const SIZE = new RegExp(
  String.raw`(?<![\d.])(${N})[\s-]?(${U})?(?:${BY}(${N})[\s-]?(${U})?)?(?:${BY}(${N})[\s-]?(${U})?)?(?:\s?(?:-|–|to)\s?(${N})[\s-]?(${U})?)?(?![\d.]*\d)`,
  'gi',
);
const PRIOR =
  /\b(?:previously|formerly|prior(?:ly)?|was|were|before|from|compared (?:to|with)|versus|vs\.?|earlier|measured|on (?:the )?(?:prior|previous|last)(?: \w+){0,3})(?: (?:measur(?:ed|ing)|about|approximately|up to|at|a|maximum|of|size|the|prior|previous|earlier))*[\s:,(]*$/i;
const LESS = /(?:<|\b(?:less than|under|below|smaller than|sub-?))\s*$/i;
/** What is so thick or so far, and no size of a lesion. */
const NOT_SIZE =
  /^\W{0,2}(?:(?:axial|thin|contiguous|collimated|helical|reconstruct\w*)\s+)*(?:slices?|sections?|thick(?:ness)?(?!\s+(?:nodule|cyst|lesion))|collimation|intervals?|reconstruct\w*|cuts?|images?|wall\b|from\b|above|below|deep|distal|proximal|inferior|superior|septa|stent|margin)/i;
const THICK =
  /\b(?:thickness|slice|interval|collimation|distance|wall|duct|cbd|endometri\w*|gauge|margin|septa|septum|stone|calculus)\b[^,;]{0,24}$/i;

const isCentimetre = (unit: string | undefined): boolean => /^c/i.test(unit ?? '');

/** All sizes of a sentence, in its order. */
export function sizesIn(sentence: string): Size[] {
  if (!/\d\s?-?\s?(?:mm|cm|millim|centim)/i.test(sentence)) return [];
  return [...sentence.matchAll(SIZE)].flatMap((match): Size[] => {
    const units = [match[2], match[4], match[6], match[8]];
    const last = units.findLast((unit) => unit !== undefined);
    if (last === undefined) return [];
    const numbers = [match[1], match[3], match[5], match[7]];
    const mm = numbers.flatMap((number, at) => {
      if (number === undefined) return [];
      const unit = units[at] ?? units.slice(at).find((each) => each !== undefined) ?? last;
      return [Number((Number(number) * (isCentimetre(unit) ? 10 : 1)).toFixed(2))];
    });
    const from = match.index;
    const to = from + match[0].trimEnd().length;
    const [before, after] = [sentence.slice(Math.max(0, from - 60), from), sentence.slice(to, to + 40)];
    if (mm.some((each) => each === 0) || NOT_SIZE.test(after) || THICK.test(before)) return [];
    return [{ mm, isLess: LESS.test(before), isPrior: PRIOR.test(before), from, to }];
  });
}
