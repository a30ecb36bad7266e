import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import type { Review } from '../review/index.ts';
import { createApp } from './app.ts';
import { DemoPatients } from './demo.ts';

const CASES = fileURLToPath(new URL('../../cases/', import.meta.url));
// Two patients are enough to test with.
const folder = mkdtempSync(join(tmpdir(), 'prodrome-test-'));
for (const slug of ['gca-74f', 'well-46f']) cpSync(join(CASES, slug), join(folder, slug), { recursive: true });
mkdirSync(join(folder, 'not-a-case'));
const app = createApp(new DemoPatients(folder), loadKnowledge());
const record = readFileSync(join(CASES, 'gca-74f', 'record.json'));
const logs = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];

afterAll(() => {
  rmSync(folder, { recursive: true });
  for (const log of logs) expect(log).not.toHaveBeenCalled();
});

const BROWSER = { headers: { accept: 'text/html,*/*' } };
const get = (path: string, options: RequestInit = {}) => app.request(path, options);

describe('pages', () => {
  it('lists the patients with what their review says first', async () => {
    const response = await get('/', BROWSER);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('<a href="/patients/gca-74f">Margaret Thackray</a>');
    expect(text).toContain('<b>Giant cell arteritis</b>');
    expect(text).not.toContain('not-a-case');
  });

  it('shows a review as of the day asked for, with the years to step through', async () => {
    const text = await (await get('/patients/gca-74f?as-of=2015-12-31')).text();
    expect(text).toContain('as of <b>31 Dec 2015</b>');
    expect(text).toContain('<a href="/patients/gca-74f?as-of=2015-12-31" aria-current="page">2015</a>');
    expect(text).not.toMatch(/<time>[^<]*201[67]</);
  });

  it('answers HEAD without a body', async () => {
    const response = await get('/patients/gca-74f', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect((await get('/nothing', { method: 'HEAD' })).status).toBe(404);
  });
});

describe('reviews and resources', () => {
  it('gives a review as JSON and as FHIR', async () => {
    const review = (await (await get('/patients/gca-74f/review')).json()) as Review;
    expect(review.asOf).toBe('2017-12-31');
    const response = await get('/patients/gca-74f/review?format=fhir&as-of=2016-12-31');
    expect(response.headers.get('content-type')).toBe('application/fhir+json');
    expect(await response.json()).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
    const asked = await get('/patients/gca-74f/review', { headers: { accept: 'application/fhir+json' } });
    expect(await asked.json()).toMatchObject({ resourceType: 'Bundle' });
  });

  it('gives each source whole, as it stands in the record', async () => {
    const page = await (await get('/patients/gca-74f')).text();
    const links = [...page.matchAll(/href="(\/patients\/gca-74f\/resources\/[^"]+)"/g)].flatMap(
      (match) => match[1] ?? [],
    );
    expect(links.length).toBeGreaterThan(50);
    for (const link of links.filter((_, index) => index % 25 === 0)) {
      const [, type, id] = /resources\/(\w+)\/(.+)$/.exec(link) ?? [];
      expect(await (await get(link)).json()).toMatchObject({ resourceType: type, id });
    }
  });
});

