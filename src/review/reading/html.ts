import { type Html, html } from '../html/escape.ts';
import { page, section } from '../html/page.ts';
import { dayOf, plural } from '../words.ts';
import { LOOKS, type Look, type Mark, marksOf, type Piece, piecesOf } from './marks.ts';
import type { Reading } from './reading.ts';

export interface ReadingPageOptions {
  /** Where "back" leads; for the server. */
  readonly back?: string;
  /** What stands under the readings: a form for another text; for the server. */
  readonly under?: Html;
}

/** Readings as one self-contained page: the text marked, its legend, and beside it what was understood; every mark tells how it was read. */
export function readingsAsHtml(readings: readonly Reading[], { back, under }: ReadingPageOptions = {}): string {
  const bar = back && html`<nav class="crumbs" aria-label="Site"><a href="${back}">All patients</a></nav>`;
  const intro = html`<header class="who">${bar}<h1>What was read</h1><p>Point at, tap or tab to a mark to see how it was understood.</p></header>`;
  return page('What was read', [
    intro,
    ...readings.map((reading, index) => readingSheet(reading, index)),
    ...(under ? [under] : []),
  ]);
}

function readingSheet(reading: Reading, index: number): Html {
  const marks = marksOf(reading);
  const numbered = new Map(marks.map((mark, at) => [mark, `m${index}-${at}`]));
  const remark = [
    reading.kind === 'note' ? 'read as a note' : `read as a ${reading.kind} report`,
    reading.day && dayOf(reading.day),
  ]
    .filter(Boolean)
    .join(', ');
  const text = html`${legend(marks)}<pre class="reading">${piecesOf(reading.text.length, marks).map((piece) => pieceOf(reading.text, piece, numbered))}</pre>${reading.remarks.map((each) => html`<p class="soft">${each.charAt(0).toUpperCase()}${each.slice(1)}.</p>`)}`;
  const main = section(reading.title, text, { remark, name: `text-${index}` });
  const beside = section('Understood', listOf(marks, numbered), {
    name: `understood-${index}`,
    remark: plural(marks.length, 'mark'),
  });
  return html`<div class="sheet read"><div>${main}</div>${beside}</div>`;
}

function legend(marks: readonly Mark[]): Html {
  const used = new Set(marks.map(({ look }) => look));
  const items = Object.entries(LOOKS)
    .filter(([look]) => used.has(look as Look))
    .map(([look, { says }]) => html`<li><span class="m ${look}">${says}</span></li>`);
  return html`<ul class="legend" aria-label="Legend">${items}</ul>`;
}

function pieceOf(text: string, { span, marks }: Piece, numbered: ReadonlyMap<Mark, string>): Html {
  const words = text.slice(...span);
  const [first] = marks;
  if (!first) return html`${words}`;
  const told = marks.map(({ name, how }) => html`<span><b>${name}</b> ${how}</span>`);
  const id = numbered.get(first);
  return html`<span class="m ${first.look}" id="${id}" tabindex="0">${words}<span class="tip" role="note">${told}</span></span>`;
}

function listOf(marks: readonly Mark[], numbered: ReadonlyMap<Mark, string>): Html {
  const groups = Map.groupBy(marks, ({ look }) => look);
  const parts = Object.entries(LOOKS).flatMap(([look, { says }]) => {
    const own = groups.get(look as Look) ?? [];
    if (own.length === 0) return [];
    const items = own.map(
      (mark) => html`<li><a href="#${numbered.get(mark)}">${mark.name}</a> <span class="soft">${mark.how}</span></li>`,
    );
    return [html`<h3>${says.charAt(0).toUpperCase()}${says.slice(1)}</h3><ul class="tight">${items}</ul>`];
  });
  return parts.length > 0 ? html`${parts}` : html`<p>Nothing was recognised in this text.</p>`;
}
