import type { Chart, ChartEvent } from '../chart/index.ts';
import { table } from '../table.ts';
import type { Claim } from './claims.ts';
import type { Evidence } from './finding.ts';
import { toldIn } from './habits/told.ts';
import type { ReadNote } from './notes.ts';

/**
 * Orthostatic hypotension: a fall of 20 mmHg systolic or 10 mmHg diastolic on standing (Freeman et al., consensus statement, Clin
 * Auton Res 2011;21:69-72; recalled). From sitting, as clinics mostly measure, the same fall counts here.
 */
const FALL = { systolic: 20, diastolic: 10 } as const;
/** Pressures of two positions belong together within this time: standing for three minutes, lying for five before, and the writing down. */
const TOGETHER = 30 * 60_000;

type Position = 'down' | 'up';

interface Pressure {
  readonly position: Position;
  readonly systolic: number;
  readonly diastolic?: number;
}

const DOWN = 'lying|lay|laying|supine|recumbent|sitting|sit|seated|sat|L';
const UP = 'standing|stand|stood|upright|erect|S';
const PRESSURE = String.raw`(\d{2,3})\s*\/\s*(\d{2,3})`;
const WORDS = String.raw`\s*(?:BP|blood pressure|is|was|at|after|for|\d\s*min\w*|[:=,-])*\s*`;
/** "lying 130/80, standing 104/70": the position before its pressure. */
const POSITION_FIRST = new RegExp(
  String.raw`\b(${DOWN})\b${WORDS}${PRESSURE}[^\n]{0,60}?\b(${UP})\b${WORDS}${PRESSURE}|\b(${UP})\b${WORDS}${PRESSURE}[^\n]{0,60}?\b(${DOWN})\b${WORDS}${PRESSURE}`,
  'gi',
);
/** "130/80 lying, 104/70 standing", "148/88 -> 118/76 on standing". */
const PRESSURE_FIRST = new RegExp(
  String.raw`${PRESSURE}\s*\(?(?:mmHg\s*)?(${DOWN})?\)?[\s,;:>-]*(?:->|to|then|and|drops? to|falls? to|fell to|dropped to|→)*\s*${PRESSURE}\s*\(?(?:mmHg\s*)?(?:on|when|after|while)?\s*(?:\d\s*min\w*\s*)?(${UP})\b`,
  'gi',
);

/** What pressures of two positions claim of orthostatic hypotension, in notes and in the measurements of the record. */
export function postureClaims(chart: Chart, notes: readonly ReadNote[]): Claim[] {
  return [...notes.flatMap(toldPressures), ...measuredPressures(chart.events)];
}

function toldPressures(read: ReadNote): Claim[] {
  const first = toldIn(read, POSITION_FIRST).flatMap(({ match, evidence }) => {
    const [, down, s1, d1, , s2, d2, , s3, d3, , s4, d4] = match;
    const pairs =
      down === undefined
        ? [pressure('down', s4, d4), pressure('up', s3, d3)]
        : [pressure('down', s1, d1), pressure('up', s2, d2)];
    return claimOf(pairs[0], pairs[1], 0.85, evidence);
  });
  if (first.length > 0) return first;
  return toldIn(read, PRESSURE_FIRST).flatMap(({ match: [, s1, d1, , s2, d2], evidence }) =>
    claimOf(pressure('down', s1, d1), pressure('up', s2, d2), 0.85, evidence),
  );
}

function pressure(
  position: Position,
  systolic: string | undefined,
  diastolic: string | undefined,
): Pressure | undefined {
  const [high, low] = [Number(systolic), Number(diastolic)];
  return high >= 50 && high <= 280 && low >= 20 && low < high
    ? { position, systolic: high, diastolic: low }
    : undefined;
}

function claimOf(down: Pressure | undefined, up: Pressure | undefined, certainty: number, evidence: Evidence): Claim[] {
  if (!down || !up) return [];
  const systolic = (down.systolic - up.systolic) / FALL.systolic;
  const diastolic =
    down.diastolic === undefined || up.diastolic === undefined ? 0 : (down.diastolic - up.diastolic) / FALL.diastolic;
  const strength = Math.max(systolic, diastolic);
  const says = strength >= 1 ? 'present' : 'absent';
  return [{ says, certainty, kind: 'abnormal', strength: Math.max(1, strength), evidence }];
}

/** LOINC codes that say the position. */
const POSITION_OF: Readonly<Record<string, Position>> = table({
  '8459-0': 'down',
  '8461-6': 'down',
  '8453-3': 'down',
  '8455-8': 'down',
  '8460-8': 'up',
  '8454-1': 'up',
});
const UP_WORD = /\b(?:standing|upright|erect|stood)\b/i;
const DOWN_WORD = /\b(?:lying|supine|sitting|seated|recumbent)\b/i;

/** Measurements that say their position, each standing one against the last one before it. */
function measuredPressures(events: readonly ChartEvent[]): Claim[] {
  const vitals = events.filter(({ kind }) => kind === 'vital');
  const ofResource = Map.groupBy(vitals, ({ source }) => source.id);
  const systolics = vitals.flatMap((event) => {
    const siblings = event.analyte === 'systolic-bp' ? (ofResource.get(event.source.id) ?? []) : [];
    const position = event.analyte === 'systolic-bp' ? positionOf(event, siblings) : undefined;
    return position && event.value?.type === 'quantity' ? [{ event, position, systolic: event.value.value }] : [];
  });
  return systolics.flatMap((standing) => {
    if (standing.position !== 'up') return [];
    const before = systolics.findLast(
      ({ position, event }) => position === 'down' && Math.abs(standing.event.at - event.at) <= TOGETHER,
    );
    if (!before) return [];
    const { event } = standing;
    const down = withDiastolic(before, events);
    const up = withDiastolic(standing, events);
    return claimOf(down, up, 0.95, {
      source: event.source,
      ...(event.time ? { time: event.time } : {}),
      at: event.at,
      text: `Blood pressure ${written(down)}, standing ${written(up)}`,
    });
  });
}

const written = ({ systolic, diastolic }: Pressure): string =>
  `${systolic}${diastolic === undefined ? '' : `/${diastolic}`}`;

interface Systolic {
  readonly event: ChartEvent;
  readonly position: Position;
  readonly systolic: number;
}

/** The diastolic pressure of the same measurement: of the same resource, else of the same minute and position. */
function withDiastolic({ event, position, systolic }: Systolic, events: readonly ChartEvent[]): Pressure {
  const others = events.filter(({ analyte, at }) => analyte === 'diastolic-bp' && Math.abs(at - event.at) < 60_000);
  const own =
    others.find(({ source }) => source.id === event.source.id) ??
    others.find((other) => positionIn(other) === position);
  return { position, systolic, ...(own?.value?.type === 'quantity' ? { diastolic: own.value.value } : {}) };
}

/** The position by code or words, of the measurement or of another event of its resource (a component for the position). */
function positionOf(event: ChartEvent, siblings: readonly ChartEvent[]): Position | undefined {
  return positionIn(event) ?? siblings.map(positionIn).find((position) => position !== undefined);
}

function positionIn({ codings, name, detail = '', value }: ChartEvent): Position | undefined {
  for (const { code } of codings) {
    const position = POSITION_OF[code];
    if (position) return position;
  }
  const words = `${name} ${detail} ${value?.type === 'text' ? value.text : ''}`;
  return UP_WORD.test(words) ? 'up' : DOWN_WORD.test(words) ? 'down' : undefined;
}
