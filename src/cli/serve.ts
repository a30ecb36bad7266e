import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ServerType, serve } from '@hono/node-server';
import { createApp, DemoPatients } from '../api/index.ts';
import { ProdromeError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/index.ts';

/** `prodrome serve`: listens on this machine only, until it is stopped. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string', default: '8080' }, cases: { type: 'string' } },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new ProdromeError('usage', { why: '--port is 0 to 65535' });
  if (values.cases !== undefined && !existsSync(values.cases)) {
    throw new ProdromeError('input-missing', { path: values.cases });
  }
  const app = createApp(new DemoPatients(values.cases), loadKnowledge());
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) => {
      console.log(`Prodrome is at http://127.0.0.1:${address.port}  (stop with Ctrl+C)`);
      // The reviews of the first page are made before anybody asks for it.
      Promise.resolve(app.request('/')).catch(() => undefined);
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new ProdromeError('port-taken', { port }) : error);
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server, resolve));
  });
  return 0;
}

/** Browsers keep their connections open: without closing them, stopping would wait for them. */
function stop(server: ServerType, done: () => void): void {
  server.close(() => done());
  if ('closeAllConnections' in server) server.closeAllConnections();
}
