import { fluidOfList } from './fluid-heading.ts';
import type { Named } from './measure-names.ts';
import { type Fluid, isLoose, LINKS, specimenAt } from './specimens.ts';
import { standsAt, type Tokens } from './tokens.ts';

/** What blood's measures are called in another fluid; one that is missing is not read. */
const IN: Readonly<Record<Exclude<Fluid, 'blood'>, ReadonlyMap<string, string>>> = {
  csf: new Map([
    ['leukocytes', 'csf-leukocytes'],
    ['erythrocytes', 'csf-erythrocytes'],
    ['glucose', 'csf-glucose'],
    ['total-protein', 'csf-protein'],
  ]),
  synovial: new Map([['leukocytes', 'synovial-leukocytes']]),
  ascitic: new Map([['neutrophils', 'ascitic-neutrophils']]),
  pleural: new Map(),
  urine: new Map([
    ['sodium', 'urine-sodium'],
    ['osmolality', 'urine-osmolality'],
    ['glucose', 'urine-glucose'],
    ['total-protein', 'urine-protein'],
    ['leukocytes', 'urine-wbc'],
    ['erythrocytes', 'urine-rbc'],
  ]),
  'other-fluid': new Map(),
  'other-sample': new Map(),
};
/** What is measured in blood and in other specimens alike. Other names (pulse, haemoglobin) mean what they always mean. */
const SHARED: ReadonlySet<string> = new Set(
  'leukocytes erythrocytes neutrophils lymphocytes monocytes eosinophils glucose total-protein albumin ldh amylase lipase lactate sodium potassium chloride bicarbonate calcium phosphate magnesium osmolality urea-nitrogen creatinine urate bilirubin triglycerides cholesterol cortisol iron ammonia igg iga igm afp cea ace'.split(
    ' ',
  ),
);
/** Of these, what is told in a list of a fluid however far from its name; of others the fluid has to be told beside them. */
const LISTED: ReadonlySet<string> = new Set(
  'leukocytes erythrocytes neutrophils lymphocytes monocytes eosinophils glucose total-protein albumin ldh amylase lactate'.split(
    ' ',
  ),
);
/** A dipstick and a microscope tell of nothing else: the potassium after a "UA" is of blood. */
const ON_A_DIPSTICK: ReadonlySet<string> = new Set([
  'leukocytes',
  'erythrocytes',
  'glucose',
  'total-protein',
  'bilirubin',
  'albumin',
]);
const DIPPED = /^(?:urinalysis|ua|msu|csu|dipstick)$/;
/** Short names that mean a measure only where the specimen is told: "CSF: protein 0.9, white cells 120". */
const SHORT: ReadonlyMap<string, readonly (readonly [words: readonly string[], analyte: string])[]> = new Map([
  ['protein', [[['protein'], 'total-protein']]],
  ['proteins', [[['proteins'], 'total-protein']]],
  ['white', [[['white', 'cells'], 'leukocytes']]],
  ['leukocytes', [[['leukocytes'], 'leukocytes']]],
  ['leucocytes', [[['leucocytes'], 'leukocytes']]],
  ['red', [[['red', 'cells'], 'erythrocytes']]],
  ['polymorphs', [[['polymorphs'], 'neutrophils']]],
]);

/** The names of a sentence as they are meant, and those that are of another specimen than blood, as they stand in the text. */
export interface InTheirFluid {
  readonly names: readonly Named[];
  readonly elsewhere: readonly Named[];
}

/**
 * Names whose specimen the sentence tells, before them or after ("CSF: WBC 250, glucose 30", "low glucose in the CSF"), or a heading
 * above a list. Of a specimen that has no such measure here, the name is left out rather than taken for blood's. Linear.
 */
export function inTheirFluid(tokens: Tokens, found: readonly Named[], from: number, to: number): InTheirFluid {
  const short = shortNames(tokens, found, from, to);
  if (short.length === 0 && !found.some(({ analyte }) => SHARED.has(analyte))) return { names: found, elsewhere: [] };
  const isShort = new Set(short);
  const all = short.length === 0 ? found : [...found, ...short].sort((a, b) => a.from - b.from);
  const names: Named[] = [];
  const elsewhere: Named[] = [];
  const governing = new Governing(tokens, from);
  for (const named of all) {
    const before = governing.upTo(named);
    const isOpen = SHARED.has(named.analyte) && !isOfBlood(tokens, named);
    const after = isOpen ? specimenAfter(tokens, named.to, to) : undefined;
    const fluid = isOpen ? (after?.fluid ?? before) : 'blood';
    if (fluid === undefined || fluid === 'blood') {
      if (!isShort.has(named)) names.push(named);
      continue;
    }
    if (isShort.has(named) && !isLoose(fluid)) continue;
    elsewhere.push(named);
    const analyte = IN[fluid].get(named.analyte);
    if (analyte !== undefined) names.push({ ...named, analyte, to: after?.to ?? named.to });
  }
  return { names, elsewhere };
}

