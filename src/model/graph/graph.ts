import { Message } from './protobuf.ts';

export type Shape = readonly number[];
export type ElementType = 'float32' | 'int32' | 'int64' | 'bool';

/** An attribute of a node; `{ float }` marks a number that ONNX wants as a float. */
export type Attribute = number | readonly number[] | string | { readonly float: number };
export type Attributes = Readonly<Record<string, Attribute>>;

interface Node {
  readonly type: string;
  readonly inputs: string[];
  readonly outputs: string[];
  readonly attributes: Attributes;
  readonly domain: string;
}

/** Element types of TensorProto.DataType. */
const ELEMENT: Record<ElementType, number> = { float32: 1, int32: 6, int64: 7, bool: 9 };
const IR_VERSION = 10;
const OPSET = 23;

/** An ONNX graph under construction (https://onnx.ai/onnx/repo-docs/IR.html); `toBytes` writes the model file. */
export class Graph {
  readonly #nodes: Node[] = [];
  readonly #constants = new Map<string, { name: string; tensor: Message }>();
  readonly #inputs: Message[] = [];
  readonly #outputs: Message[] = [];
  readonly #published = new Map<string, string>();
  #names = 0;

  input(name: string, shape: Shape, type: ElementType = 'float32'): string {
    this.#inputs.push(valueInfo(name, shape, type));
    return name;
  }

  /** A constant; equal small ones are written once. */
  constant(shape: Shape, data: Float32Array | Int32Array | BigInt64Array): string {
    const type = data instanceof Float32Array ? 'float32' : data instanceof Int32Array ? 'int32' : 'int64';
    const key = `${type}:${shape.join()}:${data.length <= 64 ? data.join() : this.#names}`;
    const known = this.#constants.get(key);
    if (known) return known.name;
    const name = this.#fresh();
    const tensor = new Message();
    for (const size of shape) tensor.int(1, size);
    tensor.int(2, ELEMENT[type]).string(8, name);
    tensor.bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    this.#constants.set(key, { name, tensor });
    return name;
  }

  /** Adds a node and names its outputs. `outputs` says which of its outputs are wanted, in their order. */
  node(
    type: string,
    inputs: readonly string[],
    attributes: Attributes = {},
    { outputs = [true], domain = '', named }: { outputs?: readonly boolean[]; domain?: string; named?: string } = {},
  ): string[] {
    const names = outputs.map((wanted) => (wanted ? (named ?? this.#fresh()) : ''));
    const known = inputs.map((input) => this.#published.get(input) ?? input);
    this.#nodes.push({ type, inputs: known, outputs: [...names], attributes, domain });
    return names;
  }

  /** Makes a value an output of the graph under a name of its own. */
  publish(value: string, name: string, shape: Shape): void {
    const maker = this.#nodes.find((node) => node.outputs.includes(value));
    if (maker && !this.#published.has(value)) {
      maker.outputs[maker.outputs.indexOf(value)] = name;
      for (const { inputs } of this.#nodes) {
        for (const [i, input] of inputs.entries()) if (input === value) inputs[i] = name;
      }
      this.#published.set(value, name);
    } else {
      this.node('Identity', [value], {}, { named: name });
    }
    this.#outputs.push(valueInfo(name, shape, 'float32'));
  }

  get nodes(): number {
    return this.#nodes.length;
  }

  toBytes(): Uint8Array {
    const graph = new Message();
    // onnxruntime sorts nodes by itself, from the leaves and from the highest index: written last first, they run in the order in
    // which they were added, so that what is fresh in the cache is used and nothing is kept for the end.
    for (const [i, node] of [...this.#nodes.entries()].reverse()) graph.message(1, nodeMessage(node, i));
    graph.string(2, 'prodrome');
    for (const { tensor } of this.#constants.values()) graph.message(5, tensor);
    for (const input of this.#inputs) graph.message(11, input);
    for (const output of this.#outputs) graph.message(12, output);
    const opset = new Message().string(1, '').int(2, OPSET);
    const contrib = new Message().string(1, 'com.microsoft').int(2, 1);
    return new Message()
      .int(1, IR_VERSION)
      .string(2, 'prodrome')
      .message(7, graph)
      .message(8, opset)
      .message(8, contrib)
      .toBytes();
  }

  #fresh(): string {
    this.#names += 1;
    return `v${this.#names}`;
  }
}

function valueInfo(name: string, shape: Shape, type: ElementType): Message {
  const dimensions = new Message();
  for (const size of shape) dimensions.message(1, new Message().int(1, size));
  const tensor = new Message().int(1, ELEMENT[type]).message(2, dimensions);
  return new Message().string(1, name).message(2, new Message().message(1, tensor));
}

function nodeMessage({ type, inputs, outputs, attributes, domain }: Node, index: number): Message {
  const message = new Message();
  for (const input of inputs) message.string(1, input);
  for (const output of outputs) message.string(2, output);
  message.string(3, `${type}.${index}`).string(4, type);
  for (const [name, value] of Object.entries(attributes)) message.message(5, attributeMessage(name, value));
  return domain ? message.string(7, domain) : message;
}

/** AttributeProto: the value's field, then its type (1 float, 2 int, 3 string, 7 ints). */
function attributeMessage(name: string, value: Attribute): Message {
  const message = new Message().string(1, name);
  if (typeof value === 'number') return message.int(3, value).int(20, 2);
  if (typeof value === 'string') return message.string(4, value).int(20, 3);
  if ('float' in value) return message.float(2, value.float).int(20, 1);
  for (const item of value) message.int(8, item);
  return message.int(20, 7);
}
