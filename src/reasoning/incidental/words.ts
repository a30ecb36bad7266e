import type { IncidentalTable } from '../../knowledge/index.ts';
import type { Decision } from './decide.ts';

type Organ = IncidentalTable['organ'];

const NAMES: Readonly<Record<Organ, RegExp>> = {
  lung: /\b(?:lungs?|pulmonary|chest|thora\w*|nodules?)\b/i,
  kidney: /\b(?:kidneys?|renal|urolog\w*)\b/i,
  adrenal: /\b(?:adrenals?|endocrin\w*)\b/i,
  thyroid: /\b(?:thyroid|neck)\b/i,
  pancreas: /\b(?:pancrea\w*|MRCP|EUS|IPMN)\b/i,
  liver: /\b(?:liver|hepat\w*)\b/i,
  gallbladder: /\b(?:gall ?bladder|polyps?|cholecyst\w*)\b/i,
  ovary: /\b(?:ovar\w*|adnexa\w*|pelvi\w*|gyna?ecolog\w*)\b/i,
  aorta: /\b(?:aort\w*|AAA|aneurysm\w*|vascular)\b/i,
  pituitary: /\b(?:pituitary|sella\w*|endocrin\w*)\b/i,
};

/** Words of a recommendation that is for a lesion of an organ. */
export const organName = (organ: Organ): RegExp => NAMES[organ];

/** What the reader of a clue is told of the character of a lesion. */
const SHOWN = ['part-solid', 'ground-glass', 'solid', 'spiculated', 'septated', 'enhancing'];
const GRADES: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^tr([1-5])$/, ([, grade]) => `TR${grade}`],
  [
    /^bosniak-(\w+)$/,
    ([, grade = '']) => `Bosniak ${{ '1': 'I', '2': 'II', '2f': 'IIF', '3': 'III', '4': 'IV' }[grade] ?? grade}`,
  ],
  [/^orads-(\d)$/, ([, grade]) => `O-RADS ${grade}`],
];

/** `6 mm solid nodule of the lung, right upper lobe, was 4 mm, higher risk`. */
export function sizedName({ lesion, table, traits, isHighRisk }: Decision): string {
  const { largestMm, isLess, isMultiple, priorMm, change, hounsfield } = lesion;
  // Where guidance goes by the mean, both dimensions are told.
  const told = table.size === 'mean' && lesion.sizesMm.length > 1 ? lesion.sizesMm.join(' × ') : largestMm;
  const size = told === undefined ? '' : `${isLess ? 'below ' : ''}${told} mm`;
  const character = SHOWN.filter((trait) => traits.includes(trait)).slice(0, 2);
  const grade = traits.flatMap((trait) =>
    GRADES.flatMap(([form, name]) => {
      const match = form.exec(trait);
      return match ? [name(match)] : [];
    }),
  );
  const what = table.name.toLowerCase();
  const site = (lesion.site ?? (lesion.side && lesion.side !== 'bilateral' ? lesion.side : '')).replace(
    /^[A-Z](?=[a-z])/,
    (letter) => letter.toLowerCase(),
  );
  const facts = [
    site,
    ...grade,
    hounsfield === undefined ? '' : `${hounsfield} HU`,
    priorMm === undefined
      ? change === 'unchanged'
        ? 'unchanged'
        : change === 'larger'
          ? 'larger'
          : change === 'new'
            ? 'new'
            : ''
      : `was ${priorMm} mm`,
    table.highRisk === undefined ? '' : isHighRisk ? 'higher risk' : 'no risk factor found',
  ].filter(Boolean);
  const name = [size, ...character, isMultiple ? `${what}s` : what].filter(Boolean).join(' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${facts.length > 0 ? `, ${facts.join(', ')}` : ''}`;
}
