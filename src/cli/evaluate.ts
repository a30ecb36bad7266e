import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ProdromeError } from '../errors.ts';
import { evaluationOf, type OutcomeEvaluation, type ScoredRisk } from '../governance/index.ts';
import {
  askedDays,
  calibratedRisks,
  cameWithin,
  type EventModel,
  type Followed,
  type FollowUp,
  isAtRisk,
  type Landmark,
  type Life,
  logIn,
  type OutcomeDefinition,
  outsideScope,
  RiskModel,
  shareInterval,
  type ToldRisk,
  trainingPage,
  type Vocabulary,
  YEAR,
} from '../model/index.ts';
import { livesOf, splitNamed } from './lives.ts';
import { openModel } from './opened-model.ts';
import { write } from './terminal.ts';

const DEMO = fileURLToPath(new URL('../../models/demo/synthea', import.meta.url));

/** `prodrome evaluate`: a model on a data set. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      model: { type: 'string', default: DEMO },
      split: { type: 'string', default: 'held_out' },
      format: { type: 'string', default: 'text' },
      page: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new ProdromeError('usage', { why: 'give one DATASET, a MEDS folder' });
  if (!['text', 'json'].includes(values.format)) throw new ProdromeError('usage', { why: '--format is text or json' });
  const split = splitNamed(values.split);
  const model = openModel(values.model);
  const asked = evaluated(model);
  if (asked.outcomes.length === 0)
    throw new ProdromeError('model-invalid', {
      path: values.model,
      why: 'it tells no outcome by name (prodrome pack --outcomes)',
    });
  const { lives, followUp } = await livesOf(path, split, asked);
  const { scored, outside, cut } = await scoredOf(lives, asked, followUp);
  await model.close();
  const evaluation = evaluationOf(scored);
  if (values.page !== undefined)
    write(values.page, trainingPage(basename(resolve(values.model)), logIn(values.model), evaluation.map(curveOf)));
  const answer = { about: asked.about, split, persons: lives.length, outside, cut, evaluation };
  console.log(values.format === 'json' ? JSON.stringify(answer, null, 2) : textOf(answer));
  return 0;
}

const curveOf = ({ outcome, years, bins }: OutcomeEvaluation) => ({
  name: `${outcome}, ${years} ${years === 1 ? 'year' : 'years'}`,
  groups: bins.map((bin) => ({ ...bin, ...shareInterval(Math.round(bin.observed * bin.n), bin.n) })),
});

/** A model of either kind, as it is asked about many. */
interface Evaluated {
  readonly about: string;
  readonly vocabulary: Vocabulary;
  readonly outcomes: readonly OutcomeDefinition[];
  /** Horizons, in years. */
  readonly years: readonly number[];
  readonly followed: Followed;
  /** Undefined where a person is outside the model's scope. */
  asked(landmarks: readonly Landmark[]): Promise<(readonly Told[] | undefined)[]>;
}

/** What is told of an outcome. */
type Told = Pick<ToldRisk, 'outcome' | 'years' | 'risk'>;

function evaluated(model: RiskModel | EventModel): Evaluated {
  if (model instanceof RiskModel) {
    const { about, outcomes, horizons } = model.file;
    const { vocabulary } = model;
    return {
      about,
      vocabulary,
      outcomes,
      years: horizons.map(({ years }) => years),
      followed: 'data-end',
      asked: (all) => model.askAll(all),
    };
  }
  const { calibration, vocabulary, outcomes } = model;
  const years = calibration?.horizons.map((horizon) => horizon.years) ?? HORIZONS;
  return {
    about: `A model of events, as prodrome train made it, ${calibration ? 'calibrated' : 'not calibrated'}.`,
    ...{ vocabulary, outcomes, years, followed: model.followed },
    asked: async (landmarks) => {
      const raw = await model.askAll(landmarks, years);
      return raw.map((risks, k) => {
        if (!calibration || !risks) return risks;
        const outside = outsideScope(calibration.scope, landmarks[k] as Landmark, 0).length > 0;
        return outside ? undefined : calibratedRisks(calibration, model, landmarks[k] as Landmark, risks).risks;
      });
    },
  };
}

/** Horizons of a model of events that was not calibrated, in years. */
const HORIZONS = [1, 5];

async function scoredOf(
  lives: readonly Life[],
  { outcomes, years: horizons, asked }: Evaluated,
  followUp: FollowUp,
): Promise<{ scored: ScoredRisk[]; outside: number; cut: number }> {
  const scored: ScoredRisk[] = [];
  let [outside, cut] = [0, 0];
  for (const years of horizons) {
    const horizon = years * YEAR;
    const landmarks = lives.flatMap((life) =>
      askedDays(life, followUp, horizon, 1).map((day): Landmark => ({ life, day })),
    );
    const told = await asked(landmarks);
    for (const [k, { life, day }] of landmarks.entries()) {
      const risks = told[k];
      if (!risks) outside++;
      const groups = {
        sex: ['female', 'unknown', 'male'][2 * life.male] ?? 'unknown',
        age: bandOf((day - life.birth) / YEAR),
      };
      for (const { outcome, risk, years: asks } of risks ?? []) {
        const o = outcomes.findIndex(({ name }) => name === outcome);
        if (asks !== years || !isAtRisk(life, o, day)) continue;
        const came = cameWithin(life, o, day, horizon);
        if (came === undefined) cut++;
        else scored.push({ person: life.id, outcome, years, risk, came, groups });
      }
    }
  }
  return { scored, outside, cut };
}

const bandOf = (age: number): string => (age < 40 ? 'under 40' : age < 65 ? '40 to 64' : '65 and older');

interface Report {
  readonly about: string;
  readonly split: string;
  readonly persons: number;
  /** Times a person was outside the model's scope; times one was not followed for all of a horizon, so that nobody knows. */
  readonly outside: number;
  readonly cut: number;
  readonly evaluation: readonly OutcomeEvaluation[];
}

function textOf({ about, split, persons, outside, cut, evaluation }: Report): string {
  const two = (x: number) => x.toFixed(2);
  const three = (x: number) => x.toFixed(3);
  const rows = evaluation.flatMap((one) => [
    `${`${one.years} y`.padStart(4)}  ${one.outcome.padEnd(28)} ${`${one.events}/${one.persons}`.padStart(10)}  AUROC ${three(one.auroc)} ` +
      `(${three(one.interval.low)} to ${three(one.interval.high)})  AUPRC ${three(one.auprc)}  slope ${two(one.slope)}  ECE ${three(one.ece)}`,
    ...one.subgroups.map(
      ({ group, value, events, persons: n, auroc, observedOverExpected }) =>
        `        ${`${group} ${value}`.padEnd(26)} ${`${events}/${n}`.padStart(10)}  AUROC ${three(auroc)}  observed/expected ${two(observedOverExpected)}`,
    ),
  ]);
  return [
    about,
    `${persons} persons of ${split}; ${outside} times a person was outside the model's scope.`,
    ...(cut > 0 ? [`${cut} times a person was not followed for all of the time asked, and is left out.`] : []),
    '',
    ...(rows.length > 0 ? rows : ['No outcome has the 11 events that a figure needs.']),
  ].join('\n');
}
