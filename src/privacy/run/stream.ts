import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { ProdromeError } from '../../errors.ts';
import { newTally } from '../context.ts';
import { Deidentifier } from '../deidentifier.ts';
import type { Json } from '../json.ts';
import { manifestText } from '../manifest.ts';
import { reportOf, type SetAside } from '../proof/report.ts';
import { type RunOptions, toolsOf } from './options.ts';
import { parsedText, reasonOf } from './read.ts';
import { headerOf, manifestOf } from './run.ts';
import { isBlank, textsOfStream } from './stream-texts.ts';

export interface StreamResult {
  readonly lines: number;
  readonly setAside: readonly SetAside[];
  readonly report: string;
  readonly manifest: string;
}

/**
 * A filter over NDJSON: a bundle or a resource a line comes in, the same de-identified goes out; nothing is kept between
 * lines, so that memory is flat and any engine may split the input. What is known of a patient is what the line says: a bundle
 * its whole record, a lone resource the id of its patient, which alone decides the shift. A line that fails is not written.
 * An input that is one JSON text over several lines is read as a whole; so are HL7 v2 and C-CDA, which come out as a bundle
 * a patient.
 * @throws ProdromeError `input-too-large`, `input-empty`, `input-damaged`
 */
export async function deidentifyStream(source: Readable, sink: Writable, options: RunOptions): Promise<StreamResult> {
  const deidentifier = new Deidentifier(toolsOf(options));
  const tally = newTally(options.rules.rules.length);
  const setAside: SetAside[] = [];
  const patients = new Set<string>();
  const input = createHmac('sha256', options.keys.input);
  const output = createHash('sha256');
  let [lines, bytes, number] = [0, 0, 0];
  const put = async (content: Buffer, line: number): Promise<void> => {
    try {
      const json = parsedText(content, line);
      const made = [json].flat().flatMap((each) => {
        const { made: one, owners } = deidentifier.treatWithOwners(each as Json, tally);
        // Counted by a hash of bounded number: a stream may have more patients than memory.
        for (const patient of owners.patients) if (patients.size < MOST_COUNTED) patients.add(patient);
        return one === undefined ? [] : [one];
      });
      if (made.length === 0) return;
      const text = `${JSON.stringify(Array.isArray(json) ? made : made[0])}\n`;
      output.update(text);
      bytes += Buffer.byteLength(text);
      if (!sink.write(text)) await once(sink, 'drain');
    } catch (error) {
      const reason = reasonOf(error).replace(/^line \d+: /, '');
      setAside.push({ input: `line ${line}`, reason });
      options.progress?.(`set aside: line ${line}: ${reason}`);
    }
  };
  for await (const content of textsOfStream(source, (chunk) => input.update(chunk))) {
    number++;
    if (isBlank(content)) continue;
    lines++;
    await put(content, number);
  }
  if (lines === 0) throw new ProdromeError('input-empty', { path: 'standard input' });
  const report = `${JSON.stringify(reportOf(tally, options.rules, { setAside, sample: [] }), null, 2)}\n`;
  const resources = [...tally.resources].reduce((sum, [type, count]) => sum + (type === 'Bundle' ? 0 : count), 0);
  const outcome = { name: '-', input: input.digest('hex'), output: output.digest('hex'), bytes, resources };
  const manifest = manifestOf(headerOf(options), [{ ...outcome, patients: patients.size }], setAside, report);
  return { lines, setAside, report, manifest: manifestText(manifest) };
}

const MOST_COUNTED = 1_000_000;
