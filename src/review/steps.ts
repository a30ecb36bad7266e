import type { ChartEvent, Source } from '../chart/index.ts';
import {
  type Answered,
  analyteName,
  changesSomething,
  type Hypothesis,
  inSentence,
  listed,
  lowerFirst,
  type NextStep,
  type Option,
  shortResult,
  strongestEvidence,
} from '../reasoning/index.ts';
import { cite } from './cite.ts';
import type { OptionStatement, StepStatement } from './review.ts';
import { dayOf, figure, percent, unitText } from './words.ts';

/** How many proposed tests, and how many answered ones, a review names. */
const SHOWN = { propose: 10, answered: 4 } as const;
/** Of each of the leading hypotheses this many of its best tests are named, of the others one, whatever else is worth more. */
const OWN = { leading: 3, other: 1 } as const;
const LEADING = 3;
/** Cost tiers and burdens of `knowledge/tests` in words. */
export const COST = ['free', 'about $10', 'about $50', 'about $250', 'about $1,000', 'over $3,000'];
export const BURDEN = ['none', 'slight', 'some', 'considerable', 'heavy', 'surgery'];

/** The proposed tests as they are told: those that {@link chosen} names. */
export const stepStatements = (tests: readonly NextStep[], patient: Source): StepStatement[] =>
  tests.map((step) => proposed(step, patient));

/** Opinions, questions and examinations are asked anew whenever there is reason. */
const ASKED_ANEW: ReadonlySet<NextStep['test']['kind']> = new Set(['referral', 'history', 'examination']);

/** What need not be done again, and orders that would do it. */
export function answeredStatements(
  answered: readonly Answered[],
  events: readonly ChartEvent[],
  patient: Source,
): StepStatement[] {
  const byId = new Map(events.map((event) => [event.source.id, event]));
  return answered
    .filter(({ test, redundantOrder }) => !ASKED_ANEW.has(test.kind) || redundantOrder !== undefined)
    .sort((a, b) => Number(b.redundantOrder !== undefined) - Number(a.redundantOrder !== undefined))
    .slice(0, SHOWN.answered)
    .map((each) => known(each, byId, patient));
}

/** From this probability on a referral is named: an emergency before anything is settled, others when likely (estimates). */
const REFER_FROM = { emergency: 0.3, urgent: 0.5, soon: 0.5, routine: 0.5 } as const;
const REFERRALS = 3;

/** Referrals of the leading hypotheses: those that should not wait for tests (`now`), or the others. */
export function referralStatements(
  raised: readonly Hypothesis[],
  which: 'now' | 'later',
  patient: Source,
): StepStatement[] {
  return (
    raised
      .slice(0, REFERRALS)
      .filter(({ condition }) => !/^(none|primary care|general practi|gp\b)/i.test(condition.referral.to))
      // What has none of the signs that it requires is thought of, not referred.
      .filter(({ lacksRequired }) => !lacksRequired)
      .filter(({ condition, posterior }) => {
        const isNow = condition.referral.urgency === 'emergency' || condition.referral.urgency === 'urgent';
        return isNow === (which === 'now') && posterior >= REFER_FROM[condition.referral.urgency];
      })
      .map((hypothesis) => {
        const { condition, posterior } = hypothesis;
        const { to, urgency, when, source } = condition.referral;
        return {
          test: { id: `referral-${condition.id}`, name: `Referral to ${to}` },
          for: [condition.id],
          information: 0,
          cost: 3,
          burden: 1,
          verdict: 'propose' as const,
          text: `Refer ${SPEED[urgency]} to ${lowerFirst(to)} for ${inSentence(condition.name)} (now ${percent(posterior)}): ${when}`.replace(
            /\.?$/,
            '.',
          ),
          citations: cite(strongestEvidence(hypothesis, 3), patient),
          knowledge: [source],
        };
      })
  );
}

const SPEED = { emergency: 'today, as an emergency,', urgent: 'urgently', soon: 'soon', routine: 'routinely' } as const;

/**
 * The tests to name, by the rank of the condition that they are for and then by value: the best of each, and then the best of all. What is
 * costly or burdensome waits for what settles the same question more easily, an opinion is told as a referral, and what no result of
 * would change anything is not proposed.
 */
export function chosen(
  steps: readonly NextStep[],
  raised: readonly Hypothesis[],
  answered: readonly Answered[] = [],
): NextStep[] {
  const settled = settledBy(answered, raised);
  const rank = new Map(raised.map((hypothesis, index) => [hypothesis, index]));
  const rankOf = ({ settles }: NextStep) =>
    Math.min(...settles.map(({ hypothesis }) => rank.get(hypothesis) ?? raised.length));
  const open = steps.filter((step) => !isReferral(step) && !canWait(step, steps, settled) && changesSomething(step));
  const own = new Map<number, number>();
  const ofLeading = open.filter((step) => {
    const count = own.get(rankOf(step)) ?? 0;
    own.set(rankOf(step), count + 1);
    return count < (rankOf(step) < LEADING ? OWN.leading : OWN.other);
  });
  const others = open.filter((step) => rankOf(step) < LEADING && !ofLeading.includes(step));
  const named = new Set([...ofLeading.sort((a, b) => rankOf(a) - rankOf(b)), ...others].slice(0, SHOWN.propose));
  return open.filter((step) => named.has(step)).sort((a, b) => rankOf(a) - rankOf(b));
}

/** What the referral itself says better. */
const isReferral = ({ test }: NextStep): boolean => test.kind === 'referral';

/** Tests of this cost or burden are for those in whom the easier one has spoken. */
const LATER = { cost: 4, burden: 4 } as const;
const isHeavy = ({ test }: NextStep): boolean => test.cost >= LATER.cost || test.burden >= LATER.burden;

