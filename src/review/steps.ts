import type { Source } from '../chart/index.ts';
import {
  type Answered,
  type Hypothesis,
  inSentence,
  listed,
  type NextStep,
  type Option,
  strongestEvidence,
} from '../reasoning/index.ts';
import { cite } from './cite.ts';
import type { OptionStatement, StepStatement } from './review.ts';
import { dayOf, percent } from './words.ts';

/** How many proposed tests, and how many answered ones, a review names. */
const SHOWN = { propose: 10, answered: 4 } as const;
/** Of each leading hypothesis this many of its best tests are named, whatever else is worth more. */
const OWN = 3;
const COST = ['free', 'about $10', 'about $50', 'about $250', 'about $1,000', 'over $3,000'];
const BURDEN = ['none', 'slight', 'some', 'considerable', 'heavy', 'surgery'];

export function stepStatements(
  steps: readonly NextStep[],
  answered: readonly Answered[],
  patient: Source,
): StepStatement[] {
  return [
    ...chosen(steps).map((step) => proposed(step, patient)),
    ...answered.slice(0, SHOWN.answered).map((each) => known(each, patient)),
  ];
}

/** From this probability on a referral is named: one that cannot wait before anything is settled, others when likely (estimates). */
const REFER_FROM = { now: 0.3, later: 0.5 } as const;
const REFERRALS = 3;

/** Referrals of the leading hypotheses: those that should not wait for tests (`now`), or the others. */
export function referralStatements(
  raised: readonly Hypothesis[],
  which: keyof typeof REFER_FROM,
  patient: Source,
): StepStatement[] {
  return raised
    .slice(0, REFERRALS)
    .filter(({ condition, posterior }) => {
      const isNow = condition.referral.urgency === 'emergency' || condition.referral.urgency === 'urgent';
      return isNow === (which === 'now') && posterior >= REFER_FROM[which];
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
        text: `Refer ${SPEED[urgency]} to ${to} for ${inSentence(condition.name)} (now ${percent(posterior)}): ${when}`.replace(
          /\.?$/,
          '.',
        ),
        citations: cite(strongestEvidence(hypothesis, 3), patient),
        knowledge: [source],
      };
    });
}

const SPEED = { emergency: 'today, as an emergency,', urgent: 'urgently', soon: 'soon', routine: 'routinely' } as const;

/** The tests to name: the best of each leading hypothesis first, then the best of all; in order of value. */
function chosen(steps: readonly NextStep[]): NextStep[] {
  const own = new Map<string, number>();
  const ofLeading = steps.filter(({ settles }) => {
    const wanted = settles.filter(({ hypothesis }) => (own.get(hypothesis.condition.id) ?? 0) < OWN);
    for (const { hypothesis } of wanted) own.set(hypothesis.condition.id, (own.get(hypothesis.condition.id) ?? 0) + 1);
    return wanted.length > 0;
  });
  const others = steps.filter((step) => !ofLeading.includes(step));
  const named = new Set([...ofLeading, ...others].slice(0, SHOWN.propose));
  return steps.filter((step) => named.has(step));
}

function proposed({ test, information, settles, evidence }: NextStep, patient: Source): StepStatement {
  const about = settles
    .slice(0, 3)
    .map(({ hypothesis }) => `${inSentence(hypothesis.condition.name)} (now ${percent(hypothesis.posterior)})`);
  const verb = settles.some(({ link }) => link.role === 'settles') ? 'would settle' : 'would bear on';
  return {
    test: { id: test.id, name: test.name },
    for: settles.map(({ hypothesis }) => hypothesis.condition.id),
    information,
    cost: test.cost,
    burden: test.burden,
    verdict: 'propose',
    text: `${nameOf(test)}: ${verb} ${listed(about)}. Cost ${COST[test.cost]}, burden ${BURDEN[test.burden]}.`,
    citations: cite(evidence, patient),
    knowledge: [...new Set(settles.map(({ link }) => link.source))],
  };
}

/** The name with the abbreviation that clinicians use, where the name has none. */
function nameOf({ name, doneBy }: NextStep['test']): string {
  const short = doneBy.terms?.find((term) => term.length <= 12 && /[A-Z]{2}/.test(term));
  return short === undefined || name.toLowerCase().includes(short.toLowerCase()) ? name : `${name} (${short})`;
}

function known({ test, doing, hypothesis, redundantOrder }: Answered, patient: Source): StepStatement {
  const when = `${dayOf(doing.evidence.time)}: ${doing.evidence.text}`;
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
        caution.evidence.length > 0 ? `${caution.text} — in this record: ${caution.evidence[0]?.text}` : caution.text,
      ),
      citations: cite([...evidence.slice(0, 3), ...cautions.flatMap((caution) => caution.evidence)], patient),
      knowledge: [source],
    };
  });
}
