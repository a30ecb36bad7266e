import type { Change, LesionKind, Organ } from './lesion.ts';

/** Words that tell of which organ a sentence, a heading or the name of an examination is. */
export const ORGANS: readonly (readonly [Organ, RegExp])[] = [
  ['adrenal', /\badrenals?\b|\bsuprarenal\b/i],
  ['thyroid', /\bthyroid\b|\bisthmus\b|\bTI-?RADS\b|\bTR ?[1-5]\b/i],
  ['pancreas', /\bpancrea\w*|\buncinate\b|\bIPMN\b|\b(?:side|main)[- ]branch\b/i],
  ['pituitary', /\bpituitary\b|\bsella\w*|\bhypophys\w*/i],
  ['gallbladder', /\bgall ?bladder\b|\bcholecyst\w*/i],
  ['ovary', /\bovar(?:y|ies|ian)\b|\badnexa\w*|\bO-?RADS\b/i],
  ['kidney', /\bkidneys?\b|\brenal\b|\bBosniak\b/i],
  ['liver', /\bliver\b|\bhepatic\b|\bLI-?RADS\b|\bsegment\s(?:[IV]{1,4}|[1-8])[ab]?\b/i],
  ['aorta', /\b(?:abdominal|infrarenal|juxtarenal|suprarenal) aort\w*|\bAAA\b|\baortic aneurysm\b|\baort(?:a|ic)\b/i],
  [
    'lung',
    /\blungs?\b|\bpulmonary\b|\b(?:upper|middle|lower)[- ]lobes?\b|\blobar\b|\bR[UML]L\b|\bL[UL]L\b|\blingula\w*|\bsubpleural\b|\bperifissural\b|\bfissur\w*|\bapex\b|\bapical\b|\bLung-?RADS\b/i,
  ],
];
/** Not the gland: `left lobe` alone is of the lung unless the sentence or the examination is of another organ with lobes. */
export const ELSEWHERE =
  /\b(?:breast|node|nodes|lymph|skin|prostat\w*|splen\w*|spleen|uter\w*|fibroid|bone|vertebra\w*|brain|parotid|bladder wall|subcutaneous|soft tissue|testi\w*|colon\w*|rectal|gastric|bowel|nasal|sinus|vocal)\b/i;
export const THORACIC_AORTA = /\b(?:thoracic|ascending|descending|root|arch)\b/i;

export const NOUN =
  /\b(?:(?:micro)?nodul(?:es?|ar(?: opacity)?)|mass(?:es)?|lesions?|(?:micro|macro)?cysts?|cystic lesions?|polyps?|aneurysm(?:s|al)?|incidentalomas?|(?:micro|macro)?adenomas?|IPMNs?|neoplasms?|tumou?rs?|ground[- ]glass opacit(?:y|ies)|haemangiomas?|hemangiomas?|angiomyolipomas?|AMLs?|AAA|aort(?:a|ic)(?=[^.;]{0,50}\b(?:measur\w+|diameter|dilat\w+|calib\w+|ectatic|is \d|\d(?:\.\d)? ?cm|\d\d ?mm)))\b/gi;

export function kindOf(noun: string): LesionKind {
  if (/^(?:micro)?nodul|ground|opacit/i.test(noun)) return 'nodule';
  if (/cyst|ipmn/i.test(noun)) return 'cyst';
  if (/polyp/i.test(noun)) return 'polyp';
  if (/aneurysm|aaa|aort/i.test(noun)) return 'aneurysm';
  return /mass|tumou?r|neoplasm|incidentaloma|adenoma/i.test(noun) ? 'mass' : 'lesion';
}

