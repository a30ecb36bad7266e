import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtFiles, foldersWith } from './lib/files.ts';

const root = import.meta.dirname;

describe.each(foldersWith(root, 'story.yaml'))('%s', (slug) => {
  let built: ReturnType<typeof builtFiles>;
  beforeAll(() => {
    built = builtFiles(root, slug);
  });
  const committed = (file: string) => readFileSync(join(root, slug, file), 'utf8');

  it('has the committed record and gold that its story builds (else: node cases/build.ts)', () => {
    expect(committed('record.json') === built.record).toBe(true);
    expect(committed('gold.json') === built.gold).toBe(true);
  });

  it('is a collection in which every reference resolves and no id comes twice', () => {
    const bundle: { type: string; entry: { fullUrl: string }[] } = JSON.parse(built.record);
    expect(bundle.type).toBe('collection');
    const urls = bundle.entry.map((entry) => entry.fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    const known = new Set(urls);
    const references = [...built.record.matchAll(/"reference":"([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(references.filter((reference) => !known.has(reference))).toEqual([]);
  });

  it('has the size of a life: 300 to 3,000 resources and a dozen notes', () => {
    const types = [...built.record.matchAll(/"resource":\{"resourceType":"(\w+)"/g)].map((match) => match[1]);
    expect(types.length).toBeGreaterThanOrEqual(300);
    expect(types.length).toBeLessThanOrEqual(3000);
    expect(types.filter((type) => type === 'DocumentReference').length).toBeGreaterThanOrEqual(12);
  });

  it('names the hidden disease nowhere in the record before it was found', () => {
    const gold: { hidden?: { names: string[] } | { names: string[] }[]; diagnosedInLife?: string } = JSON.parse(
      built.gold,
    );
    const names = [gold.hidden ?? []].flat().flatMap((hidden) => hidden.names);
    const bundle: { entry: { resource: Record<string, unknown> }[] } = JSON.parse(built.record);
    const texts = bundle.entry.map(({ resource }) =>
      JSON.stringify(resource, (key, value) =>
        key === 'data' ? Buffer.from(String(value), 'base64').toString() : value,
      ),
    );
    const allowed = ['CKD-EPI', ...built.mayAppear].map((phrase) => new RegExp(phrase, 'gi'));
    const left = texts.map((text) => allowed.reduce((rest, phrase) => rest.replace(phrase, ''), text));
    const named = (name: string) =>
      left.flatMap((text) => new RegExp(`.{0,40}(${name}).{0,40}`, 'i').exec(text)?.[0] ?? []);
    expect(names.flatMap(named)).toEqual([]);
  });
});
