import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { hideAfter, readChartFromBytes } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { reviewAsFhir, reviewAsHtml, reviewOf } from '../review/index.ts';
import type { DemoPatients } from './demo.ts';
import { indexPage, reviewPage } from './pages.ts';
import { problem } from './problem.ts';

const LARGEST_UPLOAD = 64 * 2 ** 20;

/** The local server's routes: pages of the demo patients, their reviews as JSON and FHIR, and a record of one's own. */
export function createApp(patients: DemoPatients, knowledge: Knowledge): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        scriptSrc: ["'unsafe-inline'"],
        imgSrc: ['data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  app.onError(problem);
  app.notFound((context) => problem(new ProdromeError('not-found', { path: context.req.path }), context));

  app.get('/', async (context) => context.html(await indexPage(patients, knowledge)));
  app.get('/patients/:slug', async (context) => {
    const patient = await patients.patient(context.req.param('slug'));
    return context.html(reviewPage(patient, knowledge, dayIn(context.req.query('as-of'))));
  });
  app.get('/patients/:slug/review', async (context) => {
    const { chart, opensAt } = await patients.patient(context.req.param('slug'));
    const review = reviewOf(chart, knowledge, { asOf: dayIn(context.req.query('as-of')) ?? opensAt });
    if (context.req.query('format') !== 'fhir') return context.json(review);
    return context.body(JSON.stringify(reviewAsFhir(review)), 200, { 'content-type': 'application/fhir+json' });
  });
  app.get('/patients/:slug/resources/:type/:id', (context) => {
    const { slug, type, id } = context.req.param();
    return context.json(patients.resource(slug, type, id) as object);
  });
  app.post('/review', bodyLimit({ maxSize: LARGEST_UPLOAD, onError: tooLarge }), async (context) => {
    const form = await context.req.parseBody();
    const file = form.record;
    if (!(file instanceof File))
      throw new ProdromeError('usage', { why: 'Send the record as the form field "record"' });
    const chart = await readChartFromBytes(new Uint8Array(await file.arrayBuffer()), 'the record');
    const asOf = dayIn(typeof form.asOf === 'string' ? form.asOf : undefined);
    const review = reviewOf(chart, knowledge, asOf === undefined ? {} : { asOf });
    return context.html(reviewAsHtml(review, hideAfter(chart, review.asOf), { back: '/' }));
  });
  return app;
}

function tooLarge(): never {
  throw new ProdromeError('input-too-large', { path: 'the record', limit: '64 MiB' });
}

/** A day from a query or a form; undefined when empty. @throws ProdromeError `date-invalid`. */
function dayIn(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new ProdromeError('date-invalid', { what: 'as-of' });
  }
  return text;
}
