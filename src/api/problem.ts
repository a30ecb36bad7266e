import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ProdromeError } from '../errors.ts';

/** An error as a problem document (RFC 9457). What is not a ProdromeError says nothing of what went wrong: it may hold patient data. */
export function problem(error: unknown, context: Context): Response {
  const known = error instanceof ProdromeError;
  const status = (known ? error.status : 500) as ContentfulStatusCode;
  const title = known ? error.message : 'Something went wrong inside Prodrome';
  const type = known ? `urn:prodrome:error:${error.code}` : 'about:blank';
  return context.body(JSON.stringify({ type, title, status }), status, { 'content-type': 'application/problem+json' });
}
