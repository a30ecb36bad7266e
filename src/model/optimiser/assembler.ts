/*
 * Just enough of an assembler for WebAssembly with SIMD (https://webassembly.github.io/spec/core/binary) to write loops over
 * float arrays, four at a time. Code is a list of bytes; an expression leaves one value on the stack.
 */

export type Code = readonly number[];
export const TYPE = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof TYPE;

/** An unsigned number in LEB128. */
export function unsigned(value: number): Code {
  const low = value & 127;
  return value > 127 ? [low | 128, ...unsigned(value >>> 7)] : [low];
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (value: string): Code => [...unsigned(value.length), ...Buffer.from(value, 'ascii')];
const section = (id: number, body: Code): Code => [id, ...unsigned(body.length), ...body];
const simd = (instruction: number): Code => [0xfd, ...unsigned(instruction)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
/** Four floats at the address in a local. */
export const load = (pointer: number): Code => [...get(pointer), ...simd(0x00), 4, 0];
export const store = (pointer: number, value: Code): Code => [...get(pointer), ...value, ...simd(0x0b), 4, 0];
export const splat = (float: Code): Code => [...float, ...simd(0x13)];
export const sqrt = (x: Code): Code => [...x, ...simd(0xe3)];
export const add = (x: Code, y: Code): Code => [...x, ...y, ...simd(0xe4)];
export const sub = (x: Code, y: Code): Code => [...x, ...y, ...simd(0xe5)];
export const mul = (x: Code, y: Code): Code => [...x, ...y, ...simd(0xe6)];
export const div = (x: Code, y: Code): Code => [...x, ...y, ...simd(0xe7)];
/** The low two floats as doubles, and the same of the high two. */
export const promoteLow = (x: Code): Code => [...x, ...simd(0x5f)];
export const promoteHigh = (x: Code): Code =>
  promoteLow([...x, ...x, ...simd(0x0d), ...Array.from({ length: 16 }, (_, i) => (i + 8) % 16)]);
export const addDoubles = (x: Code, y: Code): Code => [...x, ...y, ...simd(0xf0)];
export const mulDoubles = (x: Code, y: Code): Code => [...x, ...y, ...simd(0xf2)];
/** The sum of the two doubles in a local. */
export const sumDoubles = (local: number): Code => [
  ...get(local),
  ...simd(0x21),
  0,
  ...get(local),
  ...simd(0x21),
  1,
  0xa0,
];

/** Repeats the body, moving the pointers on by 16 bytes, until the first one reaches the end. */
export function forEachFour(pointers: readonly number[], end: number, body: Code): Code {
  const [first = 0] = pointers;
  const forward = pointers.flatMap((pointer) => set(pointer, [...get(pointer), 0x41, 16, 0x6a]));
  const again = [...get(first), ...get(end), 0x49, 0x0d, 0];
  return [0x03, 0x40, ...body, ...forward, ...again, 0x0b];
}

export interface Func {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly result?: ValueType;
  /** Locals after the parameters, all vectors. */
  readonly vectors: number;
  readonly body: Code;
}

/** A module of functions over a shared memory, which it imports as `host.memory`. */
export function moduleOf(functions: readonly Func[]): Uint8Array {
  const typeOf = ({ parameters, result }: Func): Code => [
    0x60,
    ...vector(parameters.map((type) => [TYPE[type]])),
    ...vector(result ? [[TYPE[result]]] : []),
  ];
  const codeOf = ({ vectors, body }: Func): Code => {
    const code = [...vector([[...unsigned(vectors), TYPE.v128]]), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  };
  const sharedMemory = [0x02, 0x03, 0x00, ...unsigned(65_536)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(functions.map(typeOf))),
    ...section(2, vector([[...text('host'), ...text('memory'), ...sharedMemory]])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]))),
    ...section(10, vector(functions.map(codeOf))),
  ]);
}
