import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { createApp } from './app.ts';
import { DemoPatients } from './demo.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const found = existsSync(CHROMIUM);
if (!found) console.log(`pages in a browser: left out, no Chromium at ${CHROMIUM} (set CHROMIUM to its path)`);

const PATIENT = '/patients/gca-74f';

describe.skipIf(!found)('pages in a browser', () => {
  let server: ServerType;
  let browser: Browser;
  let home = '';
  /** What any page wrote to its console, refused by its policy included. */
  const complaints: string[] = [];

  beforeAll(async () => {
    const app = createApp(new DemoPatients(), loadKnowledge());
    await new Promise<void>((resolve) => {
      server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve());
    });
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(home + path);
    return page;
  };

  it('leads from the first page to a patient, and from a citation to the words in its source', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Margaret Thackray' }).click();
    await page.getByRole('heading', { level: 1, name: 'Margaret Thackray' }).waitFor();
    // In quotation marks are the record's own words.
    const quoted = page.locator('.evidence li', { has: page.locator('.words', { hasText: '“' }) }).first();
    const words = await quoted.locator('.words').textContent();
    await quoted.locator('a.cite').first().click();
    const panel = page.getByRole('dialog');
    const marked = (await panel.locator('mark.now').textContent()) ?? '';
    expect(marked.length).toBeGreaterThan(2);
    expect(words).toContain(marked);
    await panel.getByRole('button', { name: 'Close' }).click();
    expect(await panel.isVisible()).toBe(false);
    await page.close();
  });

  it('opens and closes a source by keyboard, and comes back to where it was', async () => {
    const page = await open(PATIENT);
    const link = page.locator('.evidence a.cite').first();
    await link.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.id')).toBe('peek-title');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(await page.locator('.evidence a.cite:focus').count()).toBe(1);
    await page.close();
  });

  it('leads to the marked words without scripts, too', async () => {
    const page = await open(PATIENT, { javaScriptEnabled: false });
    const href = await page.locator('.evidence a.cite[href*="-"]').first().getAttribute('href');
    await page.locator('.evidence a.cite[href*="-"]').first().click();
    const mark = page.locator(`mark${href}`);
    expect(await mark.isVisible()).toBe(true);
    const box = await mark.boundingBox();
    expect(box && box.y >= 0 && box.y < 900).toBe(true);
    await page.close();
  });

  it.each([400, 768, 1440])('needs no sideways scrolling at %i px', async (width) => {
    for (const path of ['/', PATIENT, '/read', '/nothing']) {
      const page = await open(path, { viewport: { width, height: 900 } });
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width);
      await page.close();
    }
  });

  it('has one main heading, headings without gaps, and a name for every control', async () => {
    const page = await open(PATIENT);
    const names = await page.locator('main :is(h1,h2,h3,h4)').evaluateAll((all) => all.map(({ tagName }) => tagName));
    const levels = names.map((name) => Number(name.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const unnamed = await page.evaluate(`
      [...document.querySelectorAll('input')].filter((each) => !each.labels.length && !each.ariaLabel).length +
      [...document.querySelectorAll('a[href]:not(svg a),button')].filter((each) => !each.textContent.trim()).length`);
    expect(unnamed).toBe(0);
    await page.close();
  });

  it('takes a decision, and takes it back when it is pressed again', async () => {
    const page = await open(PATIENT);
    const refine = page.locator('.hyp').first().locator('footer label', { hasText: 'Refine' });
    await refine.click();
    const why = page.locator('.hyp').first().locator('footer input[type=text]');
    expect(await why.isVisible()).toBe(true);
    await refine.click();
    expect(await why.isVisible()).toBe(false);
    await page.close();
  });

  it('reviews a record that is sent', async () => {
    const page = await open('/');
    const file = fileURLToPath(new URL('../../cases/well-46f/record.json', import.meta.url));
    await page.getByLabel('Record', { exact: true }).and(page.locator('input')).setInputFiles(file);
    await page.locator('section', { hasText: 'Read a record' }).getByRole('button', { name: 'Review' }).click();
    await page.getByText('Second read as of').waitFor();
    await page.close();
  });

  const NOTE = 'Date: 12 March 2024\n58-year-old woman with fatigue and itching. No fever.\nALP 410 U/L (30-120).';

  it('reviews a note that is pasted', async () => {
    const page = await open('/');
    await page.locator('textarea').fill(NOTE);
    await page
      .locator('section', { has: page.locator('textarea') })
      .getByRole('button', { name: 'Review' })
      .click();
    await page.getByText('Second read as of').waitFor();
    expect(await page.locator('.as-of').textContent()).toContain('12 Mar 2024');
    await page.close();
  });

  it.each([400, 1440])('shows what is read in a note, and how, by pointer and by keyboard, at %i px', async (width) => {
    const page = await open('/read', { viewport: { width, height: 800 } });
    await page.locator('textarea').fill(NOTE);
    await page.getByRole('button', { name: 'Show what is read' }).click();
    const absent = page.locator('pre.reading .m.absent');
    await absent.waitFor();
    const tip = absent.locator('.tip');
    expect(await tip.isVisible()).toBe(false);
    await absent.hover();
    expect(await tip.textContent()).toContain('Fever absent');
    const box = await tip.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 800).toBe(true);
    await page.mouse.move(0, 0);
    await page.locator('pre.reading .m').first().focus();
    expect(await page.locator('pre.reading .m').first().locator('.tip').isVisible()).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('never complains in the console', () => {
    // A page that is not there says so in the console of a browser: that is all.
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([]);
  });
});
