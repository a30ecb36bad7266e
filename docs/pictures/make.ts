/**
 * Makes the pictures of the README again: node docs/pictures/make.ts
 * Needs Chromium at /usr/bin/chromium, or at the path in CHROMIUM.
 */
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { chromium } from 'playwright-core';
import { createApp, DemoPatients } from '../../src/api/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const PICTURES = { 'review.png': '/patients/gca-74f' } as const;

const app = createApp(new DemoPatients(), loadKnowledge());
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, path] of Object.entries(PICTURES)) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  await page.screenshot({ path: fileURLToPath(new URL(name, import.meta.url)) });
}
await browser.close();
server.close();
