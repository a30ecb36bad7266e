import type { Span } from '../mention.ts';
import { assertSpans, type NoteReading, type ReadOptions } from '../read.ts';
import type { Change, Lesion, LesionKind, Organ } from './lesion.ts';
import { type Size, sizesIn } from './sizes.ts';
import {
  changeIn,
  ELSEWHERE,
  hounsfieldIn,
  kindOf,
  MULTIPLE,
  NOUN,
  ORGANS,
  sideIn,
  siteIn,
  THORACIC_AORTA,
  traitsIn,
} from './words.ts';

/** Where reports do not describe what they see. */
const SILENT: ReadonlySet<string> = new Set([
  'technique',
  'comparison',
  'indication',
  'family-history',
  'instructions',
]);
/** A text without any of these holds no lesion. */
const ANY =
  /nodul|mass|lesion|cyst|polyp|aneurysm|aort|incidentaloma|adenoma|ipmn|angioma|neoplasm|tumou?r|AAA|opacit/i;
/** Goes on about what the sentence before told of. */
const GOES_ON =
  /^\W*(?:it|this|these|they|the (?:largest|nodule|cyst|lesion|mass|polyp|aneurysm|latter|dominant)|largest|measur\w+|size|maximum|attenuation|no (?:significant |interval )?(?:change|growth)|unchanged|stable|previously|compared)\b/i;
/** A sentence that recommends tells of what to do with a lesion told elsewhere. */
const ADVICE =
  /\b(?:recommend\w*|suggest\w*|advis\w+|follow[- ]?up|surveillance|guidelines?|society|criteria|should be|consider|warrants?)\b/i;

interface Draft {
  readonly organ: Organ;
  readonly kind: LesionKind;
  readonly noun: Span;
  readonly sizes: readonly Size[];
  readonly words: string;
  readonly start: number;
  readonly sentence: Span;
  readonly section?: string;
  /** Index among the drafts of what this sentence goes on about. */
  readonly of?: number;
}

/**
 * The focal lesions that a text describes: nodules, masses, cysts, polyps and aneurysms with organ, size, character and comparison.
 * `title` names the examination ("CT chest"). A sentence that goes on about the one before adds to its lesion.
 */
export function lesionsIn(
  text: string,
  { sentences }: NoteReading,
  title: string,
  options: ReadOptions = {},
): Lesion[] {
  if (!ANY.test(text)) return [];
  const drafts: Draft[] = [];
  const [fromTitle] = organsOf(title.replace(/\b(?:chest|thorax)\b/i, 'lung'));
  let organ: Organ | undefined;
  let last: number | undefined;
  for (const { span, section } of sentences) {
    if (SILENT.has(section ?? '')) continue;
    const words = text.slice(...span);
    const label = /^\W*([A-Z][A-Za-z /]{2,30}):/.exec(text.slice(lineStart(text, span[0]), span[1]))?.[1];
    const [labelled] = label === undefined ? [] : organsOf(label);
    const [said] = organsOf(words);
    const isElsewhere = ELSEWHERE.test(words) && said === undefined;
    organ = said ?? labelled ?? (GOES_ON.test(words) ? organ : undefined);
    const sizes = sizesIn(words);
    const nouns = [...words.matchAll(NOUN)];
    if (nouns.length === 0) {
      if (
        last !== undefined &&
        GOES_ON.test(words) &&
        (sizes.length > 0 || changeIn(words) || hounsfieldIn(words) !== undefined)
      ) {
        const before = drafts[last];
        if (before)
          drafts.push({ ...before, noun: before.noun, sizes, words, start: span[0], sentence: span, of: last });
      } else last = undefined;
      continue;
    }
    if (isElsewhere || (ADVICE.test(words) && sizes.length === 0)) continue;
    const where =
      said ??
      labelled ??
      (GOES_ON.test(words) && last !== undefined ? drafts[last]?.organ : undefined) ??
      fromTitle ??
      'other';
    last = drafts.length;
    drafts.push(...draftsOf(nouns, sizes, words, span, section, where));
    if (drafts.length === last) last = undefined;
  }
  const status = assertSpans(
    text,
    drafts.map(({ noun }) => noun),
    options,
  );
  return joined(drafts, (draft, index) => lesionOf(draft, status[index] ?? PLAIN));
}

const PLAIN = { assertion: 'present', temporality: 'current', experiencer: 'patient' } as const;

const lineStart = (text: string, at: number): number => Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 60);

/** Organs in the order in which words name them, the most special first. */
function organsOf(words: string): Organ[] {
  return ORGANS.filter(([, form]) => form.test(words)).flatMap(([organ]): Organ[] =>
    organ === 'aorta' && THORACIC_AORTA.test(words) && !/abdominal|infrarenal|AAA/i.test(words) ? ['other'] : [organ],
  );
}

