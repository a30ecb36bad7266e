import type { Chart } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';
import {
  ANY_SCOPE,
  type Answer,
  calibratedRisks,
  type EventModel,
  type Explanation,
  outsideScope,
  type RiskModel,
  randomOf,
} from '../model/index.ts';
import { momentOf, type Person, personOf } from './person.ts';
import { progress } from './progress.ts';

/** What is asked beside the risks. */
export interface Asked {
  /** The outcome whose risk is taken apart. */
  readonly why?: string;
  readonly next: boolean;
  /** An event of the vocabulary whose probability is asked; a `*` at its end stands for all that begin so. */
  readonly code?: string;
  readonly embedding: boolean;
  /** How many futures are sampled; 0: none. */
  readonly futures: number;
  /** Horizon of `why` and of the futures. */
  readonly years: number;
  readonly seed: number;
}

/** What carries a risk, in the words of the record. */
export interface Why {
  readonly outcome: string;
  readonly years: number;
  /** Hazard of this person over that of a baseline, and which one that is. */
  readonly times: number;
  readonly than: string;
  readonly shares: readonly {
    readonly of: string;
    readonly name: string;
    /** The hazard is multiplied by it. */
    readonly factor: number;
    readonly by: string;
    readonly sources: readonly string[];
  }[];
  /** Product of the factors of all that is not listed. */
  readonly rest: number;
  /** What the factors, multiplied, miss of `times`, as a share of its logarithm: near 0 if complete. */
  readonly missing: number;
  readonly method: string;
}

export interface NextEvent {
  readonly code: string;
  readonly name: string;
  readonly probability: number;
  /** Where it has a value: half of the probability lies between; infinite without an end. */
  readonly value?: { readonly low: number; readonly high: number };
}

/** The probability that an event of the vocabulary comes within so many years. */
export interface CodeRisk {
  readonly code: string;
  readonly years: number;
  readonly probability: number;
}

export interface Futures {
  readonly count: number;
  readonly years: number;
  /** Events a future, the median. */
  readonly events: number;
  /** Futures that were broken off at the most events that one may have, before their time was over. */
  readonly cut: number;
  readonly compared: Awaited<ReturnType<EventModel['futures']>>['compared'];
  /** Outcomes that are no event of the vocabulary, so that futures cannot tell of them. */
  readonly unsampled: readonly string[];
}

type Risks =
  | Answer
  | {
      readonly kind: 'uncalibrated';
      readonly risks: readonly { readonly outcome: string; readonly years: number; readonly risk: number }[];
      readonly present: readonly string[];
    };

export type Prediction = Risks & {
  readonly asOf: string;
  readonly why?: Why;
  readonly next?: readonly NextEvent[];
  readonly code?: CodeRisk;
  /** The state of the network: what it makes of the whole history. */
  readonly embedding?: readonly number[];
  readonly futures?: Futures;
  /** What was asked and cannot be told, and why. */
  readonly notes?: readonly string[];
};

/** Factors shown: so many, and those of at least so much by their logarithm. */
const [SHOWN, LEAST] = [12, 0.005];
const NO_BIRTH: Risks = { kind: 'outside', reasons: ['the record has no date of birth'] };

/** By a landmark model: calibrated risks of named outcomes. */
export async function predictionBy(model: RiskModel, chart: Chart, asOf: string, asked: Asked): Promise<Prediction> {
  const person = personOf(chart, model.vocabulary, model.file.outcomes);
  if (!person.life) return { asOf, ...NO_BIRTH };
  const landmark = { life: person.life, day: momentOf(asOf) };
  const answer = await model.ask(landmark, person.unknown);
  const notes =
    asked.next || asked.code !== undefined || asked.embedding || asked.futures > 0
      ? [
          'This model tells the risks of named outcomes only: it has no head for next events, so none are told or sampled, and no embedding.',
        ]
      : [];
  const name = asked.why === undefined ? undefined : outcomeNamed(model.file.outcomes, asked.why);
  if (name === undefined || answer.kind === 'outside') return { asOf, ...answer, ...(notes.length > 0 && { notes }) };
  if (answer.present.includes(name)) {
    return { asOf, ...answer, notes: [...notes, alreadyThere(name)] };
  }
  const why = whyOf(await model.explain(landmark, name, asked.years), name, asked.years, person, 'a typical history');
  return { asOf, ...answer, why, ...(notes.length > 0 && { notes }) };
}

/** Horizons of a model of events that was not calibrated, in years. */
const HORIZONS = [1, 5];

