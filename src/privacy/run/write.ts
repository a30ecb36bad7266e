import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** A file that appears whole or not at all; packed when its name ends in `.gz`. */
export class WholeFile {
  readonly #path: string;
  readonly #draft: string;
  readonly #file;
  readonly #sink;
  readonly #done: Promise<void>;

  constructor(path: string) {
    this.#path = path;
    this.#draft = `${path}.partial`;
    mkdirSync(dirname(path), { recursive: true });
    this.#file = createWriteStream(this.#draft);
    const gzip = /\.gz$/i.test(path) ? createGzip() : undefined;
    if (gzip) gzip.pipe(this.#file);
    this.#sink = gzip ?? this.#file;
    this.#done = finished(this.#file);
    this.#done.catch(() => undefined);
  }

  async write(text: string): Promise<void> {
    if (!this.#sink.write(text)) await Promise.race([once(this.#sink, 'drain'), this.#done]);
  }

  async keep(): Promise<{ readonly sha256: string; readonly bytes: number }> {
    this.#sink.end();
    await this.#done;
    renameSync(this.#draft, this.#path);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(this.#path)) hash.update(chunk as Buffer);
    return { sha256: hash.digest('hex'), bytes: this.#file.bytesWritten };
  }

  async discard(): Promise<void> {
    this.#sink.destroy();
    this.#file.destroy();
    await this.#done.catch(() => undefined);
    rmSync(this.#draft, { force: true });
  }
}

/** Writes a small file whole. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.partial`, text);
  renameSync(`${path}.partial`, path);
}
