import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Chart, lastEventDate, readChart } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';

/** The worked patients that ship with Prodrome. */
const CASES = fileURLToPath(new URL('../../cases/', import.meta.url));

/** A synthetic patient to look at: a folder of `cases/` with its record. */
export interface DemoPatient {
  readonly slug: string;
  readonly chart: Chart;
  /** Day at which the page opens, YYYY-MM-DD: when the record first holds enough, else its last event. */
  readonly opensAt: string;
}

interface Entry {
  readonly fullUrl?: string;
  readonly resource?: { readonly resourceType?: string; readonly id?: string };
}

/** The demo patients of a folder, each read when first asked for, and kept. */
export class DemoPatients {
  private readonly folder: string;
  private readonly read = new Map<string, Promise<DemoPatient>>();

  constructor(folder: string = CASES) {
    this.folder = folder;
  }

  slugs(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(this.file(entry.name, 'record.json')))
      .map((entry) => entry.name)
      .sort();
  }

  /** @throws ProdromeError `not-found` for a slug that is not one of {@link slugs}. */
  async patient(slug: string): Promise<DemoPatient> {
    this.check(slug);
    const patient = this.read.get(slug) ?? this.load(slug);
    this.read.set(slug, patient);
    return patient;
  }

  /**
   * A resource as it stands in the file, for those who want to see it whole.
   * @throws ProdromeError `not-found` when there is no such patient or resource.
   */
  resource(slug: string, type: string, id: string): object {
    this.check(slug);
    const bundle = JSON.parse(readFileSync(this.file(slug, 'record.json'), 'utf8')) as { entry?: Entry[] };
    const found = bundle.entry?.find(
      ({ resource, fullUrl }) =>
        resource?.resourceType === type && (resource.id ?? fullUrl?.split(/[/:]/).at(-1)) === id,
    );
    if (!found?.resource) throw new ProdromeError('not-found', { path: `${type}/${id}` });
    return found.resource;
  }

  private async load(slug: string): Promise<DemoPatient> {
    const chart = await readChart(this.file(slug, 'record.json'));
    const gold = this.file(slug, 'gold.json');
    const { raisedBy } = existsSync(gold) ? (JSON.parse(readFileSync(gold, 'utf8')) as { raisedBy?: string }) : {};
    return { slug, chart, opensAt: raisedBy ?? lastEventDate(chart) };
  }

  /** A name from an address reaches the file system only if it is one of ours. */
  private check(slug: string): void {
    if (!this.slugs().includes(slug)) throw new ProdromeError('not-found', { path: `patients/${slug}` });
  }

  private file(slug: string, name: string): string {
    return join(this.folder, slug, name);
  }
}
