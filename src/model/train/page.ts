import { LOSSES } from '../losses.ts';
import type { EvaluationReport, StepReport } from './train.ts';

/** A line of a training's log. */
export type LogLine =
  | ({ readonly kind: 'step'; readonly tokensPerSecond: number } & StepReport)
  | ({ readonly kind: 'evaluation' } & EvaluationReport);

/** Predicted against observed risk in groups of people, for one outcome at one horizon, with the interval of what was observed. */
export interface CalibrationCurve {
  readonly name: string;
  readonly groups: readonly {
    readonly predicted: number;
    readonly observed: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
  }[];
}

/** What each loss asks, in words. */
const ASKS: Readonly<Record<(typeof LOSSES)[number], string>> = {
  event: 'which event comes next',
  wait: 'when it comes',
  value: 'how high the next measurement is',
  outcome: 'the outcomes by name',
};

/**
 * The page of a training: a curve for each loss, speed, and calibration where it was asked for. No scripts, nothing from afar. `name`
 * is that of the model.
 */
export function trainingPage(name: string, log: readonly LogLine[], calibration?: readonly CalibrationCurve[]): string {
  const steps = log.filter((line) => line.kind === 'step');
  const evaluations = log.filter((line) => line.kind === 'evaluation');
  const last = steps.at(-1);
  const best = evaluations.findLast((line) => line.best);
  const facts = [
    `${last?.step ?? 0} steps`,
    `${steps.reduce((sum, { tokens }) => sum + tokens, 0).toLocaleString('en')} tokens`,
    `${(last?.tokensPerSecond ?? 0).toLocaleString('en')} tokens/s at the end`,
    ...(best ? [`best validation loss ${best.loss.toFixed(4)} at step ${best.step}`] : []),
  ];
  const used = LOSSES.filter((name) => steps.some(({ losses }) => losses[name] !== 0));
  const curve = (title: string, of: (line: StepReport | EvaluationReport) => number) =>
    chart(title, [
      { name: 'training (running mean)', points: smoothed(steps.map((line) => [line.step, of(line)])) },
      { name: 'validation', points: evaluations.map((line) => [line.step, of(line)]) },
    ]);
  const charts = [
    curve('Loss: weighted sum, in nats', ({ loss }) => loss),
    ...used.map((name) => curve(`${upperFirst(name)}: ${ASKS[name]}`, ({ losses }) => losses[name])),
    chart('Learning rate', [{ name: 'rate', points: steps.map(({ step, rate }) => [step, rate]) }]),
    chart('Norm of the gradient', [{ name: 'norm', points: smoothed(steps.map(({ step, norm }) => [step, norm])) }]),
  ];
  const section =
    calibration === undefined
      ? ''
      : calibration.length === 0
        ? '<h2>Calibration</h2>\n<p>No outcome has the 11 events that a figure needs.</p>'
        : `<h2>Calibration</h2>
<p>Tenths of the people by predicted risk: what was predicted across, what came up, with its 95 % interval. On the line, risks hold.</p>
<main>
${calibration.map(calibrationChart).join('\n')}
</main>`;
  const title = escaped(`Training of ${name}`);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b2733 }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1.5rem }
