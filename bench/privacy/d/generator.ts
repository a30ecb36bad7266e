/**
 * The fourth generator, written by one who had not read the rules: headers, sentences, turns of dialogue, signatures in the manner
 * of discharge summaries and letters; names of many lands, in the word list or not. "The patient" becomes a name here and there.
 */
import { type GoldNote, marked } from '../gold.ts';
import { int, pick, type R } from '../random.ts';
import { fullDate, time } from './dates.ts';
import { CRED, dr, mr, NOTE, REL, SAY } from './sentences.ts';
import * as V from './values.ts';
import { address, full, hospital, id, name, type P, person, phone } from './values.ts';

function header(r: R, p: P): string {
  const all = [
    () =>
      `Patient: ${pick(r, [`{name:${p.l}, ${p.f}}`, `{name:${p.l}, ${p.f} ${p.m}.}`, `{name:${p.l.toUpperCase()}, ${p.f.toUpperCase()}}`, name.full(p), `{name:${p.l.toUpperCase()}^${p.f.toUpperCase()}^${p.m}}`])}`,
    () => `Name: ${full(r, p)}`,
    () => `DOB: ${fullDate(r)}`,
    () => `D.O.B. ${fullDate(r)}`,
    () => id(r),
    () => id(r),
    () => `PCP: ${pick(r, [full(r), dr(r), `${full(r)}, MD`])}`,
    () => `Date of visit: ${fullDate(r)}`,
    () => `Admission Date: ${fullDate(r)}     Discharge Date: ${fullDate(r)}`,
    () => `Address: ${address(r)}`,
    () => `Phone: ${phone(r)}  Fax: ${phone(r)}`,
    () => `Facility: ${hospital(r)}`,
    () => `Referring physician: ${full(r)}`,
    () => `Attending: ${dr(r)}`,
    () => `RE: ${full(r, p)}`,
    () => `Location: ${V.ward(r)}, Bed {state:${int(r, 1, 30)}}`,
    () => `Next of kin: ${full(r)} (${pick(r, REL)}) ${phone(r)}`,
  ];
  return Array.from({ length: int(r, 2, 6) }, () => pick(r, all)()).join(r() < 0.85 ? '\n' : '  ');
}
function footer(r: R): string {
  const who = person(r),
    n = full(r, who),
    ini = `{name:${who.f[0]?.toUpperCase()}${who.l[0]?.toUpperCase()}}`;
  return Array.from({ length: int(r, 1, 3) }, () =>
    pick(r, [
      () => `Electronically signed by ${n}, ${pick(r, CRED)} on ${fullDate(r)} ${time(r)}`,
      () => `${n}, ${pick(r, CRED)}`,
      () => `cc: ${full(r)}, MD`,
      () => `cc: ${dr(r)}; ${full(r)}`,
      () => `Dictated by: ${n}\nD: ${fullDate(r)}  T: ${fullDate(r)}`,
      () => `Sincerely,\n\n${n}\n${hospital(r)}\nTel ${phone(r)}`,
      () => `DD: ${fullDate(r)}`,
      () => `Job ID: {id:${int(r, 100000, 9999999)}}`,
      () => `${n}\nConsultant ${pick(r, ['Cardiologist', 'Surgeon', 'Neurologist'])}`,
      () => `Signed: ${pick(r, [n, `{name:${who.f[0]}. ${who.l}}`])}, ${pick(r, CRED)}`,
      () => `Scribe: ${full(r)}`,
      () => `Transcribed by ${ini} ${fullDate(r)}`,
      () => `Reviewed and agreed, ${dr(r)}`,
      () => `/es/ ${n}`,
    ])(),
  ).join('\n');
}
export function generateD(source: string, r: R): GoldNote {
  const text = source.replaceAll('{', '(').replaceAll('}', ')').replaceAll('\r', '');
  const p = person(r, /\b(?:she|her)\b/i.test(text) ? true : /\b(?:he|his)\b/i.test(text) ? false : r() < 0.5);
  if (/^\s*(?:Doctor|Patient):/.test(text)) {
    const lines = text.split('\n');
    for (let k = int(r, 2, 4); k > 0; k -= 1) lines.splice(int(r, 0, lines.length), 0, pick(r, SAY)(r, p));
    return marked(lines.join('\n'));
  }
  const parts = text.split(/(?<=[a-z)]\.)\s+(?=[A-Z])/);
  const out = parts.map((s) => {
    if (r() < 0.35) {
      if (/^(?:The|This) (?:patient )?(?:is an? )/.test(s) || /^An? \d+-year-old/.test(s))
        return s.replace(/^(?:(?:The|This) (?:patient )?is )?(an? )/i, () => `${full(r, p)} is a `);
      if (/^(?:The patient|She|He) /.test(s))
        return s.replace(/^(?:The patient|She|He)/, () =>
          pick(r, [`${mr(p)} ${name.l(p)}`, name.f(p), name.full(p), name.l(p), `Ms ${name.l(p)}`]),
        );
      if (/the patient's/.test(s)) return s.replace("the patient's", `${name.f(p)}'s`);
    }
    return r() < 0.1 ? `${s} ${pick(r, NOTE)(r, p)}` : s;
  });
  for (let k = int(r, 2, 5); k > 0; k -= 1) out.splice(int(r, 0, out.length), 0, pick(r, NOTE)(r, p));
  const body = out.join(r() < 0.9 ? ' ' : '\n');
  return marked(`${r() < 0.4 ? `${header(r, p)}\n\n` : ''}${body}${r() < 0.4 ? `\n\n${footer(r)}` : ''}`);
}
