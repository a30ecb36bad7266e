import type { NoteKind } from '../chart.ts';
import { preference, readDocument } from '../document/index.ts';
import { type Json, object, objects, string } from '../json.ts';
import { codingsOf, nameOf } from './coding.ts';
import { noteKind } from './note-kind.ts';
import type { NoteDraft, Reading } from './reading.ts';
import { type Resource, sourceOf } from './resource.ts';

/** DocumentReference: a note, from the best readable of its contents, which are forms of one document. */
export function readDocumentReference(resource: Resource, reading: Reading): void {
  const { json } = resource;
  if (reading.isVoid(resource, string(json, 'docStatus'))) return;
  if (reading.isVoid(resource, string(json, 'status'))) return;
  if (string(json, 'status') === 'superseded' && isReplaced(resource, reading)) {
    reading.issue(resource, '', 'duplicate', 'information', 'document replaced by a later version, left out');
    return;
  }
  const context = object(json, 'context');
  const type = object(json, 'type');
  const best = objects(json, 'content')
    .flatMap((content, index) => {
      const attachment = object(content, 'attachment');
      return attachment ? { attachment, path: `content[${index}].attachment` } : [];
    })
    .sort(
      (a, b) =>
        preference(string(b.attachment, 'contentType') ?? '') - preference(string(a.attachment, 'contentType') ?? ''),
    )[0];
  if (!best) {
    reading.issue(resource, 'content', 'document-unreadable', 'warning', 'document without content');
    return;
  }
  const recorded = reading.moment(resource, ['date', 'indexed', 'created']);
  const title = titleOf(best.attachment) ?? string(json, 'description') ?? nameOf(type);
  readAttachment(resource, best.attachment, best.path, reading, {
    kind: noteKind(codingsOf([...(type ? [type] : []), ...objects(json, 'category')]), nameOf(type), title, 'note'),
    title: title ?? 'Document',
    moment:
      reading.moment(resource, ['creation'], best.attachment) ??
      recorded ??
      (context && reading.moment(resource, ['period'], context)) ??
      reading.encounter(resource, object(context, 'encounter')).start,
    recorded,
    author: authorOf(resource, 'author', reading),
  });
}

/** Adds an Attachment as a note, or says why it cannot be read. */
export function readAttachment(
  resource: Resource,
  attachment: Json,
  path: string,
  reading: Reading,
  note: Omit<NoteDraft, 'text' | 'contentType' | 'offsets' | 'source'> & { kind: NoteKind },
): void {
  const stored = string(attachment, 'data') === undefined ? binaryOf(resource, attachment, path, reading) : attachment;
  if (!stored) return;
  const contentType = string(attachment, 'contentType') ?? string(stored, 'contentType');
  const document = readDocument(string(stored, 'data') ?? '', contentType);
  if ('unreadable' in document) {
    reading.issue(resource, path, 'document-unreadable', 'warning', `document not read: ${document.unreadable}`);
    return;
  }
  reading.addNote({ ...note, ...document, source: sourceOf(resource, path) });
}

/** The Binary that the attachment's `url` names, when the record holds it. */
function binaryOf(resource: Resource, attachment: Json, path: string, reading: Reading): Json | undefined {
  const url = string(attachment, 'url');
  const binary = url === undefined ? undefined : reading.index.find(url, resource);
  if (binary && string(binary.json, 'data') !== undefined) return binary.json;
  const why = url === undefined ? 'it has no data' : 'it is only a link to another place';
  reading.issue(resource, path, 'document-unreadable', 'warning', `document not read: ${why}`);
  return undefined;
}

/** A title, unless it is only the name of a file. */
export function titleOf(attachment: Json): string | undefined {
  const title = string(attachment, 'title');
  return title !== undefined && /^\S+\.\w{2,5}$/.test(title) ? undefined : title;
}

/** Names of the people, else the organizations, that an element refers to. */
export function authorOf(resource: Resource, path: string, reading: Reading): string | undefined {
  const names = objects(resource.json, path).flatMap((reference) => {
    const said = string(reference, 'display');
    if (said !== undefined) return said;
    const found = reading.follow(resource, path, reference, 'information');
    return found ? (nameOfResource(found, reading) ?? []) : [];
  });
  return names.length > 0 ? names.join(', ') : undefined;
}

/** Name of a Practitioner, PractitionerRole, Organization or Patient. */
export function nameOfResource(resource: Resource, reading: Reading): string | undefined {
  const plain = string(resource.json, 'name');
  if (plain !== undefined) return plain;
  const practitioner = object(resource.json, 'practitioner');
  if (practitioner) {
    const said = string(practitioner, 'display');
    const found = said === undefined ? reading.index.resolve(practitioner, resource) : undefined;
    return said ?? (found && nameOfResource(found, reading));
  }
  return humanName(resource.json);
}

/** The official, else the usual, else the first HumanName, in one line. */
export function humanName(json: Json): string | undefined {
  const names = objects(json, 'name');
  const byUse = (use: string) => names.find((name) => string(name, 'use') === use);
  const name = byUse('official') ?? byUse('usual') ?? names[0];
  if (!name) return undefined;
  const parts = (key: string): string[] =>
    Array.isArray(name[key]) ? name[key].filter((part) => typeof part === 'string') : [];
  const built = [...parts('prefix'), ...parts('given'), string(name, 'family') ?? '', ...parts('suffix')]
    .join(' ')
    .trim();
  return string(name, 'text') ?? (built || undefined);
}

function isReplaced(resource: Resource, reading: Reading): boolean {
  for (const other of reading.resources) {
    if (other.type !== 'DocumentReference') continue;
    for (const relation of objects(other.json, 'relatesTo')) {
      if (string(relation, 'code') !== 'replaces') continue;
      if (reading.index.resolve(object(relation, 'target'), other)?.id === resource.id) return true;
    }
  }
  return false;
}