/** By a model of events: risks, calibrated where it has been, what comes next, and how the life may go on. */
export async function predictionByEvents(
  model: EventModel,
  chart: Chart,
  asOf: string,
  asked: Asked,
): Promise<Prediction> {
  const person = personOf(chart, model.vocabulary, model.outcomes);
  if (!person.life) return { asOf, ...NO_BIRTH };
  const landmark = { life: person.life, day: momentOf(asOf) };
  const { calibration } = model;
  const reasons = outsideScope(calibration?.scope ?? ANY_SCOPE, landmark, person.unknown);
  if (reasons.length > 0) return { asOf, kind: 'outside', reasons };
  const horizons = calibration?.horizons.map(({ years }) => years) ?? HORIZONS;
  const said = await model.ask(landmark, horizons);
  const { risks, logRates } = said;
  const present = model.present(landmark);
  const told: Risks = calibration
    ? { kind: 'risks', ...calibratedRisks(calibration, model, landmark, risks), present }
    : { kind: 'uncalibrated', risks, present };
  const name = asked.why === undefined ? undefined : outcomeNamed(model.outcomes, asked.why);
  const notes: string[] = [];
  const { nextEvent } = model.model.network;
  if (!nextEvent && (asked.next || asked.code !== undefined || asked.futures > 0))
    notes.push('This network has no head for next events, so none are told or sampled.');
  const { code, years } = asked;
  const probability = code === undefined || !nextEvent ? undefined : model.riskOf([code], logRates, years);
  if (code !== undefined && nextEvent && probability === undefined) notes.push(`The model has no code ${code}.`);
  const tell = progress();
  const sampled =
    nextEvent && asked.futures > 0
      ? await model.futures(landmark, {
          ...{ count: asked.futures, years: asked.years, random: randomOf(asked.seed) },
          onProgress: (whole) => tell(`${whole} of ${asked.futures} futures are whole`),
        })
      : undefined;
  tell();
  if (name !== undefined && present.includes(name)) notes.push(alreadyThere(name));
  const why =
    name === undefined || present.includes(name)
      ? undefined
      : whyOf(
          await model.explain(landmark, name, asked.years),
          name,
          asked.years,
          person,
          'a history that says nothing',
        );
  return {
    ...{ asOf, ...told },
    ...(why && { why }),
    ...(nextEvent &&
      asked.next && {
        next: model.next(said, SHOWN).map((each) => ({ ...each, name: person.nameOf(each.code) })),
      }),
    ...(code !== undefined && probability !== undefined && { code: { code, years, probability } }),
    ...(asked.embedding && { embedding: Array.from(said.state) }),
    ...(sampled && {
      futures: {
        ...{ count: asked.futures, years: asked.years, compared: sampled.compared, unsampled: sampled.unsampled },
        events: medianOf(sampled.futures.map(({ codes }) => codes.length)),
        cut: sampled.futures.filter(({ cut }) => cut).length,
      },
    }),
    ...(notes.length > 0 && { notes }),
  };
}

const alreadyThere = (outcome: string): string =>
  `${outcome} is in the record already: there is no risk to take apart.`;

function outcomeNamed(outcomes: readonly { readonly name: string }[], asked: string): string {
  const found = outcomes.find(({ name }) => name.toLowerCase() === asked.toLowerCase());
  if (found) return found.name;
  const names = outcomes.map(({ name }) => name).join(', ');
  throw new ProdromeError('usage', { why: `--why ${asked}: the model tells ${names}` });
}

function whyOf(
  { score, baseline, shares, gap, method }: Explanation,
  outcome: string,
  years: number,
  person: Person,
  than: string,
): Why {
  const shown = shares.slice(0, SHOWN).filter(({ share }) => Math.abs(share) >= LEAST);
  return {
    ...{ outcome, years, than, times: Math.exp(score - baseline) },
    shares: shown.map(({ of, share, parts }) => ({
      ...{ of, name: person.nameOf(of), factor: Math.exp(share) },
      by: parts
        .slice(0, 3)
        .map(({ what }) => what)
        .join(', '),
      sources: person
        .sourcesOf(of)
        .slice(0, 3)
        .map(({ resourceType, id }) => `${resourceType}/${id}`),
    })),
    rest: Math.exp(shares.slice(shown.length).reduce((sum, { share }) => sum + share, 0)),
    missing: Math.abs(gap) / Math.max(1e-9, Math.abs(score - baseline)),
    method,
  };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
