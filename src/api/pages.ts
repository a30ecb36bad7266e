import { hideAfter, lastEventDate } from '../chart/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { html, page, reviewAsHtml, reviewOf, section } from '../review/index.ts';
import type { DemoPatient, DemoPatients } from './demo.ts';

/** The first page: who is here, what their review says first, and a place to read a record of one's own. */
export async function indexPage(patients: DemoPatients, knowledge: Knowledge): Promise<string> {
  const rows = await Promise.all(
    patients.slugs().map(async (slug) => {
      const patient = await patients.patient(slug);
      const review = reviewOf(patient.chart, knowledge, { asOf: patient.opensAt });
      const { name, ageYears, sex } = review.patient;
      const [first] = review.differential.filter((each) => !each.documented);
      const says = first ? `Consider ${first.condition.name}` : (review.clues[0]?.text ?? 'Nothing stands out');
      return html`<li><a href="/patients/${slug}"><b>${name ?? slug}</b></a>, ${ageYears ?? 'age unknown'}, ${sex ?? ''} <span class="tag">${review.asOf}</span><br>${says}</li>`;
    }),
  );
  return page('Prodrome', [
    html`<header class="who"><h1>Prodrome</h1><p>A cited second read of a patient’s whole record. Every patient below is invented.</p></header>`,
    section('Patients', html`<ul class="plain">${rows}</ul>`),
    section(
      'Read a record of your own',
      html`<form method="post" action="/review" enctype="multipart/form-data"><p>A FHIR R4 Bundle (JSON), NDJSON or gzip of one patient. It is read in this process, kept nowhere, and sent nowhere.</p><input type="file" name="record" required> <label>as of <input type="date" name="asOf"></label> <button>Review</button></form>`,
    ),
    html`<footer><p>A second read for a clinician: not a diagnosis, not a medical device, not validated for care. Knowledge ${knowledge.version}, ${knowledge.conditions.size} conditions.</p></footer>`,
  ]);
}

/** A demo patient's review at a date, with the years of the record to step through. */
export function reviewPage(patient: DemoPatient, knowledge: Knowledge, asOf: string = patient.opensAt): string {
  const review = reviewOf(patient.chart, knowledge, { asOf });
  return reviewAsHtml(review, hideAfter(patient.chart, asOf), {
    back: '/',
    dates: datesOf(patient).map((day) => ({
      label: day === patient.opensAt ? day : day.slice(0, 4),
      href: `/patients/${patient.slug}?as-of=${day}`,
      current: day === asOf,
    })),
  });
}

/** The end of each year of the record, the day at which the page opens, and the last event. */
function datesOf({ chart, opensAt }: DemoPatient): string[] {
  const first = Number(chart.events.find((event) => event.time !== undefined)?.time?.slice(0, 4));
  const last = lastEventDate(chart);
  const days = new Set([opensAt, last]);
  for (let year = first + 1; year < Number(last.slice(0, 4)); year++) days.add(`${year}-12-31`);
  return [...days].sort();
}
