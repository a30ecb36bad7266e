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
const SHOWN = { propose: 8, answered: 4 } as const;
const COST = ['free', 'about $10', 'about $50', 'about $250', 'about $1,000', 'over $3,000'];
const BURDEN = ['none', 'slight', 'some', 'considerable', 'heavy', 'surgery'];

export function stepStatements(
  steps: readonly NextStep[],
  answered: readonly Answered[],
  patient: Source,
): StepStatement[] {
  return [
    ...steps.slice(0, SHOWN.propose).map((step) => proposed(step, patient)),
    ...answered.slice(0, SHOWN.answered).map((each) => known(each, patient)),
  ];
}

/** From this probability on, a condition that cannot wait is referred before anything is settled (estimate). */
const REFER_FROM = 0.3;

/** Referrals that should not wait for the tests: emergencies and urgent ones. */
export function referralStatements(raised: readonly Hypothesis[], patient: Source): StepStatement[] {
  return raised
    .filter(({ condition, posterior }) => condition.referral.urgency in SPEED && posterior >= REFER_FROM)
    .slice(0, 2)
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

const SPEED: Partial<Record<string, string>> = { emergency: 'today, as an emergency,', urgent: 'urgently' };

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
