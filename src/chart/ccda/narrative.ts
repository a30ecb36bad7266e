import { attribute, child, children, type Element, plain } from './xml.ts';

const LINE = new Set('paragraph caption list table footnote text title'.split(' '));

/** The narrative of a section as plain text: paragraphs and items on lines of their own, rows of tables with ` | ` between cells. */
export function narrativeOf(text: Element): string {
  const out: string[] = [];
  write(text, out);
  return out
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/^- *\n+/gm, '- ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function write(element: Element, out: string[]): void {
  const { name } = element;
  // What the author struck out, and what the eye sees but a text cannot hold.
  if (attribute(element, 'revised') === 'delete' || name === 'renderMultiMedia') return;
  if (name === 'br') {
    out.push('\n');
    return;
  }
  if (name === 'tr') {
    const cells = children(element)
      .filter((cell) => cell.name === 'td' || cell.name === 'th')
      .map((cell) => narrativeOf(cell).replace(/\s*\n\s*/g, '; '));
    if (cells.some((cell) => cell !== '')) out.push('\n', cells.join(' | '));
    return;
  }
  const isLine = LINE.has(name);
  if (isLine) out.push('\n');
  if (name === 'item') out.push('\n- ');
  for (const each of element.content) {
    if (typeof each === 'string') out.push(each.replace(/\s+/g, ' '));
    else write(each, out);
  }
  if (isLine) out.push('\n');
}

/** A section with a heading and words; sections within sections follow it. */
export interface Told {
  readonly title: string;
  readonly text: string;
}

/** The sections of a document in their order, each once. */
export function toldIn(body: Element | undefined): Told[] {
  return children(body, 'component').flatMap((component) => {
    const section = child(component, 'section');
    if (!section) return [];
    const text = child(section, 'text');
    const words = text ? narrativeOf(text) : '';
    const title = plain(child(section, 'title')) ?? attribute(child(section, 'code'), 'displayName') ?? 'Section';
    return [...(words === '' ? [] : [{ title, text: words }]), ...toldIn(section)];
  });
}

/** Elements of the narrative by their `ID`, to which coded entries refer. */
export function narrativeIds(root: Element): Map<string, Element> {
  const found = new Map<string, Element>();
  const visit = (element: Element): void => {
    const id = attribute(element, 'ID');
    if (id !== undefined && !found.has(id)) found.set(id, element);
    for (const each of element.content) if (typeof each !== 'string') visit(each);
  };
  visit(root);
  return found;
}
