import type { Chart, ChartEvent, Note, Source } from '../../chart/index.ts';
import type { Citations } from '../review.ts';
import { dayOf, figure, unitText } from '../words.ts';
import { type Html, html } from './escape.ts';

/** The numbered sources of one page: each cited resource once, opened in place, with the cited words marked. */
export class SourceList {
  private readonly numbers = new Map<string, number>();
  private readonly spans = new Map<string, [number, number][]>();
  private readonly events = new Map<string, ChartEvent[]>();
  private readonly notes = new Map<string, Note>();

  constructor(chart: Chart) {
    for (const event of chart.events) {
      const key = keyOf(event.source);
      this.events.set(key, [...(this.events.get(key) ?? []), event]);
    }
    for (const note of chart.notes) this.notes.set(keyOf(note.source), note);
  }

  /** Chips for a statement's citations: the newest few, the rest folded. */
  chips(citations: Citations, shown = 3): Html {
    const chips = citations.map((source) => this.chip(source));
    const [more, last] = [chips.slice(0, -shown), chips.slice(-shown)];
    const folded = more.length > 0 && html`<details class="more"><summary>+${more.length}</summary>${more}</details>`;
    return html`<span class="cites">${last}${folded}</span>`;
  }

  /** The address in the page of a source, numbered when first cited. */
  anchor(source: Source): string {
    const key = keyOf(source);
    if (!this.numbers.has(key)) this.numbers.set(key, this.numbers.size + 1);
    const number = this.numbers.get(key) ?? 0;
    if (!source.span) return `#s${number}`;
    const spans = this.spans.get(key) ?? [];
    this.spans.set(key, spans);
    const [start, end] = source.span;
    let at = spans.findIndex(([from, to]) => from === start && to === end);
    if (at < 0) at = spans.push([start, end]) - 1;
    return `#s${number}-${at}`;
  }

  private chip(source: Source): Html {
    const href = this.anchor(source);
    const [number] = href.slice(2).split('-');
    return html`<a class="cite" href="${href}" title="${source.resourceType} ${this.dateOf(source)}">${number}</a>`;
  }

  private dateOf(source: Source): string {
    const key = keyOf(source);
    return dayOf(this.notes.get(key)?.time ?? this.events.get(key)?.[0]?.time);
  }

  /** All cited sources, to read, to print and to open from a chip. Call after everything else is drawn. */
  list(): Html {
    const entries = [...this.numbers].map(([key, number]) => {
      const note = this.notes.get(key);
      const events = this.events.get(key) ?? [];
      const body = note ? this.noteBody(key, number, note) : events.map(eventBody);
      const title = note ? note.title : (events[0]?.kind ?? 'patient');
      return html`<li id="s${number}" value="${number}"><details><summary><b>${title}</b> <time>${dayOf(note?.time ?? events[0]?.time)}</time> <code>${key}</code></summary>${body}</details></li>`;
    });
    return html`<ol class="sources">${entries}</ol>`;
  }

  private noteBody(key: string, number: number, note: Note): Html {
    const spans = (this.spans.get(key) ?? []).map(([start, end], index) => ({ start, end, index }));
    spans.sort((a, b) => a.start - b.start);
    const pieces: Html[] = [];
    let at = 0;
    for (const { start, end, index } of spans) {
      if (start < at) {
        pieces.push(html`<a id="s${number}-${index}"></a>`);
        continue;
      }
      pieces.push(
        html`${note.text.slice(at, start)}<mark id="s${number}-${index}">${note.text.slice(start, end)}</mark>`,
      );
      at = end;
    }
    return html`<pre>${pieces}${note.text.slice(at)}</pre>`;
  }
}

const keyOf = ({ resourceType, id }: Source): string => `${resourceType}/${id}`;

function eventBody(event: ChartEvent): Html {
  const { value, range } = event;
  const shown =
    value?.type === 'quantity'
      ? `${value.comparator ?? ''}${figure(value.original.value)} ${unitText(value.original.unit)}`
      : (value?.text ?? '');
  const canonical =
    value?.type === 'quantity' && value.original.unit !== value.unit
      ? ` = ${figure(value.value)} ${unitText(value.unit)}`
      : '';
  const limits = range && [range.low, range.high].map((limit) => (limit === undefined ? '' : figure(limit))).join('–');
  const facts = [
    shown && `${shown}${canonical}`,
    limits && limits !== '–' && `reference ${limits}`,
    event.status,
    event.verification,
    event.detail,
    event.endTime && `until ${dayOf(event.endTime)}`,
    event.codings.map((coding) => `${coding.system.split('/').at(-1)} ${coding.code}`).join(', '),
  ];
  return html`<p><b>${event.name}</b> ${facts.filter(Boolean).join(' · ')}</p>`;
}
