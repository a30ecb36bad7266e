const utf8 = new TextEncoder();

/** A protocol buffer message, written field by field (https://protobuf.dev/programming-guides/encoding). */
export class Message {
  readonly #parts: Uint8Array[] = [];
  #size = 0;

  /** A whole number, as a varint. */
  int(field: number, value: number | bigint): this {
    return this.#tag(field, 0).#raw(varint(value));
  }

  float(field: number, value: number): this {
    return this.#tag(field, 5).#raw(new Uint8Array(Float32Array.of(value).buffer));
  }

  string(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.#tag(field, 2).#raw(varint(value.length)).#raw(value);
  }

  message(field: number, value: Message): this {
    this.#tag(field, 2).#raw(varint(value.#size));
    for (const part of value.#parts) this.#raw(part);
    return this;
  }

  toBytes(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  #tag(field: number, wireType: number): this {
    return this.#raw(varint(field * 8 + wireType));
  }

  #raw(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    return this;
  }
}

function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}
