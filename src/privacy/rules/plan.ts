import { type Element, elementsOf, isA, isDomainResource, isPrimitive } from '../fhir/elements.ts';
import { type Path, parsePath, type Test } from './path.ts';
import type { Rule } from './rules.ts';
import { compiledTest } from './test.ts';

/** A rule that has come so far: its next step is `path.steps[step]`. */
interface Active {
  readonly rule: number;
  readonly path: Path;
  readonly step: number;
}

/** Where an element's value stands, for the method that treats it. */
export interface Place {
  /** The type that holds it: `Patient`, `#Patient.contact`, `Reference`. */
  readonly owner: string;
  readonly key: string;
  readonly element: Element;
}

/** A required element, so that what is taken away can say that it was masked. */
export interface Required {
  readonly keys: readonly string[];
  readonly primitive: boolean;
  readonly list: boolean;
}

/**
 * What the rules say of one kind of element: a node of an automaton over the FHIR types, made when it is first met. Rules
 * without `where` cost nothing when a record is read; those with one branch here, by which of the tests the value passes.
 */
export class Plan<Leaf> {
  readonly type: string;
  /** The first rule that names this element or what it is part of; the number of rules when none does. */
  readonly rule: number;
  readonly place: Place | undefined;
  readonly leaf: Leaf | undefined;
  readonly required: readonly Required[];
  readonly #rules: Compiled<Leaf>;
  readonly #active: readonly Active[];
  readonly #tests: readonly { readonly active: Active; readonly test: Test }[];
  /** The tests, ready to be put to a value. */
  readonly #asked: readonly ((value: unknown) => boolean)[];
  readonly #children = new Map<string, Plan<Leaf> | undefined>();
  readonly #variants = new Map<number, Plan<Leaf>>();

  constructor(rules: Compiled<Leaf>, type: string, inherited: number, states: readonly Active[], place?: Place) {
    const waiting: Active[] = [];
    const tests: { active: Active; test: Test }[] = [];
    let best = inherited;
    for (const state of states) {
      let step = state.step;
      let next = state.path.steps[step];
      while (next?.kind === 'ofType' && isA(type, next.type)) next = state.path.steps[++step];
      if (next === undefined) best = Math.min(best, state.rule);
      else if (next.kind === 'where') tests.push({ active: { ...state, step: step + 1 }, test: next.test });
      else if (next.kind === 'child') waiting.push({ ...state, step });
    }
    this.type = type;
    this.rule = best;
    this.place = place;
    this.#rules = rules;
    this.#active = waiting;
    this.#tests = tests;
    this.#asked = tests.map(({ test }) => compiledTest(test, type));
    this.leaf = place && isPrimitive(type) ? rules.leafOf(rules.at(best), place) : undefined;
    this.required = isPrimitive(type) ? [] : requiredOf(type);
  }

