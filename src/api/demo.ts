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
  readonly title: string;
  readonly chart: Chart;
  /** Day at which the page opens, YYYY-MM-DD: when the record first holds enough, else its last event. */
  readonly opensAt: string;
}

/** The demo patients of a folder, read once and kept. */
export class DemoPatients {
  private readonly folder: string;
  private readonly read = new Map<string, Promise<DemoPatient>>();

  constructor(folder: string = CASES) {
    this.folder = folder;
  }

  slugs(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(this.folder, entry.name, 'record.json')))
      .map((entry) => entry.name)
      .sort();
  }

  /** @throws ProdromeError `not-found` for a slug that is not one of {@link slugs}. */
  patient(slug: string): Promise<DemoPatient> {
    if (!this.slugs().includes(slug)) throw new ProdromeError('not-found', { path: `patients/${slug}` });
    const patient = this.read.get(slug) ?? this.load(slug);
    this.read.set(slug, patient);
    return patient;
  }

  /** The record as it stands in the file, for those who want to see a resource whole. */
  resource(slug: string, type: string, id: string): unknown {
    if (!this.slugs().includes(slug)) throw new ProdromeError('not-found', { path: `patients/${slug}` });
    const bundle = JSON.parse(readFileSync(join(this.folder, slug, 'record.json'), 'utf8')) as {
      entry: { resource: { resourceType: string; id: string } }[];
    };
    const found = bundle.entry.find(({ resource }) => resource.resourceType === type && resource.id === id);
    if (!found) throw new ProdromeError('not-found', { path: `${type}/${id}` });
    return found.resource;
  }

  private async load(slug: string): Promise<DemoPatient> {
    const chart = await readChart(join(this.folder, slug, 'record.json'));
    const gold = join(this.folder, slug, 'gold.json');
    const { title = slug, raisedBy } = existsSync(gold)
      ? (JSON.parse(readFileSync(gold, 'utf8')) as { title?: string; raisedBy?: string })
      : {};
    return { slug, title, chart, opensAt: raisedBy ?? lastEventDate(chart) };
  }
}
