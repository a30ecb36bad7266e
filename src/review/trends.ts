import type { PatientRecord, Trend } from '../findings/index.ts';
import { analyteName } from '../reasoning/index.ts';
import { ANALYTES } from '../terms/index.ts';
import { cite } from './cite.ts';
import type { TrendPoint, TrendStatement } from './review.ts';
import { figure, monthOf, unitText } from './words.ts';

const SHOWN = 16;

/** The trends that matter most, each with all its points to draw. */
export function trendStatements(record: PatientRecord): TrendStatement[] {
  const told = record.trends.filter(({ echoOf }) => echoOf === undefined);
  return told.slice(0, SHOWN).map((trend) => statementOf(trend, record));
}

function statementOf(trend: Trend, record: PatientRecord): TrendStatement {
  const name = analyteName(trend.analyte);
  const series = record.series.get(trend.analyte);
  const unit = series?.unit ?? ANALYTES.get(trend.analyte)?.unit ?? '';
  const { from, to, withinReference } = trend;
  const move = `${figure(from.value)} → ${figure(to.value)} ${unitText(unit)}`.trim();
  const when = `${monthOf(from.time)} to ${monthOf(to.time)}`;
  const inside = withinReference ? ', still inside the reference range' : '';
  return {
    analyte: trend.analyte,
    name,
    loinc: trend.loinc,
    direction: trend.direction,
    withinReference,
    unit,
    text: `${name} ${trend.direction}: ${move}, ${when}${inside}.`,
    citations: cite(trend.evidence, record.chart.patient.source),
    points: (series?.points ?? []).flatMap((point): TrendPoint[] =>
      point.time === undefined
        ? []
        : [
            {
              time: point.time,
              value: point.value,
              ...(point.range?.low !== undefined ? { low: point.range.low } : {}),
              ...(point.range?.high !== undefined ? { high: point.range.high } : {}),
              source: point.source,
            },
          ],
    ),
  };
}
