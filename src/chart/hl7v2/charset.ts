import { table } from '../../table.ts';
/** Turns bytes into text. */
export type Coder = (bytes: Uint8Array) => string;

/** UTF-8, and Windows-1252 (of which ISO 8859-1 and ASCII are parts) where it is not that. */
const usual: Coder = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The character set that MSH-18 names (table 0211); undefined when this is none of those that are known. */
export function coderOf(name: string | undefined): Coder | undefined {
  const plain = (name ?? '').trim().toUpperCase();
  if (plain === '' || plain === 'ASCII' || plain === 'UNICODE' || plain === 'UTF-8' || plain === 'UNICODE UTF-8')
    return usual;
  const latin = /^(?:ISO[ -]?)?8859[/-](\d{1,2})$/.exec(plain)?.[1];
  const label =
    latin === undefined ? OTHERS[plain] : latin === '1' ? 'windows-1252' : `iso-8859-${latin === '9' ? '9' : latin}`;
  if (label === undefined) return undefined;
  try {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const OTHERS: Readonly<Record<string, string>> = table({
  'GB 18030-2000': 'gb18030',
  'BIG-5': 'big5',
  'KS X 1001': 'euc-kr',
});

export { usual as usualCoder };
