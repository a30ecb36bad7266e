import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fittingLines } from './stream-lines.ts';

async function linesOf(text: string, cut: number, most: number): Promise<(string | undefined)[]> {
  const pieces = [];
  for (let at = 0; at < text.length; at += cut) pieces.push(Buffer.from(text.slice(at, at + cut)));
  const lines = [];
  for await (const line of fittingLines(Readable.from(pieces), most)) lines.push(line?.toString());
  return lines;
}

it('gives the lines, however the stream is cut; one that is too long costs only itself', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[a-z]{0,30}$/), { minLength: 1 }),
      fc.integer({ min: 1, max: 12 }),
      async (texts, cut) => {
        const lines = await linesOf(`${texts.join('\n')}\n`, cut, 20);
        expect(lines).toHaveLength(texts.length);
        for (const [i, text] of texts.entries()) {
          // What ends within the piece that it began in, or that made it too long, is known whole.
          if (text.length <= 20) expect(lines[i]).toBe(text);
          else expect([undefined, text]).toContain(lines[i]);
          if (text.length > 20 + cut) expect(lines[i]).toBeUndefined();
        }
      },
    ),
  ));

it('tells of a line that is too long before its end is seen', async () => {
  const endless = (async function* () {
    for (;;) yield Buffer.from('endless');
  })();
  expect((await fittingLines(endless, 100).next()).value).toBeUndefined();
});
