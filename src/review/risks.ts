import type { PatientRecord, RiskScore } from '../findings/index.ts';
import { cite } from './cite.ts';
import type { RiskStatement } from './review.ts';
import { figure, percent } from './words.ts';

interface Told {
  readonly name: string;
  readonly calculator: string;
  /** What is said, or nothing where the value needs no clinician's attention. */
  readonly says: (value: number, ageYears: number) => string | undefined;
}

/** How each score is told, and from which value on. */
const TOLD: Record<RiskScore['id'], Told> = {
  'kfre-2y': {
    name: 'Kidney failure within 2 years',
    calculator: 'KFRE, four variables (Tangri 2016)',
    // Below this the five-year figure says enough.
    says: (value) => (value < 0.01 ? undefined : `Risk of kidney failure within 2 years: ${percent(value)}.`),
  },
  'kfre-5y': {
    name: 'Kidney failure within 5 years',
    calculator: 'KFRE, four variables (Tangri 2016)',
    // NICE NG203 (2021) asks for specialist assessment above 5 %.
    says: (value) =>
      `Risk of kidney failure within 5 years: ${percent(value)}${value > 0.05 ? ', above the 5 % at which NICE NG203 asks for a specialist' : ''}.`,
  },
  'prevent-ascvd-10y': {
    name: 'Atherosclerotic cardiovascular disease within 10 years',
    calculator: 'PREVENT, base model (Khan 2024)',
    // Below 5 % risk is low and changes no decision (Arnett 2019).
    says: (value) => (value < 0.05 ? undefined : `Risk of heart attack or stroke within 10 years: ${percent(value)}.`),
  },
  'fib-4': {
    name: 'Advanced liver fibrosis, FIB-4',
    calculator: 'FIB-4 (Sterling 2006; limits of McPherson 2017)',
    says: (value, ageYears) => {
      const lower = ageYears >= 65 ? 2 : 1.3;
      if (value < lower) return undefined;
      const reads =
        value > 2.67
          ? 'in the range where liver clinics often find advanced fibrosis; elastography would tell'
          : 'advanced fibrosis is not excluded';
      return `FIB-4 ${figure(value)} (limit ${lower} at this age): ${reads}.`;
    },
  },
};

/** The scores worth telling, each with its results and its name. */
export function risksOf(scores: readonly RiskScore[], { chart, ageYears }: PatientRecord): RiskStatement[] {
  return scores.flatMap((score): RiskStatement[] => {
    const { name, calculator, says } = TOLD[score.id];
    const text = says(score.value, ageYears);
    if (text === undefined) return [];
    const horizon = score.horizonYears === undefined ? {} : { horizonYears: score.horizonYears };
    const citations = cite(score.evidence, chart.patient.source);
    return [{ name, calculator, value: score.value, ...horizon, text: `${text} ${calculator}.`, citations }];
  });
}
