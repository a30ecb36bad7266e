/**
 * The part of FHIRPath that rules mostly use, read into steps that a plan can follow without evaluating anything:
 *
 *   Patient.contact.name   Resource.id   nodesByType('HumanName').family   nodesByName('note')
 *   Observation.value.ofType(string)   Patient.extension('url')
 *   nodesByType('Identifier').where(system = 'a' or type.coding.exists(code = 'SS')).value
 *
 * `nodesByType` and `nodesByName` are those of Microsoft's anonymization tools: descendants of exactly this type, or name.
 * Anything else is left to the `fhirpath` library (library.ts).
 */

export type Step =
  | { readonly kind: 'child'; readonly name: string }
  | { readonly kind: 'ofType'; readonly type: string }
  | { readonly kind: 'where'; readonly test: Test };

export interface Path {
  readonly start:
    | { readonly kind: 'root'; readonly type: string }
    | { readonly kind: 'type'; readonly type: string }
    | { readonly kind: 'name'; readonly name: string };
  readonly steps: readonly Step[];
}

/** Any of these, each of which is all of its terms. */
export type Test = readonly (readonly Term[])[];

export interface Term {
  /** Names from the node; none for `$this`. */
  readonly names: readonly string[];
  readonly is:
    | { readonly kind: 'equal'; readonly literal: string | boolean }
    | { readonly kind: 'starts'; readonly literal: string }
    | { readonly kind: 'exists'; readonly test: Test | undefined };
}

/** The steps of an expression; undefined when it needs the library. */
export function parsePath(text: string): Path | undefined {
  const reader = new Reader(text);
  const path = reader.path();
  return path && reader.isAtEnd ? path : undefined;
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    const tokens = text.match(/'(?:[^'\\]|\\.)*'|\$this|[A-Za-z_]\w*|\S/g) ?? [];
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  path(): Path | undefined {
    const name = this.#name();
    if (name === undefined) return undefined;
    const steps: Step[] = [];
    let start: Path['start'] = { kind: 'root', type: name };
    if (this.#take('(')) {
      const literal = this.#literal();
      if (literal === undefined || !this.#take(')')) return undefined;
      if (name === 'nodesByType') start = { kind: 'type', type: literal };
      else if (name === 'nodesByName') start = { kind: 'name', name: literal };
      else return undefined;
    } else if (!/^[A-Z]/.test(name)) return undefined;
    while (this.#take('.')) {
      const more = this.#step();
      if (!more) return undefined;
      steps.push(...more);
    }
    return { start, steps };
  }

  #step(): Step[] | undefined {
    const name = this.#name();
    if (name === undefined) return undefined;
    if (!this.#take('(')) return [{ kind: 'child', name }];
    if (name === 'ofType') {
      const type = this.#name();
      return type !== undefined && this.#take(')') ? [{ kind: 'ofType', type }] : undefined;
    }
    if (name === 'extension') {
      const literal = this.#literal();
      if (literal === undefined || !this.#take(')')) return undefined;
      const test: Test = [[{ names: ['url'], is: { kind: 'equal', literal } }]];
      return [
        { kind: 'child', name },
        { kind: 'where', test },
      ];
    }
    if (name !== 'where') return undefined;
    const test = this.#test();
    return test && this.#take(')') ? [{ kind: 'where', test }] : undefined;
  }

  #test(): Test | undefined {
    const any: Term[][] = [];
    do {
      const all: Term[] = [];
      do {
        const term = this.#term();
        if (!term) return undefined;
        all.push(term);
      } while (this.#take('and'));
      any.push(all);
    } while (this.#take('or'));
    return any;
  }

  #term(): Term | undefined {
    const names: string[] = [];
    if (!this.#take('$this')) {
      const name = this.#name();
      if (name === undefined || (this.#peek() === '(' && name !== 'exists')) return undefined;
      if (this.#peek() === '(') return this.#exists(names);
      names.push(name);
    }
    while (this.#take('.')) {
      const name = this.#name();
      if (name === undefined) return undefined;
      if (this.#peek() !== '(') names.push(name);
      else if (name === 'exists') return this.#exists(names);
      else if (name === 'startsWith' && this.#take('(')) {
        const literal = this.#literal();
        return literal !== undefined && this.#take(')') ? { names, is: { kind: 'starts', literal } } : undefined;
      } else return undefined;
    }
    if (!this.#take('=')) return undefined;
    if (this.#take('true')) return { names, is: { kind: 'equal', literal: true } };
    if (this.#take('false')) return { names, is: { kind: 'equal', literal: false } };
    const literal = this.#literal();
    return literal === undefined ? undefined : { names, is: { kind: 'equal', literal } };
  }

  #exists(names: readonly string[]): Term | undefined {
    if (!this.#take('(')) return undefined;
    if (this.#take(')')) return { names, is: { kind: 'exists', test: undefined } };
    const test = this.#test();
    return test && this.#take(')') ? { names, is: { kind: 'exists', test } } : undefined;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at++;
    return true;
  }

  #name(): string | undefined {
    const token = this.#peek();
    if (token === undefined || !/^[A-Za-z_]\w*$/.test(token)) return undefined;
    this.#at++;
    return token;
  }

  #literal(): string | undefined {
    const token = this.#peek();
    if (token === undefined || !/^'.*'$/s.test(token)) return undefined;
    this.#at++;
    return token.slice(1, -1).replace(/\\(.)/g, '$1');
  }
}