/** What is told of a lesion, in the words of the tables of guidance. */
const TRAITS: readonly (readonly [string, RegExp])[] = [
  ['part-solid', /\b(?:part|partly|sub)[- ]?solid\b|\bmixed (?:solid|ground)/i],
  ['ground-glass', /\bground[- ]glass\b|\bGGNs?\b|\bGGOs?\b|\bnon[- ]?solid\b/i],
  ['solid', /(?<!(?:part|partly|sub|non)[- ]?)\bsolid\b/i],
  ['calcified', /(?<!\b(?:non|not|un)[- ]?)\bcalcifi(?:ed|cations?)\b(?!\s+(?:absent))/i],
  [
    'benign-calcification',
    /\b(?:densely|completely|centrally|diffusely|popcorn|laminated) calcif\w+|\bcalcified granuloma\w*|\bgranulomas?\b/i,
  ],
  ['macrocalcification', /\bmacrocalcif\w+|\bcoarse calcif\w+/i],
  ['punctate-foci', /\bpunctate (?:echogenic )?foci\b|\bmicrocalcif\w+/i],
  ['rim-calcification', /\b(?:rim|peripheral) calcif\w+/i],
  ['perifissural', /\bperifissural\b|\bintrapulmonary lymph node/i],
  ['spiculated', /\bspiculat\w+|\birregular (?:margin|border)s?\b/i],
  ['upper-lobe', /\bupper[- ]lobe\b|\b[RL]UL\b|\bapex\b|\bapical\b/i],
  [
    'fat',
    /\b(?:macroscopic|intra-?lesional|internal|containing|contains) fat\b|\bfat[- ]containing\b|\bmyelolipoma\b|\bangiomyolipoma\b|\bhamartoma\b/i,
  ],
  ['lipid-rich', /\blipid[- ]rich\b|\bmicroscopic fat\b|\bsignal (?:drop(?:out)?|loss) on (?:the )?(?:out|opposed)/i],
  ['heterogeneous', /\bheterogen\w+/i],
  ['necrosis', /\bnecro\w+|\bhaemorrhagic\b|\bhemorrhagic\b/i],
  ['simple', /(?<!not a |non-?)\bsimple\b|\bunilocular\b|\banechoic\b/i],
  ['septated', /\bsepta\w*|\bmultilocula\w+/i],
  ['enhancing', /(?<!\b(?:no|non|not|without)[- ](?:\w+ )?)\benhanc(?:ing|es|ement)\b/i],
  ['mural-nodule', /\bmural nodul\w+|\bnodular component|\benhancing nodul\w+/i],
  [
    'duct-dilated',
    /\b(?:main pancreatic )?duct(?:al)? (?:is |appears )?dilat\w+|\bdilat(?:ed|ation) (?:of the )?(?:main )?pancreatic duct\b|\bMPD (?:dilat\w+|of [5-9]|[5-9])/i,
  ],
  ['pedunculated', /\bpedunculated\b/i],
  ['sessile', /\bsessile\b/i],
  ['haemangioma', /\bha?emangiomas?\b/i],
  ['endometrioma', /\bendometrioma\b/i],
  ['dermoid', /\bdermoid\b|\bteratoma\b/i],
  ['suspicious', /\bsuspicious\b|\bconcerning for (?:malig|carcin|neopl)/i],
  ['benign', /\b(?:definitely |typically |characteristically )?benign(?: appearing|-appearing)?\b/i],
  ['homogeneous', /\bhomogen\w+/i],
  ['spongiform', /\bspongiform\b/i],
  ['cystic', /\b(?:purely |almost completely |completely )?cystic\b/i],
  ['hypoechoic', /(?<!very |markedly )\bhypo-?echoic\b/i],
  ['very-hypoechoic', /\b(?:very|markedly) hypo-?echoic\b/i],
  ['taller-than-wide', /\btaller[- ]than[- ]wide\b/i],
  ['extrathyroidal', /\bextra-?thyroidal extension\b/i],
  ['lobulated', /\blobulated\b|\birregular\b/i],
  ['fdg-avid', /\bFDG[- ]avid\b|\bhypermetabolic\b|\bavid\b/i],
  ['chiasm', /\bchiasm\w*/i],
  ['microadenoma', /\bmicroadenomas?\b/i],
  ['macroadenoma', /\bmacroadenomas?\b/i],
  ['saccular', /\bsaccular\b/i],
  ['ruptured', /(?<!\b(?:no|without) (?:evidence of |sign of )?)\brupture(?:d)?\b|\bleak(?:ing)?\b/i],
  ['repaired', /\b(?:EVAR|stent[- ]?graft|endograft|repaired|post[- ]repair)\b/i],
  ['low-attenuation', /\b(?:low|fluid|water)[- ](?:attenuation|density)\b|\bhypo-?(?:attenuat\w+|dens\w+)\b/i],
];

