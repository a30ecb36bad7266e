import { textOfHtml } from '../document/index.ts';
import { type Json, object, objects, string } from '../json.ts';
import { codingsOf, nameOf } from './coding.ts';
import { authorOf } from './document.ts';
import { noteKind } from './note-kind.ts';
import type { Reading } from './reading.ts';
import { type Resource, sourceOf } from './resource.ts';

/** Composition of a document bundle: a note for each section that has a text of its own. */
export function readComposition(resource: Resource, reading: Reading): void {
  const { json } = resource;
  if (reading.isVoid(resource, string(json, 'status'))) return;
  const moment = reading.moment(resource, ['date']) ?? reading.encounter(resource).start;
  const type = object(json, 'type');
  const title = string(json, 'title') ?? nameOf(type) ?? 'Document';
  const author = authorOf(resource, 'author', reading);
  const kind = noteKind(codingsOf(type), nameOf(type), title, 'note');
  const readSections = (parent: Json, path: string): void => {
    for (const [index, section] of objects(parent, 'section').entries()) {
      const at = `${path}section[${index}]`;
      const narrative = object(section, 'text');
      const div = narrative?.div;
      if (typeof div === 'string' && !isRepetition(section, narrative)) {
        const { text, offsets } = textOfHtml(div);
        const name = string(section, 'title') ?? nameOf(object(section, 'code'));
        if (text.trim() !== '') {
          reading.addNote({
            kind,
            title: name === undefined ? title : `${title}: ${name}`,
            moment,
            author,
            text,
            offsets,
            contentType: 'text/html',
            source: sourceOf(resource, `${at}.text.div`),
          });
        }
      }
      readSections(section, `${at}.`);
    }
  };
  readSections(json, '');
}

/** A generated narrative only repeats the entries of its section, which are read themselves. */
function isRepetition(section: Json, narrative: Json | undefined): boolean {
  const status = string(narrative, 'status');
  return status === 'empty' || (status === 'generated' && objects(section, 'entry').length > 0);
}