/** One draft a clause with its own noun and size; nouns that share a size are one. */
function draftsOf(
  nouns: readonly RegExpExecArray[],
  sizes: readonly Size[],
  words: string,
  span: Span,
  section: string | undefined,
  organ: Organ,
): Draft[] {
  const now = sizes.filter(({ isPrior }) => !isPrior);
  const [first] = nouns;
  if (!first) return [];
  const draft = (noun: RegExpExecArray, own: readonly Size[], clause: string, start: number): Draft => {
    const at = start + clause.toLowerCase().indexOf(noun[0].toLowerCase());
    const [named] = organsOf(clause);
    return {
      organ: named ?? organ,
      kind: kindOf(noun[0]),
      noun: [at, at + noun[0].length],
      sizes: own,
      words: clause,
      start,
      sentence: span,
      ...(section === undefined ? {} : { section }),
    };
  };
  if (now.length <= 1 || nouns.length === 1) return [draft(best(nouns, now[0]) ?? first, sizes, words, span[0])];
  // Several sizes and several nouns: each size with the words around it.
  const cuts = now.slice(1).map((size, index) => cutBetween(words, now[index]?.to ?? 0, size.from));
  return [0, ...cuts].flatMap((from, index) => {
    const to = cuts[index] ?? words.length;
    const clause = words.slice(from, to);
    const own = sizes
      .filter((size) => size.from >= from && size.to <= to)
      .map((size) => ({ ...size, from: size.from - from, to: size.to - from }));
    const noun = nouns.find((each) => each.index >= from && each.index < to);
    if (noun) return [draft(noun, own, clause, span[0] + from)];
    return [];
  });
}

/** Between two sizes a clause ends at the last comma, semicolon or "and". */
function cutBetween(words: string, from: number, to: number): number {
  const between = words.slice(from, to);
  const cut = Math.max(between.lastIndexOf(';'), between.lastIndexOf(','), between.lastIndexOf(' and '));
  return cut < 0 ? to : from + cut + 1;
}

/** The noun nearest to the size. */
function best(nouns: readonly RegExpExecArray[], size: Size | undefined): RegExpExecArray | undefined {
  if (!size) return nouns[0];
  return [...nouns].sort((a, b) => Math.abs(a.index - size.from) - Math.abs(b.index - size.from))[0];
}

function lesionOf(
  draft: Draft,
  { assertion, temporality, experiencer }: Pick<Lesion, 'assertion' | 'temporality' | 'experiencer'>,
): Lesion {
  const { organ, kind, noun, words, start, sentence, section } = draft;
  const own = draft.sizes.filter(({ isPrior }) => !isPrior);
  // Of several sizes of one lesion, the largest counts.
  const size = own.reduce<Size | undefined>(
    (most, each) => (!most || Math.max(...each.mm) > Math.max(...most.mm) ? each : most),
    undefined,
  );
  const prior = draft.sizes.find(({ isPrior }) => isPrior);
  const hounsfield = hounsfieldIn(words);
  const change = changeIn(words);
  const judged = change ?? (prior && size ? compared(Math.max(...size.mm), Math.max(...prior.mm)) : undefined);
  const [side, site] = [sideIn(words), siteIn(words)];
  return {
    organ,
    kind,
    ...(side ? { side } : {}),
    ...(site ? { site } : {}),
    sizesMm: size?.mm ?? [],
    ...(size ? { largestMm: Math.max(...size.mm) } : {}),
    ...(size?.isLess ? { isLess: true } : {}),
    isMultiple: MULTIPLE.test(words),
    traits: traitsIn(words),
    ...(hounsfield === undefined ? {} : { hounsfield }),
    ...(judged ? { change: judged } : {}),
    ...(prior ? { priorMm: Math.max(...prior.mm) } : {}),
    inImpression: section === 'impression',
    assertion: change === 'resolved' ? 'absent' : assertion,
    temporality,
    experiencer,
    span: size ? [Math.min(noun[0], start + size.from), Math.max(noun[1], start + size.to)] : noun,
    sentence,
  };
}

/** A difference of less than this between two readings of one lesion is within their error (MacMahon 2017: 2 mm; recalled). */
const SAME_MM = 2;

const compared = (now: number, before: number): Change =>
  now - before >= SAME_MM ? 'larger' : before - now >= SAME_MM ? 'smaller' : 'unchanged';

/** Sentences that go on about a lesion add to it what it did not have. */
function joined(drafts: readonly Draft[], make: (draft: Draft, index: number) => Lesion): Lesion[] {
  const lesions = new Map<number, Lesion>();
  drafts.forEach((draft, index) => {
    const lesion = make(draft, index);
    const before = draft.of === undefined ? undefined : lesions.get(draft.of);
    if (!before || draft.of === undefined) {
      lesions.set(index, lesion);
      return;
    }
    const sized = before.largestMm === undefined && lesion.largestMm !== undefined;
    const { sizesMm, largestMm, isLess, priorMm, change, hounsfield } = lesion;
    lesions.set(draft.of, {
      ...before,
      ...(sized ? { sizesMm, ...(largestMm === undefined ? {} : { largestMm }), ...(isLess ? { isLess } : {}) } : {}),
      ...(before.priorMm === undefined && priorMm !== undefined ? { priorMm } : {}),
      ...(before.change === undefined && change !== undefined ? { change } : {}),
      ...(before.hounsfield === undefined && hounsfield !== undefined ? { hounsfield } : {}),
      traits: [...new Set([...before.traits, ...lesion.traits])],
      isMultiple: before.isMultiple,
    });
  });
  return [...lesions.values()];
}
