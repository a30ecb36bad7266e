import type { Chart, ChartEvent, ChartIssue, Note, Patient, Source } from '../../chart/index.ts';
import { dayOf, isStandIn, monthOf } from '../words.ts';
import { type Html, html } from './escape.ts';
import { eventBody, excerpt, type Mark, noteBody, patientBody, titleOf } from './source-body.ts';

/** The numbered sources of one page: each cited resource once, opened in place, with the cited words marked. */
export class SourceList {
  private readonly numbers = new Map<string, number>();
  private readonly visible = new Set<string>();
  private readonly spans = new Map<string, [number, number][]>();
  private readonly events = new Map<string, ChartEvent[]>();
  private readonly notes = new Map<string, Note>();
  private readonly patient: Patient;
  private readonly resources: string | undefined;
  private readonly issues: readonly ChartIssue[];

  /** `resources`: address under which `/Type/id` is the whole resource, where there is one. */
  constructor(chart: Chart, resources?: string) {
    this.patient = chart.patient;
    this.resources = resources;
    this.issues = chart.issues;
    for (const event of chart.events) {
      const key = keyOf(event.source);
      const known = this.events.get(key);
      if (known) known.push(event);
      else this.events.set(key, [event]);
    }
    for (const note of chart.notes) this.notes.set(keyOf(note.source), note);
  }

  /** Links to the sources of a statement, newest first, each resource once: the first few, the rest folded. */
  chips(citations: readonly Source[], shown = 2): Html {
    if (citations.length === 0) return html``;
    const newest = [...citations].sort((a, b) => this.at(b) - this.at(a));
    const anchors = newest.map((source) => ({ source, href: this.anchor(source) }));
    const seen = new Set<string>();
    const once = anchors.filter(({ source }) => seen.size !== seen.add(keyOf(source)).size);
    const chips = once.map(({ source, href }) => this.chip(source, href));
    for (const { source } of once.slice(0, shown)) this.visible.add(keyOf(source));
    const more = chips.slice(shown);
    const folded =
      more.length > 0 &&
      html`<details class="more"><summary aria-label="${more.length} more sources">+${more.length}</summary>${more}</details>`;
    return html`<span class="cites">${chips.slice(0, shown)}${folded}</span>`;
  }

  /** What a link to a source reads: its month, which tells more than a number. */
  label(source: Source): string {
    const time = this.timeOf(keyOf(source));
    if (isStandIn(time, this.issues)) return 'text';
    return time === undefined ? (source.resourceType === 'Patient' ? 'record' : 'undated') : monthOf(time);
  }

  /** The address in the page of a source, numbered when first cited. */
  anchor(source: Source): string {
    const key = keyOf(source);
    if (!this.numbers.has(key)) this.numbers.set(key, this.numbers.size + 1);
    const number = this.numbers.get(key) ?? 0;
    if (!source.span || !this.notes.has(key)) return `#s${number}`;
    const spans = this.spans.get(key) ?? [];
    this.spans.set(key, spans);
    const [start, end] = source.span;
    let at = spans.findIndex(([from, to]) => from === start && to === end);
    if (at < 0) at = spans.push([start, end]) - 1;
    return `#s${number}-${at}`;
  }

  /** All cited sources, to read, to print and to open from a chip. Call after everything else is drawn. */
  list(): Html {
    const entries = [...this.numbers].map(([key, number]) => this.entry(key, number));
    return html`<ol class="sources">${entries}</ol>`;
  }

  get count(): number {
    return this.numbers.size;
  }

  private entry(key: string, number: number): Html {
    const note = this.notes.get(key);
    const events = this.events.get(key) ?? [];
    const marks = (this.spans.get(key) ?? []).map(([start, end], index): Mark => {
      return { start, end, id: `s${number}-${index}` };
    });
    const title = titleOf(key, note, events);
    const time = note?.time ?? events[0]?.time;
    const date = isStandIn(time, this.issues) ? html`` : html`<time>${dayOf(time)}</time>`;
    const whole =
      this.resources !== undefined &&
      html` <a href="${`${this.resources}/${key.split('/').map(encodeURIComponent).join('/')}`}">whole resource (JSON)</a>`;
    const words = note && excerpt(note.text, marks);
    const author = note?.author && html`, ${note.author}`;
    const isPatient = key === keyOf(this.patient.source);
    const { origin } = note?.source ?? events[0]?.source ?? (isPatient ? this.patient.source : {});
    const from = origin !== undefined && html`, from <code>${origin}</code>`;
    const body = note ? noteBody(note, marks) : isPatient ? patientBody(this.patient) : events.map(eventBody);
    // On paper nothing leads to a source that no shown link names.
    const folded = !this.visible.has(key) && html` class="folded"`;
    return html`<li id="s${number}" value="${number}"${folded}><a class="open" href="#s${number}">${title}</a> ${date}${words && html` <q>${words}</q>`}<div class="body"><p class="where">${date}${author} <code>${key}</code>${from}${whole}</p>${body}</div></li>
`;
  }

  private chip(source: Source, href: string): Html {
    const key = keyOf(source);
    const [number] = href.slice(2).split('-');
    const label = this.label(source);
    const time = this.timeOf(key);
    const day = isStandIn(time, this.issues) ? '' : `${dayOf(time)}, `;
    const title = `${day}${titleOf(key, this.notes.get(key), this.events.get(key) ?? [])}`;
    return html`<a class="cite" href="${href}" data-n="${number}" title="${title}">${label}</a>`;
  }

  private timeOf(key: string): string | undefined {
    return this.notes.get(key)?.time ?? this.events.get(key)?.[0]?.time;
  }

  private at(source: Source): number {
    const key = keyOf(source);
    const at = this.notes.get(key)?.at ?? this.events.get(key)?.[0]?.at ?? Number.NaN;
    return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
  }
}

const keyOf = ({ resourceType, id }: Source): string => `${resourceType}/${id}`;
