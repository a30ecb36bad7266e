import { elementsOf, isPrimitive, RESOURCES } from '../fhir/elements.ts';
import { evaluator } from './library.ts';
import { parsePath } from './path.ts';

const BASES = new Set(['Resource', 'DomainResource', 'Element', 'BackboneElement', 'Extension']);

/** What is wrong with an expression, or undefined: a rule that can never name anything protects nobody. */
export function faultOfPath(text: string): string | undefined {
  const path = parsePath(text);
  if (!path) {
    try {
      evaluator(text);
      return undefined;
    } catch {
      return 'it is not FHIRPath';
    }
  }
  const { start, steps } = path;
  if (start.kind === 'name') return undefined;
  const isKnown = start.kind === 'root' ? RESOURCES.has(start.type) : isPrimitive(start.type) || elementsOf(start.type);
  if (!isKnown && !BASES.has(start.type)) return `R4 has no type ${start.type}`;
  let types: readonly string[] = start.type.endsWith('Resource') ? ['Patient'] : [start.type];
  for (const step of steps) {
    if (step.kind === 'ofType') types = [step.type];
    if (step.kind !== 'child') continue;
    const next = types.flatMap((type) =>
      [...(elementsOf(type)?.values() ?? [])].filter(({ base }) => base === step.name),
    );
    if (next.length === 0) return `${types.join(', ').replaceAll('#', '')} has no element ${step.name}`;
    types = next.map(({ type }) => type);
  }
  return undefined;
}
