import { toldName } from '../model/index.ts';
import type { Prediction, Why } from './prediction.ts';

const percent = (p: number): string => `${(100 * p).toFixed(p < 0.01 ? 2 : 1)} %`;
const times = (factor: number): string => (factor >= 1 ? `×${factor.toFixed(2)}` : `÷${(1 / factor).toFixed(2)}`);

const spanOf = (years: number): string => (years === 1 ? '1 year' : `${years} years`);

function rangeOf({ low, high }: { readonly low: number; readonly high: number }): string {
  const digits = (x: number) => String(Number(x.toPrecision(3)));
  if (!Number.isFinite(low) && !Number.isFinite(high)) return 'any value';
  if (!Number.isFinite(low)) return `below ${digits(high)}`;
  return Number.isFinite(high) ? `${digits(low)} to ${digits(high)}` : `above ${digits(low)}`;
}

/** A prediction for a terminal. */
export function predictionAsText(prediction: Prediction, about: string): string {
  const { asOf, why, next, code, futures, notes = [] } = prediction;
  return [
    `Risks on ${asOf}\n${about}\n`,
    ...risksOf(prediction),
    ...(why ? whyLines(why) : []),
    ...(next
      ? [
          '\nExpected next, and what half of its values will be',
          ...next.map(
            ({ name, probability, value }) =>
              `${percent(probability).padStart(9)}  ${name}${value ? `: ${rangeOf(value)}` : ''}`,
          ),
        ]
      : []),
    ...(code
      ? [
          `\n${code.code} within ${spanOf(code.years)}, if rates stay as they are: ${percent(code.probability)} (not calibrated)`,
        ]
      : []),
    ...(futures
      ? [
          `\n${futures.count} futures of ${spanOf(futures.years)}, ${futures.events} events each (median): how often it came, and by the closed form, neither calibrated`,
          ...futures.compared.map(
            ({ outcome, sampled, low, high, risk }) =>
              `  ${outcome.padEnd(28)} ${percent(sampled).padStart(8)}  (${percent(low)} to ${percent(high)})   ${percent(risk)}`,
          ),
          ...(futures.unsampled.length > 0
            ? [`  No event of the vocabulary, so not sampled: ${futures.unsampled.join(', ')}.`]
            : []),
          ...(futures.cut > 0
            ? [
                `  ${futures.cut} of them were broken off before their time was over, at the most events that one may have: these shares are too low. Ask for fewer --years.`,
              ]
            : []),
        ]
      : []),
    ...notes.map((note) => `\n${note}`),
  ].join('\n');
}

function risksOf(prediction: Prediction): string[] {
  if (prediction.kind === 'outside') return [`No risk is given: ${prediction.reasons.join('; ')}.`];
  const { risks, present } = prediction;
  const rows = [...risks]
    .sort((a, b) => a.years - b.years || b.risk - a.risk)
    .map((risk) => {
      const head = `${`${risk.years} y`.padStart(5)}  ${risk.outcome.padEnd(28)} ${percent(risk.risk).padStart(8)}`;
      if (!('low' in risk)) return `${head}  not calibrated`;
      const whole = `${head}  (${percent(risk.low)} to ${percent(risk.high)})`;
      return 'peer' in risk ? `${whole.padEnd(66)}  of the same age and sex: ${percent(risk.peer)}` : whole;
    });
  const uncalibrated = prediction.kind === 'risks' ? prediction.uncalibrated : [];
  return [
    ...rows,
    ...(present.length > 0 ? [`\nIn the record already: ${present.join(', ')}.`] : []),
    ...(uncalibrated.length > 0
      ? [`Not given, since too few persons had it to calibrate: ${uncalibrated.join(', ')}.`]
      : []),
  ];
}

function whyLines({ outcome, years, times: all, than, shares, rest, missing, method }: Why): string[] {
  return [
    `\nWhat carries the risk of ${outcome} within ${spanOf(years)}: its hazard is ${times(all)} that of ${than}`,
    ...shares.map(({ of, name, factor, by, sources }) => {
      if (toldName(of) !== undefined) return `${times(factor).padStart(8)}  ${name}`;
      // A code that the record lacks speaks by not being there.
      const where = sources.length > 0 ? `  [${sources.join(', ')}]` : of.includes('//') ? '  [not in the record]' : '';
      return `${times(factor).padStart(8)}  ${name}${by === name ? '' : ` (${by})`}${where}`;
    }),
    `${times(rest).padStart(8)}  all else`,
    `The factors multiply to the whole within ${percent(missing)} of its logarithm (${method}). They say what the model used, not what causes the disease.`,
  ];
}