figure { margin: 0 } figcaption { font-weight: 600 } svg { width: 100%; height: auto } text { font-size: 11px; fill: #51606e }
</style>
<h1>${title}</h1>
${
  steps.length === 0
    ? '<p>The steps of this training are not in its folder.</p>'
    : `<p>${facts.join(' · ')}</p>
<main>
${charts.join('\n')}
</main>`
}
${section}
</html>
`;
}

type Point = readonly [number, number];

const COLOURS = ['#1f6feb', '#b3541e'];
const [WIDTH, HEIGHT, LEFT, BOTTOM] = [420, 240, 56, 24];

function chart(title: string, lines: readonly { readonly name: string; readonly points: readonly Point[] }[]): string {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const points = drawn.flatMap(({ points }) => points).filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const [x0, x1] = range(points.map(([x]) => x));
  const [y0, y1] = range(points.map(([, y]) => y));
  const across = (x: number) => (LEFT + ((x - x0) / (x1 - x0)) * (WIDTH - LEFT - 8)).toFixed(1);
  const up = (y: number) => (HEIGHT - BOTTOM - ((y - y0) / (y1 - y0)) * (HEIGHT - BOTTOM - 12)).toFixed(1);
  const paths = drawn.map(({ points }, i) => {
    const path = points.map(([x, y]) => `${across(x)},${up(y)}`).join(' ');
    return `<polyline fill="none" stroke="${COLOURS[i % 2]}" stroke-width="1.5" points="${path}"/>`;
  });
  // Below the axis, where no curve goes.
  const names = drawn.map(({ name }, i) => `<tspan style="fill:${COLOURS[i % 2]}">${name}</tspan>`).join('  ');
  const legend = `<text x="${(LEFT + WIDTH - 8) / 2}" y="${HEIGHT - 6}" text-anchor="middle" xml:space="preserve">${names}</text>`;
  const label = (x: number | string, y: number | string, at: number, anchor: string, before = '') =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${before}${Number.isInteger(at) ? at : Number(at.toPrecision(3))}</text>`;
  return `<figure><figcaption>${escaped(title)}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
<path d="M${LEFT} 8V${HEIGHT - BOTTOM}H${WIDTH - 8}" fill="none" stroke="#c3ccd5"/>
${label(LEFT - 6, up(y0), y0, 'end')}${label(LEFT - 6, up(y1), y1, 'end')}
${label(LEFT, HEIGHT - 6, x0, 'start')}${label(WIDTH - 8, HEIGHT - 6, x1, 'end', 'step ')}
${[...paths, legend].join('\n')}
</svg></figure>`;
}

/** Both axes from 0 to one end, so that the line of perfect calibration is the diagonal. */
function calibrationChart({ name, groups }: CalibrationCurve): string {
  const end = groups.reduce((most, { predicted, high }) => Math.max(most, predicted, high), 1e-3);
  const across = (x: number) => (LEFT + (x / end) * (WIDTH - LEFT - 8)).toFixed(1);
  const up = (y: number) => (HEIGHT - BOTTOM - (y / end) * (HEIGHT - BOTTOM - 12)).toFixed(1);
  const percent = (p: number) => `${Number((100 * p).toPrecision(2))} %`;
  const marks = groups.map(({ predicted, observed, low, high, n }) => {
    const x = across(predicted);
    return `<g><title>${percent(predicted)} predicted, ${percent(observed)} observed (${percent(low)} to ${percent(high)}), ${n} people</title><path d="M${x} ${up(low)}V${up(high)}" stroke="${COLOURS[0]}"/><circle cx="${x}" cy="${up(observed)}" r="3.5" fill="${COLOURS[0]}"/></g>`;
  });
  return `<figure><figcaption>${escaped(name)}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(`Calibration of ${name}`)}">
<path d="M${LEFT} 8V${HEIGHT - BOTTOM}H${WIDTH - 8}" fill="none" stroke="#c3ccd5"/>
<path d="M${across(0)} ${up(0)}L${across(end)} ${up(end)}" stroke="#8a97a5" stroke-dasharray="4 4"/>
<text x="${LEFT - 6}" y="${up(end)}" text-anchor="end" dominant-baseline="hanging">${percent(end)}</text>
<text x="${LEFT}" y="${HEIGHT - 6}">0</text><text x="${WIDTH - 8}" y="${HEIGHT - 6}" text-anchor="end">${percent(end)} predicted</text>
${marks.join('\n')}
</svg></figure>`;
}

function range(values: readonly number[]): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (values.length === 0) return [0, 1];
  return high > low ? [low, high] : [low - 0.5, high + 0.5];
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A running mean over a twentieth of the points, thinned to at most 500. */
function smoothed(points: readonly Point[]): Point[] {
  const width = Math.max(1, Math.floor(points.length / 20));
  const every = Math.max(1, Math.floor(points.length / 500));
  const means: Point[] = [];
  for (let i = Math.floor(width / 2); i < points.length; i += every) {
    const near = points.slice(Math.max(0, i - width + 1), i + 1);
    means.push([points[i]?.[0] ?? 0, near.reduce((sum, [, y]) => sum + y, 0) / near.length]);
  }
  return means;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}
