import { ProdromeError } from '../errors.ts';
import { type RecordContext, type Tally, tick } from './context.ts';
import { isPrimitive, RESOURCES } from './fhir/elements.ts';
import { isObject, type Json } from './json.ts';
import { topCoded } from './methods/ages.ts';
import type { Leaf } from './methods/leaf.ts';
import { libraryRules } from './rules/library.ts';
import type { Compiled, Plan, Required } from './rules/plan.ts';

type Draft = Record<string, unknown>;

/** What stands where a required value was taken away (http://hl7.org/fhir/StructureDefinition/data-absent-reason). */
const MASKED = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
};

/** Elements nest no deeper in FHIR as it is used; a questionnaire of 20 levels nests 40. */
const DEEPEST = 100;

/**
 * A resource with its rules applied, contained resources too; undefined when the rules leave it out whole.
 * What R4 does not have is redacted and counted; a required element that is redacted is marked as masked, so that the resource
 * stays valid. The input is not changed.
 * @throws ProdromeError `record-too-deep`
 */
export function deidentified(resource: Json, rules: Compiled<Leaf>, context: RecordContext): Json | undefined {
  return new Walk(rules, context).resource(resource, 0);
}

class Walk {
  readonly #rules: Compiled<Leaf>;
  #context: RecordContext;
  readonly #tally: Tally;
  /** What the last call of `#object` made says more than that something was masked. */
  #isReal = false;
  /** Rules that the library found, by object and key (or '' for the object itself). */
  #hard: ReturnType<typeof libraryRules> | undefined;

  constructor(rules: Compiled<Leaf>, context: RecordContext) {
    this.#rules = rules;
    this.#context = context;
    this.#tally = context.tally;
  }

