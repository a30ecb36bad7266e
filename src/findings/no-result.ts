import type { ChartEvent } from '../chart/index.ts';

/** How laboratories say that a sample gave no result. */
const NO_RESULT =
  /insufficient|h(a)?emoly[sz]ed|clotted|unsuitable|not (processed|tested|performed|received)|rejected|unlabel|leaked|please repeat|sample (lost|missing)/i;

/** Whether a test was sent and gave no result. */
export function gaveNoResult({ kind, value }: ChartEvent): boolean {
  return kind === 'lab' && value?.type === 'text' && NO_RESULT.test(value.text);
}
