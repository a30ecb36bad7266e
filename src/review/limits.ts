import type { Source } from '../chart/index.ts';
import type { PatientRecord } from '../findings/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { type Hypothesis, listed, lowerFirst } from '../reasoning/index.ts';
import type { Statement } from './review.ts';
import { dayOf, plural } from './words.ts';

const DAY = 86_400_000;

/** What is missing from the record that would matter, and what this review is not. */
export function limitsOf(record: PatientRecord, raised: readonly Hypothesis[], knowledge: Knowledge): Statement[] {
  const { chart, asOfAt, findings } = record;
  const patient = chart.patient.source;
  const limits: Statement[] = [];
  const say = (text: string, source: Source = patient) => limits.push({ text, citations: [source] });

  for (const { code, text, source } of chart.issues) {
    if (code === 'date-assumed' || code === 'birth-date-reckoned') say(`${upperFirst(text)}.`, source);
  }
  if (chart.events.length === 0 && findings.size === 0) {
    say('Nothing of a patient was found in this record: that nothing stands out means nothing.');
  }
  const isAgeKnown = !Number.isNaN(record.ageYears);
  if (!isAgeKnown) {
    say(
      'The age is unknown: prevalences are averages over all ages of the European Standard Population 2013, and results are held against the ranges of adults. With the age the list may change.',
    );
  }
  if (chart.patient.sex === undefined) say('The record gives no sex: ranges and prevalences are means of both.');
  const lastLab = chart.events.findLast((event) => event.kind === 'lab' && event.at <= asOfAt);
  if (!lastLab) say('The record holds no laboratory results.');
  else if (asOfAt - lastLab.at > 730 * DAY) {
    say(`The newest laboratory result is of ${dayOf(lastLab.time)}: more than two years old.`, lastLab.source);
  }
  if (chart.notes.length === 0) say('The record holds no notes: symptoms, examination and family history are unknown.');
  if (chart.notes.length > 0 && ![...findings.keys()].some((id) => id.startsWith('family-'))) {
    say('No family history was found.');
  }
  if (chart.notes.length > 0 && !['smoking-never', 'smoking-ever', 'smoking-current'].some((id) => findings.has(id))) {
    say('The record does not say whether the patient smokes or ever smoked.');
  }
  for (const hypothesis of raised.slice(0, 3)) {
    const names = hypothesis.unknown.flatMap((id) => missingOf(id, record, knowledge));
    if (names.length > 0) {
      say(
        `${hypothesis.condition.name}: the record says nothing of ${listed([...new Set(names.map(quantityOf))].slice(0, 4))}, which would be informative.`,
      );
    }
  }
  const unread = chart.issues.filter((issue) => issue.code === 'document-unreadable');
  if (unread.length > 0) say(`${plural(unread.length, 'document')} could not be read.`, unread[0]?.source ?? patient);
  const resting = raised.filter((hypothesis) => hypothesis.condition.reviewed.status !== 'reviewed');
  if (resting.length > 0) {
    say(
      `${plural(resting.length, 'hypothesis rests', 'hypotheses rest')} on knowledge entries that no clinician has reviewed.`,
    );
  }
  say(
    `Probabilities come from published or estimated figures${isAgeKnown ? ' by age and sex' : ''}, are not calibrated on this provider’s patients, and are a second read: not a diagnosis.`,
  );
  return limits;
}

/** The names of what is missing of a finding: of one composed of others, of those of them that are. */
function missingOf(id: string, record: PatientRecord, knowledge: Knowledge): string[] {
  if (record.findings.has(id) || !isMissing(id, record, knowledge)) return [];
  const { name, all = [] } = knowledge.findings.get(id) ?? {};
  return all.length > 0 ? all.flatMap((part) => missingOf(part, record, knowledge)) : name === undefined ? [] : [name];
}

/** A drug that is not taken is no gap, nor is a pattern that was looked for, and of what was measured, in itself or in its parts, the record does say something. */
function isMissing(id: string, record: PatientRecord, knowledge: Knowledge): boolean {
  const definition = knowledge.findings.get(id);
  if (definition === undefined || definition.kind === 'exposure' || definition.pattern !== undefined) return false;
  const { measures = [], trends = [], all = [] } = definition;
  if ([...measures, ...trends].some(({ analyte }) => record.series.has(analyte))) return false;
  return all.length === 0 || all.some((part) => isMissing(part, record, knowledge));
}

/** What was not measured, without how it would come out: `Raised CA-125` → `CA-125`. */
function quantityOf(name: string): string {
  const lasting = name.replace(LASTING, '');
  return lowerFirst(
    /\b(while|with|and)\b/.test(lasting)
      ? lasting
      : lasting.replace(
          /^(Raised|Positive|Low|High|Abnormal) | (positive|low|high|present|within normal limits|above .*)$/g,
          '',
        ),
  );
}

/** For how long or how often: of what was never measured there is no telling. */
const LASTING =
  /,? (?:raised |low )?(?:for (?:two|three|six) (?:months|years) or more|more than once|on (?:two|repeated) samples|persistently|repeatedly)(?: (?:raised|low|positive))?$/i;

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
