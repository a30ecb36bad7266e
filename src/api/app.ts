import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { hideAfter } from '../chart/index.ts';
import { ProdromeError } from '../errors.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { CONTENT_POLICY, readingsAsHtml, readingsOf, reviewAsFhir, reviewAsHtml, reviewOf } from '../review/index.ts';
import type { DemoPatients } from './demo.ts';
import { indexPage, READ_FORM, readPage, reviewPage } from './pages.ts';
import { json, problem, wantsFhir, wantsPage } from './problem.ts';
import { DemoReviews } from './reviews.ts';
import { dayIn, LARGEST_UPLOAD, readUpload, tooLarge } from './upload.ts';

/** The local server's routes: pages of the demo patients, their reviews as JSON and FHIR, a record or a note of one's own, and what is read in a note. */
export function createApp(patients: DemoPatients, knowledge: Knowledge): Hono {
  const app = new Hono();
  const reviews = new DemoReviews(patients, knowledge);
  // The server is on this machine, without TLS: HSTS would say otherwise.
  app.use(secureHeaders({ strictTransportSecurity: false, xFrameOptions: 'DENY' }), privately);
  app.onError(problem);
  app.notFound((context) => problem(new ProdromeError('not-found', { path: context.req.path }), context));

  app.get('/', async (context) => context.html(await indexPage(reviews)));
  app.get('/patients/:slug', async (context) => {
    const { patient, review } = await reviews.of(context.req.param('slug'), dayIn(context.req.query('as-of')));
    return context.html(reviewPage(patient, review));
  });
  app.get('/patients/:slug/review', async (context) => {
    const { review } = await reviews.of(context.req.param('slug'), dayIn(context.req.query('as-of')));
    return wantsFhir(context)
      ? json(context, 200, 'application/fhir+json', reviewAsFhir(review))
      : json(context, 200, 'application/json', review);
  });
  app.get('/patients/:slug/resources/:type/:id', (context) => {
    const { slug, type, id } = context.req.param();
    const form = wantsPage(context) ? 'application/json' : 'application/fhir+json';
    return json(context, 200, form, patients.resource(slug, type, id));
  });
  app.get('/read', (context) => context.html(readPage()));
  app.post('/read', bodyLimit({ maxSize: LARGEST_UPLOAD, onError: tooLarge }), async (context) => {
    const { chart } = await readUpload(context);
    const readings = readingsOf(chart, knowledge);
    if (!wantsPage(context)) return json(context, 200, 'application/json', readings);
    return context.html(readingsAsHtml(readings, { back: '/', under: READ_FORM }));
  });

  app.post('/review', bodyLimit({ maxSize: LARGEST_UPLOAD, onError: tooLarge }), async (context) => {
    const { chart, asOf } = await readUpload(context);
    const review = reviewOf(chart, knowledge, asOf === undefined ? {} : { asOf });
    if (wantsFhir(context)) return json(context, 200, 'application/fhir+json', reviewAsFhir(review));
    if (!wantsPage(context)) return json(context, 200, 'application/json', review);
    return context.html(reviewAsHtml(review, hideAfter(chart, review.asOf), { back: '/' }));
  });
  return app;
}

/** Nothing of a patient stays in a cache, and no page runs or loads anything but its own. */
const privately: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cache-control', 'no-store');
  context.header('content-security-policy', `${CONTENT_POLICY}; frame-ancestors 'none'`);
};
