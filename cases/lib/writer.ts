import type { Resource } from './fhir.ts';
import { between, uuid } from './random.ts';
import type { Story } from './story.ts';
import { dateTime } from './time.ts';

/** Labels that gold.yaml may use, each with the resources it stands for. */
export type Labels = ReadonlyMap<string, readonly string[]>;

/** One encounter, or a day without one: what each of its resources shares. */
export interface Visit {
  readonly date: string;
  /** Minutes after midnight at the start. */
  readonly minutes: number;
  readonly encounter?: string;
  readonly clinician?: string;
}

/** Collects the resources of one record, gives them ids that stay, and remembers their labels. */
export class Writer {
  readonly slug: string;
  readonly story: Story;
  readonly patient: string;
  readonly #resources: { at: string; order: number; resource: Resource }[] = [];
  readonly #labels = new Map<string, string[]>();
  readonly #quotes = new Map<string, string>();
  readonly #used = new Map<string, number>();

  constructor(slug: string, story: Story) {
    this.slug = slug;
    this.story = story;
    this.patient = uuid(`${slug}/patient/0`);
  }

  /** Adds a resource under a key that says what it is (`note/2012-03-14`); a second of the same key gets its own id. */
  add(
    key: string,
    at: string,
    body: Omit<Resource, 'id'> & { resourceType: string },
    ...labels: readonly (string | undefined)[]
  ): string {
    const seen = this.#used.get(key) ?? 0;
    this.#used.set(key, seen + 1);
    const id = uuid(`${this.slug}/${key}/${seen}`);
    const { resourceType, ...rest } = body;
    this.#resources.push({ at, order: this.#resources.length, resource: { resourceType, id, ...rest } });
    for (const label of labels) if (label !== undefined) this.label(label, id);
    return id;
  }

  /** Remembers a result as printed, so that a note of the day can quote it. */
  quote(name: string, date: string, printed: string): void {
    this.#quotes.set(`${name}@${date}`, printed);
  }

  /** Text with `{ferritin}` replaced by the day's result, `{ferritin@2012-10-09}` by that of an entry told earlier. */
  quoted(text: string, date: string): string {
    return text.replace(/\{([a-z][\w-]*)(?:@([\d-]+))?\}/g, (whole, name: string, day: string | undefined) => {
      const printed = this.#quotes.get(`${name}@${day ?? date}`);
      if (printed === undefined) throw new Error(`${this.slug} ${date}: nothing to quote for ${whole}`);
      return printed;
    });
  }

  label(name: string, ...ids: readonly string[]): void {
    this.#labels.set(name, [...(this.#labels.get(name) ?? []), ...ids]);
  }

  get labels(): Labels {
    return this.#labels;
  }

  time(visit: Visit, after: number): string {
    const minutes = Math.min(23 * 60 + 59, visit.minutes + after);
    return dateTime(visit.date, minutes, this.story.timezone);
  }

  /** A time of day when nothing says more: office hours, the same for the same key. */
  officeHours(key: string): number {
    return between(`${this.slug}/${key}`, 17, 33) * 30 + between(`${this.slug}/${key}/m`, 0, 5) * 5;
  }

  /** Those without a time (patient, organisations) first, then by time, then as written. */
  sorted(): Resource[] {
    const compare = (a: string, b: string) => (a === '' ? 0 : Date.parse(a)) - (b === '' ? 0 : Date.parse(b));
    return [...this.#resources].sort((a, b) => compare(a.at, b.at) || a.order - b.order).map((row) => row.resource);
  }
}
