import type { ChartIssue } from '../chart.ts';
import type { Json } from '../json.ts';
import { type Draft, idOf } from '../translate/bundle.ts';
import type { Narrative } from './values.ts';
import { attribute, children, type Element, pathOf } from './xml.ts';

/** What the entries of one document have in common, and what is made of them. */
export class Context {
  readonly patient: string;
  readonly narrative: Narrative;
  readonly resources: Draft[] = [];
  readonly issues: ChartIssue[] = [];
  readonly #document: string;
  readonly #written: string | undefined;
  readonly #taken = new Set<string>();

  constructor(patient: string, document: string, written: string | undefined, narrative: Narrative) {
    this.patient = patient;
    this.#document = document;
    this.#written = written;
    this.narrative = narrative;
  }

  get subject(): Json {
    return { reference: `Patient/${this.patient}` };
  }

  /**
   * The identity of what an element tells. Its `id` is the same in every document that repeats it, and the later document then holds
   * its later state. Without `id`, or when a document uses one twice, it is the place in this document.
   */
  identity(type: string, element: Element): { readonly id: string; readonly meta: Json } {
    const path = pathOf(element);
    const number = children(element, 'id')
      .filter((id) => attribute(id, 'root') !== undefined)
      .map((id) => `${attribute(id, 'root')}|${attribute(id, 'extension') ?? ''}`)[0];
    const byNumber = number === undefined ? undefined : idOf('ccda', this.patient, type, number);
    const isFree = byNumber !== undefined && !this.#taken.has(byNumber);
    const id = isFree ? byNumber : idOf('ccda', this.patient, type, this.#document, path);
    this.#taken.add(id);
    return { id, meta: { lastUpdated: this.#written, source: `urn:ccda:${this.#document}#${path}` } };
  }

  report(code: ChartIssue['code'], severity: ChartIssue['severity'], element: Element, text: string): void {
    this.issues.push({ code, severity, where: pathOf(element), text });
  }
}