function shortNames(tokens: Tokens, found: readonly Named[], from: number, to: number): Named[] {
  const names: Named[] = [];
  let next = 0;
  for (let at = from; at < to; at++) {
    const short = SHORT.get(tokens.low[at] ?? '')?.find(([words]) => standsAt(tokens, at, words));
    if (!short) continue;
    const end = at + short[0].length;
    while ((found[next]?.to ?? end) <= at) next++;
    if (end <= to && (found[next]?.from ?? end) >= end) names.push({ from: at, to: end, analyte: short[1] });
  }
  return names;
}

/** "Blood glucose", "serum protein": the name itself says so. */
function isOfBlood(tokens: Tokens, { from, to }: Named): boolean {
  for (let at = from; at < to; at++)
    if (/^(?:blood|serum|plasma)$/.test(tokens.low[at] ?? '') && to - from > 1) return tokens.low[at + 1] !== 'cell';
  return false;
}

const INTO = /^(?:in|of|from|on)$/;
const MIDDLE =
  /^(?:the|his|her|their|a|an|this|is|was|were|are|low|high|raised|elevated|reduced|decreased|increased|normal|level|levels)$/;

/** A specimen right after a name: "low glucose in the CSF", "protein was raised in CSF". `to` is where the value is looked for from. */
function specimenAfter(
  tokens: Tokens,
  from: number,
  to: number,
): { readonly fluid: Fluid; readonly to: number } | undefined {
  let led = false;
  for (let at = from; at < to && at < from + 6; at++) {
    const low = tokens.low[at] ?? '';
    const fluid = led ? specimenAt(tokens, at) : undefined;
    if (fluid !== undefined) {
      const end = /^(?:fluid|fluids|aspirate|tap)$/.test(tokens.low[at + 1] ?? '') ? at + 2 : at + 1;
      // "Glucose in the CSF was 1.2", but "protein was raised in CSF".
      return { fluid, to: INTO.test(tokens.low[from] ?? '') ? end : from };
    }
    if (INTO.test(low)) led = true;
    else if (!MIDDLE.test(low)) return undefined;
  }
  return undefined;
}

/** A measure of another specimen by its own name, or the panel of the urine. */
const isOwn = ({ analyte, panel }: Named): boolean =>
  panel === 'urine' || /^(?:urine|csf|synovial|ascitic|faecal|stool)-/.test(analyte);

const OPENS =
  /^(?::|shows|showed|showing|reveals|revealed|demonstrates|demonstrated|had|found|dip|dipstick|urinalysis|ua|msu|microscopy)$/;

/** The specimen that governs the names of a sentence, from its first token on. */
class Governing {
  private readonly tokens: Tokens;
  private readonly from: number;
  private at: number;
  private fluid: Fluid | undefined;
  private isDip = false;
  /** A list of its results follows: "urine: …", "urinalysis showed …", "24-hour urine …". */
  private opens = false;
  /** Only words that lead to its result, or that join another to it, have followed so far. */
  private leads = false;
  private isFirst = false;
  private isCut = false;
  private list: { readonly fluid: Fluid | undefined } | undefined;

  constructor(tokens: Tokens, from: number) {
    this.tokens = tokens;
    this.from = from;
    this.at = from;
  }

  /** The specimen of a name; those before it have been asked for. */
  upTo(named: Named): Fluid | undefined {
    for (; this.at < named.from; this.at++) this.step();
    const { fluid, opens, leads } = this;
    const isListed = LISTED.has(named.analyte);
    const governs = opens || leads ? !this.isDip || ON_A_DIPSTICK.has(named.analyte) : false;
    for (; this.at < named.to; this.at++) if (specimenAt(this.tokens, this.at) !== undefined) this.step();
    this.isFirst = false;
    // A haemoglobin, a panel or a pulse among them: the list has gone on to blood. "Urine sodium" names its own specimen.
    if (!SHARED.has(named.analyte) && !isOwn(named)) this.fluid = 'blood';
    if (fluid === 'blood') return fluid;
    if (fluid !== undefined) return governs || (isListed && isLoose(fluid)) ? fluid : undefined;
    if (this.isCut) return undefined;
    this.list ??= { fluid: fluidOfList(this.tokens, this.from) };
    return this.list.fluid;
  }

  private step(): void {
    const { tokens, at } = this;
    const low = tokens.low[at] ?? '';
    const fluid = specimenAt(tokens, at);
    if (fluid !== undefined) {
      this.fluid = fluid;
      this.isDip = DIPPED.test(low);
      this.opens = OPENS.test(low) || isTimed(tokens, at);
      this.leads = true;
      this.isFirst = true;
    } else if (low === ';') {
      this.fluid = undefined;
      this.isCut = true;
    } else if (this.isFirst) {
      this.leads &&= LINKS.has(low);
      this.opens ||= this.leads && OPENS.test(low);
    } else this.leads &&= /^(?:and|&|\/|or)$/.test(low);
  }
}

/** "24-hour urine": all that is measured in it follows. */
function isTimed(tokens: Tokens, specimen: number): boolean {
  const unit = tokens.low[specimen - 1] ?? '';
  const number = tokens.low[specimen - 2] === '-' ? tokens.low[specimen - 3] : tokens.low[specimen - 2];
  return unit === '24h' || (/^(?:h|hr|hour|hours)$/.test(unit) && number === '24');
}
