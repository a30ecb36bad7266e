import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes of one file, of standard input, or of what was unpacked, which can be read at any place. */
export interface Bytes {
  /** How an issue names the place: the path inside a folder; empty for an input that is one file. */
  readonly label: string;
  readonly size: number;
  read(offset: number, length: number): Buffer;
}

export function memoryBytes(label: string, buffer: Buffer): Bytes {
  return { label, size: buffer.length, read: (offset, length) => buffer.subarray(offset, offset + length) };
}

/** Part of a file, opened when it is first read. */
export function fileBytes(label: string, path: string, start: number, size: number, files: OpenFiles): Bytes {
  return { label, size, read: (offset, length) => readFully(files.descriptor(path), start + offset, length) };
}

/** All `length` bytes at `position`, or as many as there are. */
export function readFully(descriptor: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, buffer, done, length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done === length ? buffer : buffer.subarray(0, done);
}

/** Descriptors of the files that are read, not too many open at a time. */
export class OpenFiles {
  static readonly #most = 64;
  readonly #open = new Map<string, number>();

  descriptor(path: string): number {
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    const [oldest] = this.#open;
    if (oldest && this.#open.size >= OpenFiles.#most) {
      closeSync(oldest[1]);
      this.#open.delete(oldest[0]);
    }
    const descriptor = openSync(path, 'r');
    this.#open.set(path, descriptor);
    return descriptor;
  }

  close(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }
}