/** From this probability on what an easier test has answered is not asked again of a heavy one. An estimate. */
const ANSWERED_FROM = 0.5;

/** The likely conditions of which the record holds the result of an easier test that settles them: a biopsy after the antibody can wait. */
function settledBy(answered: readonly Answered[], raised: readonly Hypothesis[]): ReadonlySet<Hypothesis> {
  const easy = new Set(
    answered.filter(({ test }) => test.cost < LATER.cost && test.burden < LATER.burden).map(({ test }) => test.id),
  );
  return new Set(
    raised.filter(
      ({ posterior, condition }) =>
        posterior >= ANSWERED_FROM && condition.tests.some(({ test, role }) => role === 'settles' && easy.has(test)),
    ),
  );
}

/** Whether for all that it bears on a test is open that would settle it: an easier one, or any where it would not settle it itself. */
function canWait(step: NextStep, steps: readonly NextStep[], settled: ReadonlySet<Hypothesis>): boolean {
  if (!isHeavy(step)) return false;
  return step.settles.every(
    ({ hypothesis, link }) =>
      settled.has(hypothesis) ||
      steps.some(
        (other) =>
          (!isHeavy(other) || link.role !== 'settles') &&
          !isReferral(other) &&
          other.settles.some((each) => each.hypothesis === hypothesis && each.link.role === 'settles'),
      ),
  );
}

function proposed({ test, information, settles, evidence }: NextStep, patient: Source): StepStatement {
  const told = settles.slice(0, 3);
  const about = (isSettling: boolean) =>
    listed(
      told
        .filter(({ link }) => (link.role === 'settles') === isSettling)
        .map(({ hypothesis }) => `${inSentence(hypothesis.condition.name)} (now ${percent(hypothesis.posterior)})`),
    );
  const [settled, borne] = [about(true), about(false)];
  const does = [settled && `settle ${settled}`, borne && `bear on ${borne}`]
    .filter((part) => part !== '')
    .join(' and ');
  const settling = settles
    .filter(({ link }) => link.role === 'settles')
    .map(({ hypothesis }) => hypothesis.condition.id);
  return {
    test: { id: test.id, name: test.name },
    for: settles.map(({ hypothesis }) => hypothesis.condition.id),
    ...(settling.length > 0 ? { settles: settling } : {}),
    information,
    cost: test.cost,
    burden: test.burden,
    verdict: 'propose',
    text: `${nameOf(test)}: would ${does}. Cost ${COST[test.cost]}, burden ${BURDEN[test.burden]}.`,
    citations: cite(evidence, patient),
    knowledge: [...new Set(settles.map(({ link }) => link.source))],
  };
}

/** The name with the abbreviation that clinicians use, where the name has none. */
function nameOf({ name, doneBy, kind }: NextStep['test']): string {
  if (kind !== 'laboratory' || name.endsWith(')')) return name;
  const short = doneBy.terms?.find((term) => /^(?=.*[A-Z].*[A-Z])[A-Za-z0-9-]{2,10}$/.test(term));
  return short === undefined || name.toLowerCase().includes(short.toLowerCase()) ? name : `${name} (${short})`;
}

function known(
  { test, doing, hypothesis, redundantOrder }: Answered,
  events: ReadonlyMap<string, ChartEvent>,
  patient: Source,
): StepStatement {
  const when = `${dayOf(doing.evidence.time)}${resultOf(doing, events)}`;
  const text = redundantOrder
    ? `${test.name} is ordered (${dayOf(redundantOrder.evidence.time)}) but the record answers it (${when}); nothing new asks for a repeat.`
    : `${test.name} need not be repeated for ${inSentence(hypothesis.condition.name)}: done ${when}.`;
  return {
    test: { id: test.id, name: test.name },
    for: [hypothesis.condition.id],
    information: 0,
    cost: test.cost,
    burden: test.burden,
    verdict: redundantOrder ? 'redundant' : 'answered',
    text,
    citations: cite(redundantOrder ? [doing.evidence, redundantOrder.evidence] : [doing.evidence], patient),
  };
}

/** What was found: a result under its short name, the words of a note as a quotation, of a mere panel or title nothing. */
function resultOf({ evidence }: Answered['doing'], events: ReadonlyMap<string, ChartEvent>): string {
  const event = evidence.source.span ? undefined : events.get(evidence.source.id);
  if (evidence.text.startsWith('“')) return `, ${evidence.text.replace(/[.\s]+”$/, '”')}`;
  if (event?.value === undefined) return '';
  const name = event.analyte === undefined ? event.name : analyteName(event.analyte);
  const { value } = event;
  const result =
    value.type === 'text'
      ? value.text
      : `${figure(value.original.value)} ${unitText(value.original.unit).replace(/^(score|titer)$/, '')}`;
  return `, ${name} ${result.replace(/[.\s]+$/, '').trim()}`;
}

export function optionStatements(options: readonly Option[], patient: Source): OptionStatement[] {
  return options.map(({ kind, hypothesis, text, cautions, source }) => {
    const evidence = hypothesis.contributions
      .filter((each) => each.logOdds > 0)
      .flatMap((each) => each.evidence.at(-1) ?? []);
    return {
      kind,
      condition: hypothesis.condition.id,
      text,
      cautions: cautions.map((caution) =>
        caution.evidence.length > 0
          ? `${caution.text} — in this record: ${shortResult(caution.evidence[0]?.text ?? '').replace(/[.\s]+$/, '')}`
          : caution.text,
      ),
      citations: cite([...evidence.slice(0, 3), ...cautions.flatMap((caution) => caution.evidence)], patient),
      knowledge: [source],
    };
  });
}
