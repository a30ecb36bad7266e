import { createHash } from 'node:crypto';
import { SCRIPT } from './script.ts';
import { STYLE } from './style/index.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Content-Security-Policy of every page: it loads nothing, and only its own style and script run, by their hashes. Were markup of a record
 * ever to get through, the browser would not run it.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src ${hash(STYLE)}`,
  `script-src ${hash(SCRIPT)}`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
