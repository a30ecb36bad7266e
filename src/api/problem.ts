import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ProdromeError } from '../errors.ts';
import { errorPage } from './pages.ts';

/**
 * An error as the client can read it: a page for a browser, an OperationOutcome where FHIR was asked for, else a problem document
 * (RFC 9457). What is not a ProdromeError says nothing of what went wrong: it may hold patient data.
 */
export function problem(error: unknown, context: Context): Response {
  const known = error instanceof ProdromeError;
  const status = (known ? error.status : 500) as ContentfulStatusCode;
  const title = known ? error.message : 'Something went wrong inside Prodrome';
  if (wantsFhir(context)) return json(context, status, 'application/fhir+json', outcome(title, status));
  if (wantsPage(context)) return context.html(errorPage(title), status);
  const type = known ? `urn:prodrome:error:${error.code}` : 'about:blank';
  return json(context, status, 'application/problem+json', { type, title, status });
}

export function json(context: Context, status: ContentfulStatusCode, type: string, body: object): Response {
  return context.body(JSON.stringify(body, null, 2), status, { 'content-type': type });
}

/** Whether a browser asks: a client that takes anything gets JSON. */
export const wantsPage = (context: Context): boolean => (context.req.header('accept') ?? '').includes('text/html');

export function wantsFhir(context: Context): boolean {
  const isAccepted = (context.req.header('accept') ?? '').includes('application/fhir+json');
  return isAccepted || context.req.query('format') === 'fhir';
}

function outcome(diagnostics: string, status: number): object {
  const code = status === 404 ? 'not-found' : status === 413 ? 'too-long' : status >= 500 ? 'exception' : 'invalid';
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, diagnostics }] };
}
