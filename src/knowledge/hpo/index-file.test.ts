import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { buildIndex } from './build.ts';
import { fetchRelease, readReleaseFolder } from './files.ts';
import { decodeIndex, encodeIndex } from './index-file.ts';
import { decoded, NEVER, resolveTerm, rowOf, termId } from './profiles.ts';
import { HPOA, OBO } from './release.fixture.ts';
import { hasHpo, knowledgeHome, loadHpo, saveHpo } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'prodrome-hpo-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'hp.obo.gz'), gzipSync(OBO));
writeFileSync(join(folder, 'phenotype.hpoa'), HPOA);

const release = readReleaseFolder(folder);
const { index, annotations, faults } = buildIndex(release);
const place = (id: string): number => {
  const found = resolveTerm(index, id);
  return 'place' in found ? found.place : -1;
};

describe('the index of a release', () => {
  it('holds the diseases that have a finding, with what was left out', () => {
    expect(index.diseases.map(({ id }) => id)).toEqual(['OMIM:1', 'OMIM:2', 'ORPHA:9']);
    expect(annotations).toBe(4);
    expect(faults.slice(-2)).toEqual([
      '1 annotations name terms that the ontology does not have: left out',
      '1 diseases have no phenotypic annotation: left out',
    ]);
  });

  it('follows former ids, and says why others are not found', () => {
    expect(resolveTerm(index, 'HP:9000099')).toMatchObject({ replaced: 'HP:9000002' });
    expect(resolveTerm(index, 'hp:9000098')).toMatchObject({ replaced: 'HP:9000002' });
    expect(resolveTerm(index, 'HP:9000097')).toEqual({ why: 'obsolete' });
    expect(resolveTerm(index, 'HP:9999999')).toEqual({ why: 'unknown' });
    expect(resolveTerm(index, 'HP:12')).toEqual({ why: 'malformed' });
    expect(resolveTerm(index, 'HP:9000003')).toEqual({ place: place('HP:9000003') });
  });

  it('implies what lies above an annotation, with its frequency, but not what was never found', () => {
    const colour = place('HP:9000001');
    expect([...rowOf(index.implied, colour)]).toEqual([0, 1, 2]);
    const at = index.implied.offsets[colour] ?? 0;
    expect(decoded(index.implied.frequencies[at] ?? 0)).toBeCloseTo(0.7, 2);
    expect(index.implied.frequencies[at + 2]).toBe(0);
    expect([...rowOf(index.implied, place('HP:9000004'))]).toEqual([]);
    expect(index.annotatedTo.frequencies[index.annotatedTo.offsets[place('HP:9000004')] ?? 0]).toBe(NEVER);
  });

  it('orders what lies above a term from the most informative', () => {
    const ids = [...rowOf(index.ancestors, place('HP:9000002'))].map((term) => termId(index.termIds, term));
    expect(ids[0]).toBe('HP:9000002');
    expect(ids.slice(1).sort()).toEqual(['HP:0000118', 'HP:9000001']);
    expect([...rowOf(index.ancestors, place('HP:0001419'))]).toEqual([]);
  });

  it('knows onset, inheritance, and the same disease of the other source', () => {
    const { onsetFrom, xRecessive, counterpart, counterpartKind, represented } = index.traits;
    expect(onsetFrom[1]).toBe(40);
    expect(onsetFrom[0]).toBeNaN();
    expect([...xRecessive]).toEqual([1, 0, 0]);
    expect([...counterpart]).toEqual([2, -1, -1]);
    expect([...counterpartKind]).toEqual([2, 0, 0]);
    expect([...represented]).toEqual([0, 0, 1]);
  });
});

describe('the index file', () => {
  const bytes = encodeIndex(index);

  it('gives back the index', () => {
    const back = decodeIndex(new Uint8Array(bytes));
    if ('why' in back) throw new Error(back.why);
    const { synonyms, ...rest } = back;
    const { synonyms: own, ...before } = index;
    expect(rest).toEqual(before);
    expect([...synonyms()]).toEqual([...own()]);
  });

  it('notices every change of a byte, and being cut short', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bad = new Uint8Array(bytes);
        bad[at] = ((bad[at] ?? 0) + by) % 256;
        const read = decodeIndex(bad);
        return 'why' in read;
      }),
    );
    expect(decodeIndex(new Uint8Array(bytes.subarray(0, bytes.length - 8)))).toEqual({
      why: 'it is damaged or cut short',
    });
    expect(decodeIndex(new Uint8Array(4))).toEqual({ why: 'it is no HPO index' });
  });

  it('is kept in a folder, whole or not at all', () => {
    const to = join(folder, 'home');
    expect(hasHpo(to)).toBe(false);
    expect(() => loadHpo(to)).toThrow(/No HPO index .* prodrome knowledge add hpo/);
    const path = saveHpo(index, to);
    expect(loadHpo(to).diseases).toEqual(index.diseases);
    expect(readdirSync(to)).toEqual(['hpo.index']);
    writeFileSync(path, 'PRDHPO01 but no more than that');
    expect(() => loadHpo(to)).toThrow(/Cannot use .* make it anew/);
  });

  it('lies where XDG says', () => {
    expect(knowledgeHome({ XDG_DATA_HOME: '/data' })).toBe('/data/prodrome');
    expect(knowledgeHome({ XDG_DATA_HOME: 'relative' })).toMatch(/\.local\/share\/prodrome$/);
    expect(knowledgeHome({ PRODROME_HOME: '/own', XDG_DATA_HOME: '/data' })).toBe('/own');
  });
});

describe('where a release comes from', () => {
  it('is told exactly when something is wrong', () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    expect(() => readReleaseFolder(join(folder, 'nowhere'))).toThrow('there is no such folder');
    expect(() => readReleaseFolder(empty)).toThrow('it holds no hp.obo, hp.json or *terms.json');
    writeFileSync(join(empty, 'hp.json'), '{"graphs": 1');
    expect(() => readReleaseFolder(empty)).toThrow('it holds no phenotype.hpoa');
    writeFileSync(join(empty, 'phenotype.hpoa'), HPOA);
    expect(() => readReleaseFolder(empty)).toThrow(/hp\.json: it is not JSON/);
    writeFileSync(join(empty, 'hp.json'), gzipSync('{}').subarray(0, 12));
    expect(() => readReleaseFolder(empty)).toThrow('its compression is damaged');
  });

  it('says when ontology and annotations are of different releases', () => {
    const mixed = mkdtempSync(join(folder, 'mixed-'));
    writeFileSync(join(mixed, 'hp.obo'), OBO);
    writeFileSync(join(mixed, 'phenotype.hpoa'), HPOA.replace('2031-02-03', '2030-01-01'));
    expect(readReleaseFolder(mixed).faults).toContain(
      'the ontology is of 2031-02-03, the annotations are of 2030-01-01',
    );
  });

  it('can be an address', async () => {
    const answers: Record<string, string> = { 'hp.obo': OBO, 'phenotype.hpoa': HPOA };
    const fetcher = (async (url: string) => {
      const text = answers[url.split('/').at(-1) ?? ''];
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    }) as typeof fetch;
    expect(await fetchRelease('https://example.org/hp', fetcher)).toEqual(release);
    delete answers['phenotype.hpoa'];
    await expect(fetchRelease('https://example.org/hp', fetcher)).rejects.toThrow(/phenotype\.hpoa: it answers 404/);
  });
});
