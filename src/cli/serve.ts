import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createApp, DemoPatients } from '../api/index.ts';
import { ProdromeError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/index.ts';

export const usage = `prodrome serve [--port 8080] [--cases FOLDER]
  Serves the demo patients and their reviews on 127.0.0.1.`;

/** `prodrome serve`: listens on this machine only, until it is stopped. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string', default: '8080' }, cases: { type: 'string' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ProdromeError('usage', { why: '--port is 0 to 65535' });
  if (values.cases !== undefined && !existsSync(values.cases)) {
    throw new ProdromeError('input-missing', { path: values.cases });
  }
  const app = createApp(new DemoPatients(values.cases), loadKnowledge());
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) => {
      console.log(`Prodrome is at http://127.0.0.1:${address.port}  (stop with Ctrl+C)`);
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new ProdromeError('port-taken', { port }) : error);
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => resolve()));
  });
  return 0;
}
