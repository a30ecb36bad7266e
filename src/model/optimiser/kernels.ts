import {
  add,
  addDoubles,
  type Code,
  div,
  type Func,
  forEachFour,
  get,
  load,
  moduleOf,
  mul,
  mulDoubles,
  promoteHigh,
  promoteLow,
  set,
  splat,
  sqrt,
  store,
  sub,
  sumDoubles,
} from './assembler.ts';

/** Loops over float arrays in shared memory; addresses and ends in bytes, multiples of 16. */
export interface Kernels {
  /** to += from, until `end` of `to`. */
  accumulate(to: number, from: number, end: number): void;
  /** The sum of squares, in double precision. */
  squares(from: number, end: number): number;
  /**
   * AdamW (Loshchilov & Hutter 2019): g ← scale · g; m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
   * w ← keep · w − rate · m / (√v · root + ε), where keep = 1 − lr · decay, rate = lr / (1 − β₁ᵗ), root = 1 / √(1 − β₂ᵗ).
   */
  adamw(w: number, m: number, v: number, g: number, end: number, ...scalars: AdamScalars): void;
}

/** scale, β₁, 1 − β₁, β₂, 1 − β₂, keep, rate, root, ε. */
export type AdamScalars = [number, number, number, number, number, number, number, number, number];

const accumulate: Func = {
  name: 'accumulate',
  parameters: ['i32', 'i32', 'i32'],
  vectors: 0,
  body: forEachFour([0, 1], 2, store(0, add(load(0), load(1)))),
};

const squares: Func = {
  name: 'squares',
  parameters: ['i32', 'i32'],
  result: 'f64',
  vectors: 3,
  body: (() => {
    const [x, low, high] = [2, 3, 4];
    const squareOnto = (sum: number, promoted: Code) => [
      ...set(x, promoted),
      ...set(sum, addDoubles(get(sum), mulDoubles(get(x), get(x)))),
    ];
    const loop = forEachFour([0], 1, [
      ...squareOnto(low, promoteLow(load(0))),
      ...squareOnto(high, promoteHigh(load(0))),
    ]);
    return [...loop, ...set(low, addDoubles(get(low), get(high))), ...sumDoubles(low)];
  })(),
};

const adamw: Func = {
  name: 'adamw',
  parameters: [...Array<'i32'>(5).fill('i32'), ...Array<'f32'>(9).fill('f32')],
  vectors: 12,
  body: (() => {
    const [w, m, v, g, end] = [0, 1, 2, 3, 4];
    const scalars = [5, 6, 7, 8, 9, 10, 11, 12, 13];
    const wide = (scalar: number) => scalar + 9; // locals 14 to 22: each scalar in all four lanes
    const [scale, beta1, rest1, beta2, rest2, keep, rate, root, epsilon] = scalars.map((s) => get(wide(s)));
    const [x, mean, square] = [23, 24, 25];
    const update = [
      ...set(x, mul(load(g), scale ?? [])),
      ...set(mean, add(mul(load(m), beta1 ?? []), mul(get(x), rest1 ?? []))),
      ...set(square, add(mul(load(v), beta2 ?? []), mul(mul(get(x), get(x)), rest2 ?? []))),
      ...store(m, get(mean)),
      ...store(v, get(square)),
      ...store(
        w,
        sub(
          mul(load(w), keep ?? []),
          div(mul(get(mean), rate ?? []), add(mul(sqrt(get(square)), root ?? []), epsilon ?? [])),
        ),
      ),
    ];
    return [...scalars.flatMap((s) => set(wide(s), splat(get(s)))), ...forEachFour([w, m, v, g], end, update)];
  })(),
};

/** What this file uses of the WebAssembly interface, which Node has and TypeScript's library without a browser has not. */
interface WasmApi {
  Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => { readonly buffer: SharedArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: object };
}
const wasm = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;

export type SharedMemory = InstanceType<WasmApi['Memory']>;

/** Shared memory of at least so many bytes, for kernels in any number of threads. */
export function sharedMemory(bytes: number): SharedMemory {
  const pages = Math.ceil(bytes / 65_536);
  return new wasm.Memory({ initial: pages, maximum: pages, shared: true });
}

/** The kernels over a memory; each thread makes its own. */
export function kernelsOver(memory: SharedMemory): Kernels {
  const module = new wasm.Module(moduleOf([accumulate, squares, adamw]));
  return new wasm.Instance(module, { host: { memory } }).exports as Kernels;
}
