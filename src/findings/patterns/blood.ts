import { mentzerIndex } from '../derived/blood.ts';
import type { Point, SeriesMap } from '../series.ts';
import { near, type PatternResult, pattern, pointsOf } from './pattern.ts';

/** Iron deficiency, the kinds of small and large red cells, and cytopenias. */
export function bloodPatterns(series: SeriesMap): PatternResult[] {
  return [...ironDeficiency(series), ...smallCells(series), ...largeCells(series), ...cytopenias(series)];
}

/**
 * Ferritin below 15 ng/mL settles it (WHO 2020); below 30 with low haemoglobin, small cells or a saturation below 16 % nearly;
 * below 100 with a saturation below 16 % and inflammation it is likely (estimate of the certainties).
 */
function ironDeficiency(series: SeriesMap): PatternResult[] {
  const ferritins = pointsOf(series, 'ferritin');
  let certainty = 0;
  const points: Point[] = [];
  for (const ferritin of ferritins) {
    const beside = (analyte: string) => near(series, analyte, ferritin.at, 45);
    const saturation = beside('transferrin-saturation');
    const isUnsaturated = saturation !== undefined && saturation.value < 16;
    const others = [beside('hemoglobin'), beside('mcv')].filter((point) => point?.flag === 'low');
    const crp = beside('crp');
    const isSupported = isUnsaturated || others.length > 0;
    const isInflamed = isUnsaturated && crp !== undefined && crp.value > 10;
    const sure = ironCertainty(ferritin.value, isSupported, isInflamed);
    if (sure === 0) continue;
    certainty = Math.max(certainty, sure);
    points.push(ferritin, ...others.flatMap((point) => point ?? []), ...(isUnsaturated ? [saturation] : []));
  }
  const last = ferritins.at(-1);
  if (certainty > 0) return [pattern('iron-deficiency-pattern', 'Iron deficiency', 'present', certainty, points)];
  return last
    ? [pattern('iron-deficiency-pattern', 'Ferritin not low', 'absent', last.value >= 50 ? 0.85 : 0.6, [last])]
    : [];
}

function ironCertainty(ferritin: number, isSupported: boolean, isInflamed: boolean): number {
  if (ferritin < 15) return 0.97;
  if (ferritin < 30) return isSupported ? 0.92 : 0.75;
  return ferritin < 100 && isInflamed ? 0.6 : 0;
}

/** What the small cells look like: iron-deficient, thalassaemia trait, or inflammation. */
function smallCells(series: SeriesMap): PatternResult[] {
  const low = pointsOf(series, 'mcv').filter(({ flag, ageYears = 40 }) => flag === 'low' && ageYears >= 15);
  const trait: (Point | undefined)[] = [];
  const inflamed: (Point | undefined)[] = [];
  for (const mcv of low) {
    const [rdw, cells] = [near(series, 'rdw', mcv.at, 1), near(series, 'erythrocytes', mcv.at, 1)];
    const ferritin = near(series, 'ferritin', mcv.at, 120);
    const isLowIndex = cells !== undefined && mentzerIndex(mcv.value, cells.value) < 13;
    if (isLowIndex && rdw?.flag !== 'high' && ferritin?.flag !== 'low') trait.push(mcv, cells, rdw, ferritin);
  }
  for (const hemoglobin of pointsOf(series, 'hemoglobin').filter(({ flag }) => flag === 'low')) {
    const beside = (analyte: string) => near(series, analyte, hemoglobin.at, 45);
    const [ferritin, saturation, mcv] = [beside('ferritin'), beside('transferrin-saturation'), beside('mcv')];
    const hasIron = ferritin !== undefined && ferritin.value >= 100;
    if (hasIron && saturation !== undefined && saturation.value < 20 && mcv?.flag !== 'high') {
      inflamed.push(hemoglobin, ferritin, saturation);
    }
  }
  return [
    ...(low.length > 0 ? [pattern('microcytosis-pattern', 'Small red cells', 'present', 0.9, low)] : []),
    ...(trait.length > 0
      ? [
          pattern(
            'thalassaemia-trait-pattern',
            'Small red cells with an index below 13 (Mentzer)',
            'present',
            0.7,
            trait,
          ),
        ]
      : []),
    ...(inflamed.length > 0
      ? [pattern('anaemia-of-inflammation-pattern', 'Anaemia with iron that is not used', 'present', 0.7, inflamed)]
      : []),
  ];
}

function largeCells(series: SeriesMap): PatternResult[] {
  const high = pointsOf(series, 'mcv').filter(({ flag, ageYears = 40 }) => flag === 'high' && ageYears >= 15);
  const hemoglobins = high.map(({ at }) => near(series, 'hemoglobin', at, 1));
  const anaemic = high.filter((_, index) => hemoglobins[index]?.flag === 'low');
  const low = hemoglobins.filter((point) => point?.flag === 'low');
  return [
    ...(high.length > 0 ? [pattern('macrocytosis-pattern', 'Large red cells', 'present', 0.9, high)] : []),
    ...(anaemic.length > 0
      ? [pattern('macrocytic-anaemia-pattern', 'Macrocytic anaemia', 'present', 0.9, [...anaemic, ...low])]
      : []),
  ];
}

/** Two or three of haemoglobin, white cells (or neutrophils) and platelets low in one sample. */
function cytopenias(series: SeriesMap): PatternResult[] {
  const points: Point[] = [];
  let occasions = 0;
  for (const hemoglobin of pointsOf(series, 'hemoglobin')) {
    const white = [near(series, 'leukocytes', hemoglobin.at, 1), near(series, 'neutrophils', hemoglobin.at, 1)];
    const platelets = near(series, 'platelets', hemoglobin.at, 1);
    const whiteLow = white.find((point) => point?.flag === 'low');
    const low = [hemoglobin, whiteLow, platelets].filter((point) => point?.flag === 'low');
    if (low.length < 2) continue;
    occasions++;
    points.push(...low.flatMap((point) => point ?? []));
  }
  if (occasions === 0) return [];
  const certainty = occasions > 1 ? 0.92 : 0.7;
  return [pattern('cytopenia-two-lines', 'Two or more blood cell lines low', 'present', certainty, points)];
}
