import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bytes, memoryBytes, readFully } from './bytes.ts';

/** What is unpacked stays in memory up to so many bytes, all inputs together; the rest goes to a temporary file. */
const IN_MEMORY = 32 * 2 ** 20;

/**
 * Keeps what can be read only once (standard input, gzip) so that it can be read at any place. The temporary file belongs to
 * the user alone and has no name in the file system while it is used, so nothing of it outlives the process.
 */
export class Spill {
  #inMemory = 0;
  #descriptor: number | undefined;
  #folder: string | undefined;
  #written = 0;

  async keep(label: string, stream: AsyncIterable<Uint8Array>): Promise<Bytes> {
    const chunks: Buffer[] = [];
    let size = 0;
    let start: number | undefined;
    for await (const chunk of stream) {
      size += chunk.length;
      if (start === undefined && this.#inMemory + size <= IN_MEMORY) {
        chunks.push(Buffer.from(chunk));
        continue;
      }
      if (start === undefined) {
        start = this.#written;
        for (const earlier of chunks.splice(0)) this.#write(earlier);
      }
      this.#write(chunk);
    }
    if (start === undefined) {
      this.#inMemory += size;
      return memoryBytes(label, Buffer.concat(chunks));
    }
    const [descriptor, from] = [this.#file(), start];
    return {
      label,
      size,
      read: (offset, length) => readFully(descriptor, from + offset, Math.min(length, size - offset)),
    };
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#descriptor = undefined;
    this.#folder = undefined;
  }

  #file(): number {
    if (this.#descriptor === undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'prodrome-'));
      this.#folder = folder;
      this.#descriptor = openSync(join(folder, 'input'), 'wx+', 0o600);
      // Windows does not let an open file be removed; there it goes at the end.
      if (process.platform !== 'win32') rmSync(folder, { recursive: true });
    }
    return this.#descriptor;
  }

  #write(chunk: Uint8Array): void {
    let done = 0;
    while (done < chunk.length) done += writeSync(this.#file(), chunk, done, chunk.length - done, this.#written + done);
    this.#written += chunk.length;
  }
}
