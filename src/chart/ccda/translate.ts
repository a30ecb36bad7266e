import { createHash } from 'node:crypto';
import type { Json } from '../json.ts';
import { bundleOf, type Draft, textAttachment } from '../translate/bundle.ts';
import { fhirTime, instantOf } from '../translate/time.ts';
import { Context } from './context.ts';
import { readEntries } from './entries.ts';
import { narrativeIds, toldIn } from './narrative.ts';
import { authorsOf, patientId, patientOf, relativesOf } from './people.ts';
import { encounterOf } from './procedures.ts';
import { conceptOf } from './values.ts';
import { attribute, child, children, type Element, parseXml, plain, xmlText } from './xml.ts';

/** Whether bytes begin as a CDA document does. */
export function isDocument(start: Buffer): boolean {
  const text =
    (start[0] === 0xff && start[1] === 0xfe) || start[1] === 0 ? start.toString('utf16le') : start.toString('latin1');
  return /^[^<]{0,3}\s*<[^>]*>|^[^<]{0,3}\s*</.test(text) && /<(?:[\w.-]+:)?ClinicalDocument[\s>/]/.test(text);
}

/**
 * A C-CDA document (R1.1, R2.1; any CDA R2 as far as it is alike) as one FHIR R4 Bundle: the patient, the coded entries, and the
 * narrative of every section as one note under the titles of the sections. Or what makes it unreadable, without a word of it.
 */
export function bundlesOfDocument(bytes: Buffer): { readonly bundle: Json } | { readonly wrong: string } {
  const text = xmlText(bytes);
  if (text === undefined) return { wrong: 'a character set that is not known' };
  const root = parseXml(text);
  if ('wrong' in root) return root;
  if (root.name !== 'ClinicalDocument') return { wrong: 'its root is no ClinicalDocument' };
  const targets = children(root, 'recordTarget');
  if (targets.length > 1) return { wrong: `it is about ${targets.length} patients: one document tells of one` };
  const role = child(targets[0], 'patientRole');
  const patient = role && patientId(role);
  if (!role || patient === undefined) return { wrong: 'it names no patient (recordTarget)' };
  const written = attribute(child(root, 'effectiveTime'), 'value');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const context = new Context(patient, documentName(root) ?? digest, instantOf(written), narrativeIds(root));
  const out = context.resources;
  const authors = authorsOf(root);
  out.push(patientOf(patient, role, instantOf(written)), ...relativesOf(root, role, patient), ...authors);
  const stay = child(root, 'componentOf', 'encompassingEncounter');
  if (stay) out.push(...encounterOf(stay, context));
  readEntries(child(root, 'component', 'structuredBody'), context);
  out.push(...noteOf(root, authors, written, context));
  return { bundle: bundleOf(out, context.issues) };
}

/** The number of a document, hashed: it may tell of the patient. */
function documentName(root: Element): string | undefined {
  const id = child(root, 'id');
  const parts = [attribute(id, 'root'), attribute(id, 'extension')];
  if (parts[0] === undefined) return undefined;
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The words of the document: of all sections under their titles, or of the body that is no XML. */
function noteOf(root: Element, authors: readonly Draft[], written: string | undefined, context: Context): Draft[] {
  const time = fhirTime(written);
  const told = toldIn(child(root, 'component', 'structuredBody'));
  const title = plain(child(root, 'title')) ?? 'Clinical document';
  const other = child(root, 'component', 'nonXMLBody', 'text');
  const attachment: Json | undefined =
    told.length > 0
      ? textAttachment(told.map((section) => `${section.title}:\n${section.text}`).join('\n\n'), title, time)
      : other
        ? foreign(other, title, time)
        : undefined;
  if (!attachment) {
    context.report('document-unreadable', 'information', root, 'a document without words');
    return [];
  }
  return [
    {
      resourceType: 'DocumentReference',
      ...context.identity('DocumentReference', root),
      status: 'current',
      type: conceptOf(child(root, 'code'), context.narrative),
      subject: context.subject,
      date: time?.includes('T') ? time : undefined,
      author: authors
        .filter(({ resourceType }) => resourceType === 'Practitioner')
        .map(({ id }) => ({ reference: `Practitioner/${String(id)}` })),
      description: title,
      content: [{ attachment }],
    },
  ];
}

/** A body that is not XML: its own bytes, of its own type. */
function foreign(text: Element, title: string, creation: string | undefined): Json | undefined {
  const words = text.content.filter((each) => typeof each === 'string').join('');
  if (words.trim() === '') return undefined;
  const contentType = attribute(text, 'mediaType') ?? 'text/plain';
  if (attribute(text, 'representation') !== 'B64') return { ...textAttachment(words, title, creation), contentType };
  return { contentType, data: words.replace(/\s+/g, ''), title, creation };
}