  resource(resource: Json, depth: number): Json | undefined {
    const type = typeof resource.resourceType === 'string' ? resource.resourceType : '';
    if (!RESOURCES.has(type)) {
      tick(this.#tally.notUnderstood, 'resource type');
      tick(this.#tally.leftOut, 'not R4');
      return undefined;
    }
    const { isLeftOut, blanked } = this.#context.patient;
    if (isLeftOut && type !== 'Bundle') {
      tick(this.#tally.leftOut, 'of people too few of whom are alike');
      return undefined;
    }
    const outer = this.#hard;
    this.#hard = this.#rules.hard.length > 0 ? libraryRules(resource, type, this.#rules.hard) : undefined;
    const plan = this.#planOf(this.#rules.root(type), resource, resource, '');
    if (plan.rule < this.#rules.none && this.#rules.at(plan.rule)?.method === 'redact') {
      this.#count(this.#tally.removed, plan.rule);
      tick(this.#tally.leftOut, type);
      this.#hard = outer;
      return undefined;
    }
    const made = this.#object(plan, resource, depth, { resourceType: type });
    this.#hard = outer;
    tick(this.#tally.resources, type);
    const whole = made ?? { resourceType: type };
    return type === 'Patient' && blanked ? blanked.reduce((left, quasi) => quasi.without(left), whole) : whole;
  }

  /** The object with the rules applied; undefined when it cannot be valid any more. Sets `#isReal`. */
  #object(plan: Plan<Leaf>, value: Json, depth: number, draft: Draft = {}): Json | undefined {
    if (depth > DEEPEST) throw new ProdromeError('record-too-deep', { limit: DEEPEST });
    let real = false;
    const keys = Object.keys(value);
    // Hardly any object has a value that something hangs on.
    let hangs = false;
    for (const key of keys) if (key.charCodeAt(0) === 95) hangs = true;
    for (const key of keys) {
      if (hangs && key.charCodeAt(0) === 95) {
        const name = key.slice(1);
        if (!Object.hasOwn(value, name) && this.#besideOnly(plan, value, key, name, depth, draft)) real = true;
        continue;
      }
      if (key === 'resourceType' && draft.resourceType !== undefined) continue;
      const child = plan.child(key);
      if (!child) {
        tick(this.#tally.notUnderstood, `element of ${plan.type.replace(/^#/, '')}`);
        continue;
      }
      if (child.leaf) {
        if (this.#primitive(child, child.leaf, value, key, depth, draft, hangs)) real = true;
        continue;
      }
      const inner = value[key];
      if (Array.isArray(inner)) {
        const list: unknown[] = [];
        let some = false;
        for (const each of inner) {
          const made = this.#complex(child, each, value, key, depth);
          if (made === undefined || !(this.#isReal || child.place?.element.required)) continue;
          some ||= this.#isReal;
          list.push(this.#isReal ? made : orMasked(made));
        }
        if (list.length > 0) draft[key] = list;
        real ||= some;
      } else {
        const made = this.#complex(child, inner, value, key, depth);
        if (made !== undefined && (this.#isReal || child.place?.element.required)) {
          draft[key] = this.#isReal ? made : orMasked(made);
          real ||= this.#isReal;
        }
      }
    }
    for (const required of plan.required)
      if (!this.#fill(plan, required, value, draft)) {
        this.#isReal = false;
        return undefined;
      }
    this.#isReal = real;
    return draft;
  }

  #complex(child: Plan<Leaf>, value: unknown, parent: Json, key: string, depth: number): Json | undefined {
    this.#isReal = false;
    if (!isObject(value)) {
      tick(this.#tally.notUnderstood, `value of ${child.type.replace(/^#/, '')}`);
      return undefined;
    }
    if (child.type === 'Resource') return this.#nested(child, value, depth);
    const plan = this.#planOf(child, value, parent, key);
    if (plan.type === 'Extension' && key === 'modifierExtension') tick(this.#tally.notUnderstood, 'modifierExtension');
    const made = this.#object(plan, value, depth + 1);
    if (made === undefined) return undefined;
    // An entry whose resource is left out goes with it.
    if (plan.type === '#Bundle.entry' && isObject(value.resource) && made.resource === undefined) return undefined;
    const rule = this.#rules.at(plan.rule);
    if (rule?.method === 'generalize' && rule.as === 'age90') {
      const isReal = this.#isReal;
      const coded = topCoded(made);
      this.#isReal = isReal;
      if (coded !== made) this.#count(this.#tally.changed, plan.rule);
      return coded;
    }
    return made;
  }

  /** A contained resource, or one of an entry: it is under its own rules, unless a rule takes it away from here. */
  #nested(child: Plan<Leaf>, value: Json, depth: number): Json | undefined {
    if (child.rule < this.#rules.none && this.#rules.at(child.rule)?.method === 'redact') {
      this.#count(this.#tally.removed, child.rule);
      return undefined;
    }
    const outer = this.#context;
    // What is contained belongs to whoever the container belongs to; an entry may be another patient's.
    if (child.place?.key !== 'contained') this.#context = outer.contextFor(value);
    const made = this.resource(value, depth + 1);
    this.#context = outer;
    this.#isReal = made !== undefined;
    return made;
  }

  /** A primitive or a list of them, with what hangs on it; true when something of it is left. */
  #primitive(
    child: Plan<Leaf>,
    leaf: Leaf,
    value: Json,
    key: string,
    depth: number,
    draft: Draft,
    hangs: boolean,
  ): boolean {
    const inner = value[key];
    if (!hangs && !Array.isArray(inner)) {
      const made = this.#treated(child, leaf, inner, value, key);
      if (made === undefined) return false;
      draft[key] = made;
      return true;
    }
    const besideKey = `_${key}`;
    const beside = Object.hasOwn(value, besideKey) ? value[besideKey] : undefined;
    if (!Array.isArray(inner)) {
      const made = this.#treated(child, leaf, inner, value, key);
      if (made !== undefined) draft[key] = made;
      const extra = beside === undefined ? undefined : this.#beside(child, beside, depth);
      if (extra !== undefined) draft[besideKey] = extra;
      return made !== undefined || extra !== undefined;
    }
    const extras = Array.isArray(beside) ? beside : [];
    const [values, hung]: [unknown[], unknown[]] = [[], []];
    for (const [index, each] of inner.entries()) {
      const made = this.#treated(child, leaf, each, value, key, index);
      const extra = isObject(extras[index]) ? this.#beside(child, extras[index], depth) : undefined;
      if (made === undefined && extra === undefined) continue;
      values.push(made ?? null);
      hung.push(extra ?? null);
    }
    if (values.some((each) => each !== null)) draft[key] = values;
    if (hung.some((each) => each !== null)) draft[besideKey] = hung;
    return values.length > 0;
  }

  #treated(child: Plan<Leaf>, leaf: Leaf, value: unknown, parent: Json, key: string, index?: number): unknown {
    if (value === null || typeof value === 'object') {
      if (value !== null) tick(this.#tally.notUnderstood, `value of ${child.type}`);
      return undefined;
    }
    const plan =
      this.#hard === undefined
        ? child.for(value)
        : this.#planOf(child, value, parent, index === undefined ? key : `${key}[${index}]`);
    const made = (plan === child ? leaf : (plan.leaf ?? leaf))(value, this.#context, parent);
    if (made === undefined) this.#count(this.#tally.removed, plan.rule);
    else if (made === value) this.#count(this.#tally.kept, plan.rule);
    else this.#count(this.#tally.changed, plan.rule);
    return made;
  }

  /** Extensions of a primitive that has no value itself. */
  #besideOnly(plan: Plan<Leaf>, value: Json, key: string, name: string, depth: number, draft: Draft): boolean {
    const child = plan.child(name);
    if (!child?.leaf) {
      tick(this.#tally.notUnderstood, `element of ${plan.type.replace(/^#/, '')}`);
      return false;
    }
    const inner = value[key];
    if (!Array.isArray(inner)) {
      const made = this.#beside(child, inner, depth);
      if (made !== undefined) draft[key] = made;
      return made !== undefined;
    }
    const made = inner.map((each) => this.#beside(child, each, depth)).filter((each) => each !== undefined);
    if (made.length > 0) draft[key] = made;
    return made.length > 0;
  }

  #beside(child: Plan<Leaf>, value: unknown, depth: number): Json | undefined {
    if (!isObject(value)) return undefined;
    const made = this.#object(child.beside(), value, depth + 1);
    return made !== undefined && this.#isReal ? made : undefined;
  }

  /** Marks a required element that was there and is not any more; false when it cannot be marked. */
  #fill({ type }: Plan<Leaf>, { keys, primitive, list }: Required, value: Json, draft: Draft): boolean {
    let was: string | undefined;
    for (const key of keys) {
      if (draft[key] !== undefined || (primitive && draft[`_${key}`] !== undefined)) return true;
      if (Object.hasOwn(value, key) || (primitive && Object.hasOwn(value, `_${key}`))) was ??= key;
    }
    if (was === undefined) return true;
    // A URL of an extension and a narrative's text cannot be masked: what they stand in goes.
    if ((type === 'Extension' && was === 'url') || (type === 'Narrative' && was === 'div')) return false;
    const isSimple = primitive || isPrimitive(keyType(was));
    draft[isSimple ? `_${was}` : was] = list ? [MASKED] : MASKED;
    return true;
  }

  #planOf(plan: Plan<Leaf>, value: unknown, parent: Json, key: string): Plan<Leaf> {
    const own = plan.for(value);
    if (this.#hard === undefined) return own;
    const rule = this.#hard.get(parent)?.get(key) ?? (isObject(value) ? this.#hard.get(value)?.get('') : undefined);
    return rule === undefined ? own : own.ruledBy(rule);
  }

  #count(counts: number[], rule: number): void {
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
}

/** FHIR has no empty objects. */
function orMasked(made: Json): Json {
  for (const key in made) if (Object.hasOwn(made, key)) return made;
  return MASKED;
}

/** The type that the name of a choice ends with: `valueString` may be masked as a primitive, `valueQuantity` may not. */
function keyType(key: string): string {
  const match = /^[a-z]+?([A-Z].*)$/.exec(key)?.[1] ?? '';
  return `${match.charAt(0).toLowerCase()}${match.slice(1)}`;
}