const CATEGORY: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [
    /\bBosniak(?: (?:class|category|type))?\s*(IIF|2F|III|II|IV|I|[1-4])\b/i,
    (match) => `bosniak-${roman(match[1] ?? '')}`,
  ],
  [
    /\b(?:ACR )?TI-?RADS(?: (?:category|level|score))?\s*[:#]?\s*(?:TR\s?)?([1-5])\b|\bTR\s?([1-5])\b/i,
    (match) => `tr${match[1] ?? match[2]}`,
  ],
  [/\bO-?RADS(?: US| MRI)?(?: (?:category|score))?\s*[:#]?\s*([0-5])\b/i, (match) => `orads-${match[1]}`],
];

const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', IIF: '2f', III: '3', IV: '4', '2F': '2f' };
const roman = (text: string): string => ROMAN[text.toUpperCase()] ?? text.toLowerCase();

export function traitsIn(words: string): string[] {
  const plain = TRAITS.filter(([, form]) => form.test(words) && !isDenied(words, form)).map(([trait]) => trait);
  const graded = CATEGORY.flatMap(([form, name]) => {
    const match = form.exec(words);
    return match ? [name(match)] : [];
  });
  return [...plain, ...graded];
}

const DENIED = /\b(?:no|not|without|lack of|absence of|absent|nor|negative for)\s+(?:\w+[\s/-]+){0,3}$/i;
/** Traits of which reports more often say that they are missing; of others a "no" belongs to something else. */
function isDenied(words: string, form: RegExp): boolean {
  const match = form.exec(words);
  return match !== null && DENIED.test(words.slice(Math.max(0, match.index - 40), match.index));
}

/** Attenuation without contrast: "8 HU", "attenuation of -5 Hounsfield units". */
export function hounsfieldIn(words: string): number | undefined {
  const match = /(?<![\d.])([-−–]?\d{1,3}(?:\.\d)?)\s?(?:HU|Hounsfield)\b/i.exec(words);
  return match ? Number((match[1] ?? '').replace(/[−–]/, '-')) : undefined;
}

const CHANGES: readonly (readonly [Change, RegExp])[] = [
  ['resolved', /\b(?:resolved|no longer (?:seen|visible|present|identified)|has cleared|disappeared)\b/i],
  [
    'unchanged',
    /\b(?:unchanged|stable|similar (?:in size|to|in appearance|size)|no (?:significant |interval |appreciable )*(?:change|growth)|not (?:significantly )?changed|without (?:interval )?(?:change|growth))\b/i,
  ],
  [
    'larger',
    /\b(?:increas(?:ed|ing)(?: in size)?|enlarg(?:ed|ing)|larger|grow(?:n|ing)|grew|interval growth|progress\w+)\b/i,
  ],
  ['smaller', /\b(?:decreas(?:ed|ing)(?: in size)?|smaller|regress\w+|shr[aiu]nk\w*|diminished)\b/i],
  ['new', /(?<!\b(?:no|any) )\b(?:new|newly|interval development)\b/i],
];

export function changeIn(words: string): Change | undefined {
  return CHANGES.find(([, form]) => form.test(words))?.[0];
}

export const MULTIPLE =
  /\b(?:multiple|several|numerous|scattered|few|two|three|four|five|bilateral|innumerable)\b[^.;]{0,40}\b(?:nodules|cysts|lesions|masses|polyps|opacities)\b|\b(?:nodules|cysts|polyps)\b/i;

const SITE =
  /\b((?:left|right)\s(?:upper|middle|lower)\slobe|(?:upper|middle|lower)\slobe|R[UML]L|L[UL]L|lingula|(?:left|right)\s(?:lobe|apex|adrenal|kidney|ovary|adnexa)|segment\s(?:[IV]{1,4}|[1-8])[ab]?|(?:upper|lower|mid|inter)[- ]?pol(?:e|ar)|isthmus|(?:pancreatic\s)?(?:head|neck|body|tail|uncinate)(?:\sof the pancreas)?|infrarenal)\b/i;
export const siteIn = (words: string): string | undefined => SITE.exec(words)?.[1];

export function sideIn(words: string): 'left' | 'right' | 'bilateral' | undefined {
  const left = /\bleft\b|\bL[UL]L\b|\blt\b|\blingula/i.test(words);
  const right = /\bright\b|\bR[UML]L\b|\brt\b/i.test(words);
  if (/\bbilateral/i.test(words) || (left && right)) return 'bilateral';
  return left ? 'left' : right ? 'right' : undefined;
}