describe('a record of one’s own', () => {
  const form = (content: Buffer | string, asOf = '') => {
    const body = new FormData();
    body.set('record', new File([Buffer.from(content)], 'record.json'));
    body.set('asOf', asOf);
    return body;
  };

  it('is reviewed from a form as a page, from a body as JSON, packed or not', async () => {
    const page = await app.request('/review', { method: 'POST', body: form(record, '2016-12-31'), ...BROWSER });
    expect(await page.text()).toContain('as of <b>31 Dec 2016</b>');
    for (const body of [record, gzipSync(record)]) {
      const response = await app.request('/review?as-of=2016-12-31', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/fhir+json' },
      });
      expect(await response.json()).toMatchObject({ asOf: '2016-12-31', patient: { name: 'Margaret Thackray' } });
    }
  });

  it.each<[string, number, RequestInit]>([
    ['nothing', 400, {}],
    ['a form without a record', 400, { body: new FormData() }],
    [
      'a form that breaks off',
      400,
      { body: '--x\r\nContent-', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    ],
    ['no JSON', 400, { body: form('hello') }],
    ['no FHIR', 400, { body: form('{"a":1}') }],
    ['half a record', 400, { body: form(record.subarray(0, 5000)) }],
    ['damaged gzip', 400, { body: form(gzipSync(record).subarray(0, 5000)) }],
    ['gzip that unpacks to too much', 413, { body: form(gzipSync(Buffer.alloc(65 * 2 ** 20))) }],
    ['too much', 413, { body: Buffer.alloc(65 * 2 ** 20), headers: { 'content-type': 'application/json' } }],
    ['a wrong date', 400, { body: form(record, '2016-02-30') }],
  ])('%s is refused with %i and a reason', async (_, status, options) => {
    const response = await app.request('/review', { method: 'POST', ...options });
    const problem = (await response.json()) as { title: string; status: number };
    expect([response.status, problem.status]).toEqual([status, status]);
    expect(problem.title.length).toBeGreaterThan(10);
  });
});

describe('a text of one’s own', () => {
  const TEXT = 'A 54-year-old woman with fatigue, itching, xanthelasma and hepatomegaly. ALP 410 U/L (30-120).';

  it('is reviewed from a form, a text file or a plain body, and cited by its words', async () => {
    const body = new FormData();
    body.set('text', TEXT);
    body.set('asOf', '2024-03-12');
    const page = await (await app.request('/review', { method: 'POST', body, ...BROWSER })).text();
    expect(page).toContain('as of <b>12 Mar 2024</b>');
    expect(page).toContain('ALP 410 U/L</mark>');
    const file = new FormData();
    file.set('record', new File([TEXT], 'note.txt', { type: 'text/plain' }));
    const plain = { method: 'POST', body: TEXT, headers: { 'content-type': 'text/plain' } };
    for (const options of [{ method: 'POST', body: file }, plain]) {
      expect(await (await app.request('/review', options)).json()).toMatchObject({
        asOf: '2000-01-01',
        patient: { sex: 'female', ageYears: 54 },
      });
    }
  });

  it('without words is refused', async () => {
    const options = { method: 'POST', body: ' ', headers: { 'content-type': 'text/plain' } };
    expect((await app.request('/review', options)).status).toBe(400);
  });
});

describe('errors', () => {
  it.each([
    ['/nothing', 404],
    ['/patients/nobody', 404],
    ['/patients/..%2f..%2fpackage.json', 404],
    ['/patients/gca-74f/resources/Observation/none', 404],
    ['/patients/gca-74f?as-of=2017-02-30', 400],
    ['/patients/gca-74f?as-of=yesterday', 400],
    ['/patients/gca-74f?as-of=1900-01-01', 422],
  ])('%s is a problem document for programs, a page for browsers, an outcome for FHIR', async (path, status) => {
    const program = await get(path);
    expect([program.status, program.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await program.json()).toMatchObject({ status, type: expect.stringMatching(/^urn:prodrome:error:/) });
    const browser = await get(path, BROWSER);
    expect([browser.status, browser.headers.get('content-type')]).toEqual([status, 'text/html; charset=UTF-8']);
    const fhir = await get(path, { headers: { accept: 'application/fhir+json' } });
    expect(await fhir.json()).toMatchObject({ resourceType: 'OperationOutcome' });
  });

  it('says nothing of an error that is not its own', async () => {
    const broken = new DemoPatients(folder);
    broken.patient = () => Promise.reject(new Error('Margaret Thackray'));
    const response = await createApp(broken, loadKnowledge()).request('/patients/gca-74f');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('Thackray');
  });

  it('escapes what an address holds', async () => {
    expect(await (await get('/%3Cscript%3Ealert(1)%3C/script%3E', BROWSER)).text()).not.toContain('<script>alert');
  });
});

it('guards every answer', async () => {
  for (const path of ['/', '/nothing', '/patients/gca-74f', '/patients/gca-74f/review']) {
    const { headers } = await get(path, BROWSER);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-.*frame-ancestors 'none'$/,
    );
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});