  /** The plan for this value, when rules ask what it holds. */
  for(value: unknown): Plan<Leaf> {
    if (this.#tests.length === 0) return this;
    let mask = 0;
    for (let index = 0; index < this.#asked.length; index += 1)
      if (this.#asked[index]?.(value) === true) mask |= 1 << index;
    let variant = this.#variants.get(mask);
    if (!variant) {
      const passed = this.#tests.filter((_, index) => mask & (1 << index)).map(({ active }) => active);
      variant = new Plan(this.#rules, this.type, this.rule, [...this.#active, ...passed], this.place);
      this.#variants.set(mask, variant);
    }
    return variant.for(value);
  }

  /** The plan of an element by its JSON name; undefined for what R4 does not have here. */
  child(key: string): Plan<Leaf> | undefined {
    const found = this.#children.get(key);
    if (found !== undefined || this.#children.has(key)) return found;
    const element = elementsOf(this.type)?.get(key);
    const made = element && this.#make(key, element);
    // Names that R4 does not have are not remembered: there may be any number of them.
    if (made) this.#children.set(key, made);
    return made;
  }

  /** The plan of what hangs on a primitive: its id and its extensions. */
  beside(): Plan<Leaf> {
    const found = this.#children.get('');
    if (found) return found;
    const made = new Plan(this.#rules, 'Element', this.rule, this.#active, this.place);
    this.#children.set('', made);
    return made;
  }

  /** The same with a rule that the library found for this very value. */
  ruledBy(rule: number): Plan<Leaf> {
    if (rule >= this.rule) return this;
    const key = -1 - rule;
    let variant = this.#variants.get(key);
    if (!variant) {
      variant = new Plan(this.#rules, this.type, rule, this.#active, this.place);
      this.#variants.set(key, variant);
    }
    return variant;
  }

  #make(key: string, element: Element): Plan<Leaf> {
    const { base, type } = element;
    const states = this.#active.flatMap((state): Active[] => {
      const next = state.path.steps[state.step];
      return next?.kind === 'child' && next.name === base ? [{ ...state, step: state.step + 1 }] : [];
    });
    // What is added to an element is not kept because the element is; it goes when the element goes.
    const isAside = base === 'extension' || base === 'modifierExtension' || (base === 'id' && type === 'string');
    const inherited = isAside && this.#rules.at(this.rule)?.method !== 'redact' ? this.#rules.none : this.rule;
    const starts = [...this.#rules.byType(type), ...this.#rules.byName(base)];
    return new Plan(this.#rules, type, inherited, [...states, ...starts], { owner: this.type, key, element });
  }
}

function requiredOf(type: string): Required[] {
  const groups = new Map<string, { keys: string[]; primitive: boolean; list: boolean }>();
  for (const [key, { base, required, list, type: each }] of elementsOf(type) ?? []) {
    if (!required) continue;
    const group = groups.get(base) ?? { keys: [], primitive: isPrimitive(each), list };
    group.keys.push(key);
    groups.set(base, group);
  }
  return [...groups.values()];
}

/** All rules, ready to be followed through records. */
export class Compiled<Leaf> {
  /** The number of rules: what no rule names. */
  readonly none: number;
  readonly leafOf: (rule: Rule | undefined, place: Place) => Leaf;
  /** Rules that only the library can evaluate, with their numbers. */
  readonly hard: readonly { readonly rule: number; readonly path: string }[];
  readonly #rules: readonly Rule[];
  readonly #easy: readonly Active[];
  readonly #roots = new Map<string, Plan<Leaf>>();

  constructor(rules: readonly Rule[], leafOf: (rule: Rule | undefined, place: Place) => Leaf) {
    const parsed = rules.map(({ path }, rule) => ({ rule, text: path, path: parsePath(path) }));
    this.none = rules.length;
    this.leafOf = leafOf;
    this.#rules = rules;
    this.#easy = parsed.flatMap(({ rule, path }) => (path ? [{ rule, path, step: 0 }] : []));
    this.hard = parsed.flatMap(({ rule, path, text }) => (path ? [] : [{ rule, path: text }]));
  }

  at(rule: number): Rule | undefined {
    return this.#rules[rule];
  }

  /** The plan of a resource type of R4. */
  root(type: string): Plan<Leaf> {
    const found = this.#roots.get(type);
    if (found) return found;
    const states = this.#easy.filter(({ path: { start } }) => {
      if (start.kind !== 'root') return false;
      return (
        start.type === type || start.type === 'Resource' || (start.type === 'DomainResource' && isDomainResource(type))
      );
    });
    const made = new Plan(this, type, this.none, states);
    this.#roots.set(type, made);
    return made;
  }

  byType(type: string): Active[] {
    return this.#easy.filter(({ path: { start } }) => start.kind === 'type' && start.type === type);
  }

  byName(name: string): Active[] {
    return this.#easy.filter(({ path: { start } }) => start.kind === 'name' && start.name === name);
  }
}
