import { hideAfter, lastEventDate } from '../chart/index.ts';
import { type Html, html, page, type Review, reviewAsHtml, reviewLine, section } from '../review/index.ts';
import type { DemoPatient } from './demo.ts';
import type { DemoReviews } from './reviews.ts';

/** The first page: who is here, what their review says first, and a place to read a record of one's own. */
export async function indexPage(reviews: DemoReviews): Promise<string> {
  const rows: Html[] = [];
  for (const slug of reviews.patients.slugs()) {
    const { review } = await reviews.of(slug);
    rows.push(patientRow(slug, review));
  }
  const { version, conditions } = reviews.knowledge;
  const intro = html`<header class="who"><h1>Prodrome</h1><p>A cited second read of a patient’s whole record. Every patient below is invented.</p></header>`;
  const list =
    rows.length > 0 ? html`<ul class="plain patients">${rows}</ul>` : html`<p>No worked patients are installed.</p>`;
  const foot = html`<footer class="foot"><p>Knowledge ${version}, ${conditions.size} conditions. A second read for a clinician: not a diagnosis, not a medical device, not validated for care.</p></footer>`;
  return page('Prodrome', [
    intro,
    section('Patients', list),
    section('Paste a note or case description', pasteForm('/review')),
    section('Read a record of your own', UPLOAD),
    foot,
  ]);
}

function patientRow(slug: string, review: Review): Html {
  const { name, ageYears, sex } = review.patient;
  const who = [sex, ageYears !== undefined && `${ageYears} years`].filter(Boolean).join(', ');
  return html`<li><div><a href="/patients/${slug}">${name ?? slug}</a><br><span class="soft">${who}</span></div><div>${reviewLine(review)}</div></li>`;
}

/** A form for words; `first` is what its chief button does, the other button does the other. */
const pasteForm = (first: '/review' | '/read'): Html => {
  const button = (to: '/review' | '/read', words: string) =>
    html`<button formaction="${to}"${to !== first && html` class="second"`}>${words}</button>`;
  const [review, read] = [button('/review', 'Review'), button('/read', 'Show what is read')];
  return html`<form method="post" action="${first}" enctype="multipart/form-data"><p><label for="text">A note, a report or a case description, as it stands. Age, sex, findings, results and medicines are read from its words, and each statement leads back to them. It is kept nowhere and sent nowhere.</label></p><textarea id="text" name="text" rows="9" required spellcheck="false" placeholder="A 54-year-old woman with six months of fatigue and itching. ALP 410 U/L (30–120) …"></textarea><p class="fields"><label>As of <input type="date" name="asOf"> <small>(the date in the text when left empty)</small></label> ${first === '/review' ? [review, ' ', read] : [read, ' ', review]}</p></form>`;
};

/** A place for another text, under what was read of one. */
export const READ_FORM: Html = section('Read another text', pasteForm('/read'));

/** The page on which a text is pasted to see what is read in it. */
export function readPage(): string {
  return page('Read a note', [
    html`<header class="who"><nav class="crumbs" aria-label="Site"><a href="/">All patients</a></nav><h1>Read a note</h1><p>What is understood of a text, marked in its words: no conclusion is drawn from it here.</p></header>`,
    section('Paste a text', pasteForm('/read')),
  ]);
}

const UPLOAD = html`<form method="post" action="/review" enctype="multipart/form-data"><p>A record of one patient: FHIR R4 (a Bundle or NDJSON), HL7 v2, C-CDA, or a text; gzipped or not. It is read in the memory of this process, kept nowhere and sent nowhere.</p><p class="fields"><label>Record <input type="file" name="record" required></label> <label>As of <input type="date" name="asOf"> <small>(the last event when left empty)</small></label> <button>Review</button></p></form>`;

/** A demo patient's review, with the years of the record to step through. */
export function reviewPage(patient: DemoPatient, review: Review): string {
  const { asOf } = review;
  const here = `/patients/${patient.slug}`;
  return reviewAsHtml(review, hideAfter(patient.chart, asOf), {
    back: '/',
    dates: daysOf(patient).map((day) => ({ day, href: `${here}?as-of=${day}` })),
    forms: [
      { label: 'JSON', href: `${here}/review?as-of=${asOf}` },
      { label: 'FHIR', href: `${here}/review?as-of=${asOf}&format=fhir` },
    ],
    resources: `${here}/resources`,
  });
}

/** An error for a reader: what is wrong and where to go. */
export function errorPage(title: string): string {
  return page('Prodrome', [
    html`<header class="who"><h1>That did not work</h1></header>`,
    section('What is wrong', html`<p>${title}.</p><p><a href="/">All patients</a></p>`),
  ]);
}

/** The end of each year in which anything happened, the day at which the page opens, and the last event. */
function daysOf({ chart, opensAt }: DemoPatient): string[] {
  const last = lastEventDate(chart);
  const years = [...chart.events, ...chart.notes].flatMap(({ time }) => time?.slice(0, 4) ?? []);
  const ends = [...new Set(years)].map((year) => `${year}-12-31`).filter((day) => day < last);
  return [...new Set([...ends, opensAt, last])].sort();
}
