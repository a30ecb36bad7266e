import { SaxesParser } from 'saxes';

/** An element of XML. Prefixes of namespaces are left off: `sdtc:deceasedTime` is `deceasedTime`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  /** Elements and texts, in their order. */
  readonly content: (Element | string)[];
}

/** A document deeper than this, or of more elements, is none that a system writes. */
const [DEEPEST, MOST] = [200, 2_000_000];

class WrongError extends Error {}

/**
 * The root element, or what is wrong and where. Only well-formed XML is read, a DOCTYPE is refused, so that no entity is ever
 * defined: neither files nor the network can be reached and nothing can grow (https://owasp.org, XML External Entity Prevention).
 */
export function parseXml(text: string): Element | { readonly wrong: string } {
  const parser = new SaxesParser();
  let root: Element | undefined;
  let current: Element | undefined;
  let [depth, count] = [0, 0];
  const fail = (why: string): never => {
    throw new WrongError(`${why}, line ${parser.line}, column ${parser.column}`);
  };
  // The parser's own message may quote the document.
  parser.on('error', () => fail('not well-formed XML'));
  parser.on('doctype', () => fail('a DOCTYPE, which no clinical document has'));
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) fail(`nested deeper than ${DEEPEST} levels`);
    if (++count > MOST) fail(`more than ${MOST} elements`);
    const element: Element = { name: local(name), attributes: localOnly(attributes), parent: current, content: [] };
    if (current) current.content.push(element);
    else root ??= element;
    current = element;
  });
  parser.on('closetag', () => {
    depth--;
    current = current?.parent;
  });
  const add = (piece: string): void => {
    if (piece !== '') current?.content.push(piece);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof WrongError) return { wrong: error.message };
    throw error;
  }
  return root ?? { wrong: 'no element in it' };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function localOnly(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const plain: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) plain[local(name)] = value;
  return plain;
}

/** The text of an XML file, by its byte order mark or its declaration, else UTF-8. */
export function xmlText(bytes: Buffer): string | undefined {
  const declared = /^[^<]{0,3}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    bytes.subarray(0, 256).toString('latin1'),
  )?.[1];
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    // A declaration of UTF-16 in a file that could be read as bytes is a mistake.
    const label = mark ?? (declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared);
    return new TextDecoder(label).decode(bytes).trimStart();
  } catch {
    return undefined;
  }
}

/** The child elements of a name, or all. */
export function children(element: Element | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (const each of element?.content ?? [])
    if (typeof each !== 'string' && (name === undefined || each.name === name)) found.push(each);
  return found;
}

/** The first element that a path of names leads to. */
export function child(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let at = element;
  for (const name of path) at = children(at, name)[0];
  return at;
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim();
  return value === '' ? undefined : value;
}

/** All the text in an element, white space made single. */
export function plain(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const parts: string[] = [];
  const collect = ({ content }: Element): void => {
    for (const each of content) {
      if (typeof each === 'string') parts.push(each);
      else {
        collect(each);
        parts.push(' ');
      }
    }
  };
  collect(element);
  const text = parts.join('').replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** Where an element stands: `component[1]/structuredBody[1]/component[3]`, from the root on. */
export function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | undefined = element; at?.parent; at = at.parent) {
    const { name } = at;
    steps.unshift(`${name}[${children(at.parent, name).indexOf(at) + 1}]`);
  }
  return steps.join('/');
}
