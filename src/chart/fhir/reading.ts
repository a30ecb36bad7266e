import type { ChartEvent, IssueCode, Note, Patient } from '../chart.ts';
import { type Moment, momentOf } from '../date.ts';
import type { IssueList, Severity } from '../issues.ts';
import { compact, type Json, type Loose, object, objects, string } from '../json.ts';
import type { ReferenceIndex } from './reference.ts';
import { type Resource, sourceOf } from './resource.ts';

/** What is collected while one patient's resources are read, and what the readers ask of the rest of the record. */
export class Reading {
  readonly patient: Patient;
  /** Everything of this patient. */
  readonly resources: readonly Resource[];
  readonly index: ReferenceIndex;
  readonly issues: IssueList;
  readonly events: ChartEvent[] = [];
  readonly notes: Note[] = [];

  constructor(patient: Patient, resources: readonly Resource[], index: ReferenceIndex, issues: IssueList) {
    this.patient = patient;
    this.resources = resources;
    this.index = index;
    this.issues = issues;
  }

  issue(resource: Resource, path: string, code: IssueCode, severity: Severity, text: string): void {
    const where = path === '' ? `${resource.type}/${resource.id}` : `${resource.type}/${resource.id} ${path}`;
    this.issues.report(code, severity, where, text, sourceOf(resource, path === '' ? undefined : path));
  }

  /** Whether the resource says of itself that it is a mistake or did not happen; then it is counted and left out. */
  isVoid(resource: Resource, status: string | undefined, notDone: readonly string[] = []): boolean {
    if (status === 'entered-in-error') {
      this.issue(resource, '', 'entered-in-error', 'information', `${resource.type} entered in error, left out`);
      return true;
    }
    if (status === undefined || !notDone.includes(status)) return false;
    this.issue(
      resource,
      '',
      'not-done',
      'information',
      `${resource.type} with status ${status} did not happen, left out`,
    );
    return true;
  }

  /** The first of the elements that is a date; a FHIR Period or Timing gives its start. What is no date is reported. */
  moment(resource: Resource, paths: readonly string[], from: Json = resource.json): Moment | undefined {
    for (const path of paths) {
      const text = dateText(from, path);
      if (text === undefined) continue;
      const moment = momentOf(text);
      if (moment) return moment;
      this.issue(resource, path, 'date-invalid', 'warning', 'not a date that exists; read without it');
    }
    return undefined;
  }

  /** The end of a Period; 9999-12-31 and the like stand for "none". */
  end(resource: Resource, path: string, from: Json = resource.json): Moment | undefined {
    const text = string(object(from, path), 'end');
    if (text === undefined || /^9\d{3}/.test(text)) return undefined;
    const moment = momentOf(text);
    if (!moment)
      this.issue(resource, `${path}.end`, 'date-invalid', 'warning', 'not a date that exists; read without it');
    return moment;
  }

  /** The resource that an element refers to; a reference to nothing is reported. */
  follow(
    resource: Resource,
    path: string,
    reference: Json | undefined,
    severity: Severity = 'warning',
  ): Resource | undefined {
    const url = string(reference, 'reference');
    const found = this.index.resolve(reference, resource);
    if (!found && url !== undefined) {
      this.issue(resource, path, 'reference-unresolved', severity, 'refers to nothing in the record');
    }
    return found;
  }

  /** The encounter of a resource: its id, and its start for what has no date of its own. */
  encounter(resource: Resource, reference = object(resource.json, 'encounter')): { id?: string; start?: Moment } {
    if (!reference) return {};
    const found = this.follow(resource, 'encounter', reference, 'information');
    if (found?.type !== 'Encounter') return {};
    const start = momentOf(string(object(found.json, 'period'), 'start') ?? '');
    return start ? { id: found.id, start } : { id: found.id };
  }

  addEvent(event: EventDraft): void {
    const { moment, end, recorded, ...rest } = event;
    this.events.push(
      compact<ChartEvent>({
        ...rest,
        time: moment?.time,
        at: moment?.at ?? Number.NaN,
        recorded: recorded?.time,
        endTime: end?.time,
        endAt: end?.at,
      }),
    );
  }

  addNote(note: NoteDraft): void {
    const { moment, recorded, ...rest } = note;
    this.notes.push(
      compact<Note>({ ...rest, time: moment?.time, at: moment?.at ?? Number.NaN, recorded: recorded?.time }),
    );
  }
}

interface When {
  readonly moment: Moment | undefined;
  readonly recorded?: Moment | undefined;
}

export type EventDraft = Loose<Omit<ChartEvent, 'time' | 'at' | 'recorded' | 'endTime' | 'endAt'>> &
  When & { readonly end?: Moment | undefined };

export type NoteDraft = Loose<Omit<Note, 'time' | 'at' | 'recorded'>> & When;

function dateText(from: Json, path: string): string | undefined {
  const plain = string(from, path);
  if (plain !== undefined) return plain;
  const period = object(from, path);
  if (!period) return undefined;
  const events = period.event;
  return string(period, 'start') ?? (Array.isArray(events) && typeof events[0] === 'string' ? events[0] : undefined);
}

/** The texts of `note` (Annotation) elements. */
export function annotations(json: Json): string | undefined {
  const texts = objects(json, 'note').flatMap((note) => string(note, 'text') ?? []);
  return texts.length > 0 ? texts.join(' ') : undefined;
}
