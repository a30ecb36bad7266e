/** chart: one patient's record on one timeline; the readers; what was wrong with the input. */
export * from './chart.ts';
export { chartFromBundle, chartFromResources } from './fhir/charts.ts';
export { PROOF_FILES, recordFiles } from './input/files.ts';
export { openBytes, openInput } from './input/open.ts';
export { readChart, readChartFromBytes, readCharts } from './input/read.ts';
export { fittingLines, lineTooLarge, streamLines } from './input/stream-lines.ts';
export { parse as parseUnit, unitsOf } from './input/units.ts';
export { measure } from './measure.ts';
export { sourceKey } from './source.ts';
export { hideAfter, lastEventDate } from './timeline.ts';
export { isMessages, isTranslated, LARGEST_TRANSLATED, messagePiece } from './translate/translate.ts';
