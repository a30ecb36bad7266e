import { type Attributes, type ElementType, Graph, type Shape } from './graph.ts';

/** A value of the graph: its name there, its shape, and whether a parameter or a tracked input reaches it. */
export interface Tensor {
  readonly tape: Tape;
  readonly name: string;
  readonly shape: Shape;
  readonly tracked: boolean;
}

/**
 * Reverse-mode differentiation over a graph. Each operation (`ops.ts`) adds its forward nodes and leaves on the tape how a
 * gradient of its result becomes gradients of its inputs; {@link Tape.backward} plays the tape from the end, which adds
 * the backward nodes to the same graph.
 */
export class Tape {
  readonly graph = new Graph();
  /** Whether only nodes are used that every provider of the runtime computes: its processor's own are faster there. */
  readonly portable: boolean;
  readonly #pullbacks: { of: readonly Tensor[]; run: (gradients: readonly (Tensor | undefined)[]) => void }[] = [];
  readonly #gradients = new Map<string, Tensor>();
  readonly #leaves: Tensor[] = [];

  constructor({ portable = false }: { readonly portable?: boolean } = {}) {
    this.portable = portable;
  }

  /** An input without a gradient. */
  input(name: string, shape: Shape, type: ElementType = 'float32'): Tensor {
    return { tape: this, name: this.graph.input(name, shape, type), shape, tracked: false };
  }

  /** An input whose gradient is wanted: a parameter, or the embedded tokens. */
  leaf(name: string, shape: Shape): Tensor {
    const leaf = { tape: this, name: this.graph.input(name, shape), shape, tracked: true };
    this.#leaves.push(leaf);
    return leaf;
  }

  constant(shape: Shape, data: Float32Array | Int32Array): Tensor {
    return { tape: this, name: this.graph.constant(shape, data), shape, tracked: false };
  }

  /** The name of a one-dimensional constant of whole numbers, as shapes and axes are given to ONNX. */
  ints(...values: readonly number[]): string {
    return this.graph.constant([values.length], BigInt64Array.from(values, BigInt));
  }

  /** Adds a node with one result. */
  node(
    type: string,
    inputs: readonly (Tensor | string)[],
    shape: Shape,
    attributes: Attributes = {},
    domain = '',
  ): Tensor {
    const [result] = this.nodes(type, inputs, [shape], attributes, domain);
    if (!result) throw new RangeError(`${type} has no result`);
    return result;
  }

  /** Adds a node with several results; a result without a shape is not wanted. */
  nodes(
    type: string,
    inputs: readonly (Tensor | string)[],
    shapes: readonly (Shape | undefined)[],
    attributes: Attributes = {},
    domain = '',
  ): Tensor[] {
    const names = inputs.map((input) => (typeof input === 'string' ? input : input.name));
    const tracked = inputs.some((input) => typeof input !== 'string' && input.tracked);
    const outputs = this.graph.node(type, names, attributes, {
      outputs: shapes.map((shape) => shape !== undefined),
      domain,
    });
    return outputs.map((name, i) => ({ tape: this, name, shape: shapes[i] ?? [], tracked }));
  }

  /** Leaves on the tape how a gradient of `of` is handed back; not where nothing tracked reaches it. */
  pullback(of: Tensor, run: (gradient: Tensor) => void): void {
    this.pullbackAll([of], ([gradient]) => gradient && run(gradient));
  }

  /** The same of an operation with several results; a result that nothing used has no gradient. */
  pullbackAll(of: readonly Tensor[], run: (gradients: readonly (Tensor | undefined)[]) => void): void {
    if (of.some(({ tracked }) => tracked)) this.#pullbacks.push({ of, run });
  }

  /** Adds a gradient to those that a tensor has received; nothing for an untracked one. */
  send(to: Tensor, gradient: Tensor): void {
    if (!to.tracked) return;
    const before = this.#gradients.get(to.name);
    this.#gradients.set(to.name, before ? this.node('Add', [before, gradient], to.shape) : gradient);
  }

  /** Makes a value an output of the graph. */
  output(name: string, value: Tensor): void {
    this.graph.publish(value.name, name, value.shape);
  }

  /** Differentiates a scalar loss: the graph gains one output `d.NAME` for each leaf. */
  backward(loss: Tensor): void {
    this.send(loss, this.constant(loss.shape, new Float32Array(size(loss.shape)).fill(1)));
    for (const { of, run } of this.#pullbacks.toReversed()) {
      const gradients = of.map(({ name }) => this.#gradients.get(name));
      if (gradients.some((gradient) => gradient !== undefined)) run(gradients);
    }
    for (const leaf of this.#leaves) {
      const gradient = this.#gradients.get(leaf.name) ?? this.constant(leaf.shape, new Float32Array(size(leaf.shape)));
      this.output(`d.${leaf.name}`, gradient);
    }
  }
}

export function size(shape: Shape): number {
  return shape.reduce((product, n) => product * n, 1);
}
