import { NUMBER, type Tokens } from './tokens.ts';

/** What a sample is of. The loose ones are told with a list of results; the others mostly with one ("urine sodium"). */
export type Fluid = Loose | Tight | 'blood';
type Loose = 'csf' | 'synovial' | 'ascitic' | 'pleural' | 'other-fluid';
type Tight = 'urine' | 'other-sample';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const table = (rows: readonly (readonly [Fluid, string])[]): ReadonlyMap<string, Fluid> =>
  new Map(rows.flatMap(([fluid, list]) => list.split(' ').map((word): [string, Fluid] => [word, fluid])));

/** Names of a specimen by themselves. */
const ALONE = table([
  ['csf', 'csf cerebrospinal lp'],
  ['synovial', 'arthrocentesis'],
  ['ascitic', 'paracentesis'],
  ['pleural', 'thoracentesis thoracocentesis pleurocentesis'],
  ['other-fluid', 'pericardiocentesis amniocentesis dialysate effluent bal vitreous'],
  ['urine', 'urine urinary urinalysis ua msu csu dipstick'],
  [
    'other-sample',
    'stool stools faecal fecal faeces feces sweat saliva salivary semen seminal meconium sputum marrow hair',
  ],
  ['blood', 'serum plasma bloods capillary venous arterial'],
]);
/** Names of a place, which are a specimen when a word for a fluid follows: "pleural fluid", not "pleural effusion". */
const PLACES = table([
  ['synovial', 'synovial joint knee hip ankle shoulder elbow wrist bursa bursal'],
  ['ascitic', 'ascitic peritoneal ascites'],
  ['pleural', 'pleural'],
  ['csf', 'lumbar spinal'],
  ['other-fluid', 'pericardial amniotic drain cyst gastric bronchial bronchoalveolar wound duodenal bile biliary'],
]);
const DRAWN = words('fluid fluids aspirate aspirates aspiration tap puncture lavage washing washings');
/** What is measured in such a fluid, right after the name of the place: "pleural LDH". */
const MEASURED =
  /^(?:leuko|leukocytes?|leucocytes?|wbc|wcc|white|neutrophils?|polymorphs?|glucose|protein|ldh|amylase|albumin|lactate|creatinine|cea|bilirubin|triglycerides?)$/;
/** Places of which a joint is not one: its results are told of its fluid. */
const JOINT = words('joint knee hip ankle shoulder elbow wrist lumbar spinal');
/** "Blood tests", "blood: Na 140"; not "blood 3+" of a dipstick, nor "white blood cells". */
const OF_BLOOD = words('test tests result results sample samples work workup chemistry level levels panel :');

/** The specimen that the token names, by itself or with the word after it; undefined for most. */
export function specimenAt(tokens: Tokens, at: number): Fluid | undefined {
  const low = tokens.low[at] ?? '';
  const alone = ALONE.get(low);
  // "UA 0.5" is uric acid.
  if (alone !== undefined) return low === 'ua' && tokens.kind[at + 1] === NUMBER ? undefined : alone;
  const next = tokens.low[at + 1] ?? '';
  if (low === 'blood') return OF_BLOOD.has(next) ? 'blood' : undefined;
  const place = PLACES.get(low);
  if (place === undefined) return undefined;
  return DRAWN.has(next) || (!JOINT.has(low) && MEASURED.test(next)) ? place : undefined;
}

const LOOSE: ReadonlySet<Fluid> = new Set<Fluid>(['csf', 'synovial', 'ascitic', 'pleural', 'other-fluid']);
/** Whether results that follow are of the fluid until another is named. */
export const isLoose = (fluid: Fluid): boolean => LOOSE.has(fluid);

/** Words that may stand between a specimen and what is measured in it. */
export const LINKS = new Set(
  ': analysis chemistry microscopy sample specimen results result test dip dipstick stick fluid study studies shows showed showing reveals revealed demonstrates demonstrated found had has was were is with and & / spot random the a of for to be low high raised elevated normal increased decreased reduced markedly mildly slightly very positive concentration concentrations level levels excretion hour hours h hr 24 - biochemistry electrolytes examination'.split(
    ' ',
  ),
);
