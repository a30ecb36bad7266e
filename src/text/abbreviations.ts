import { NUMBER, type Tokens } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Neighbours that give an abbreviation another meaning than the disease: the word before, or the word after. `#` is a number. */
interface Neighbours {
  readonly before?: ReadonlySet<string>;
  readonly after?: ReadonlySet<string>;
}

const OTHERWISE: Readonly<Record<string, Neighbours>> = {
  // CT of chest, abdomen and pelvis; room air and right atrium; milligrams; mucous membranes; cerebellopontine and costophrenic angle.
  cap: { before: words('ct mr mri pet'), after: words('refill') },
  ra: { before: words('# % on sats sat spo2 o2 room'), after: words('pressure appendage enlargement dilated size') },
  mg: { before: words('#') },
  mm: { before: words('# x'), after: words('moist dry pink hg') },
  ms: { before: words('#'), after: words('contin exam') },
  cp: { after: words('angle angles') },
  as: { before: words('same such'), after: words('above per needed directed') },
  pe: { before: words('on'), after: words('tube tubes : normal nl unremarkable') },
  pcp: {
    before: words('per by with to via see saw from his her their f/u fu via'),
    after: words('to will f recheck aware notified visit appt'),
  },
  ed: {
    before: words('in to the via from post since at'),
    after: words('visit course attendance physician dr doctor'),
  },
  ot: { before: words('#') },
  ad: { after: words('lib') },
  all: { after: words('normal neg clear negative well other the of') },
  et: { after: words('tube al') },
  im: { before: words('# toradol ketorolac') },
  ca: { before: words('serum ionised ionized') },
  dm: { before: words('#') },
  ibs: { after: words('diet') },
  si: { after: words('units unit joint joints') },
  tb: { after: words('test') },
  cd: { before: words('hct') },
  pd: { after: words('dose') },
  pots: { after: words('of') },
  cf: { after: words('last previous prior') },
  // Not the mood: of a segment of the ECG, of the marrow, of breathing.
  depression: {
    before: words('st pr j t segment segments wave marrow respiratory cns spreading skull ventilatory'),
    after: words('of fracture'),
  },
  depressed: { before: words('st pr segment marrow consciousness respiratory'), after: words('skull fracture ef') },
};

/** Whether the abbreviation in capitals, or the word, at a token means something else there. */
export function meansOtherwise(tokens: Tokens, at: number): boolean {
  const other = OTHERWISE[tokens.low[at] ?? ''];
  if (!other) return false;
  const before = at === 0 ? '' : tokens.kind[at - 1] === NUMBER ? '#' : (tokens.low[at - 1] ?? '');
  return (other.before?.has(before) ?? false) || (other.after?.has(tokens.low[at + 1] ?? '') ?? false);
}
