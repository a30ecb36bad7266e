import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Device } from './config.ts';
import type { Feed, Feeds } from './feeds.ts';

/** A graph ready to run, on one thread unless more are asked for. Elsewhere than on the processor it must be a portable one. */
export async function sessionOf(graph: Uint8Array, threads = 1, device: Device = 'cpu'): Promise<InferenceSession> {
  return InferenceSession.create(graph, {
    executionProviders: device === 'cpu' ? ['cpu'] : [device, 'cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    enableMemPattern: false,
    logSeverityLevel: 3,
  });
}

/** Runs a graph with those feeds that it takes. Outputs named in `into` are written there; the others are returned. */
export async function runGraph(
  session: InferenceSession,
  feeds: Feeds,
  into: Feeds = new Map(),
): Promise<Map<string, Float32Array>> {
  const given: Record<string, Tensor> = {};
  for (const name of session.inputNames) {
    const feed = feeds.get(name);
    if (!feed) throw new RangeError(`no feed ${name}`);
    given[name] = tensorOf(feed);
  }
  const fetched: Record<string, Tensor | null> = {};
  for (const name of session.outputNames) {
    const place = into.get(name);
    fetched[name] = place ? tensorOf(place) : null;
  }
  const results = await session.run(given, fetched);
  return new Map(Object.entries(results).map(([name, { data }]) => [name, floatsOf(data)]));
}

function tensorOf({ data, shape }: Feed): Tensor {
  return data instanceof Float32Array ? new Tensor('float32', data, shape) : new Tensor('int32', data, shape);
}

function floatsOf(data: unknown): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new TypeError('the graph gives floats only');
}
