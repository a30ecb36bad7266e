import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `node cases/show.ts SLUG` prints a built record as its author wants to check it: each test over time, then each text. */
interface Shown {
  readonly resourceType: string;
  readonly [key: string]: unknown;
}

const slug = process.argv[2] ?? '';
const bundle: { entry: { resource: Shown }[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, slug, 'record.json'), 'utf8'),
);

const at = (path: string, value: unknown): unknown =>
  path.split('.').reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], value);
const first = (value: unknown, ...paths: string[]) => paths.map((path) => at(path, value)).find((v) => v !== undefined);

const series = new Map<string, string[]>();
for (const { resource } of bundle.entry) {
  if (resource.resourceType !== 'Observation') continue;
  const name = `${first(resource, 'code.text')} [${first(resource, 'valueQuantity.unit') ?? ''}]`;
  const flag = first(resource, 'interpretation.0.coding.0.code');
  const comparator = first(resource, 'valueQuantity.comparator') ?? '';
  const pressure = [0, 1].map((i) => at(`component.${i}.valueQuantity.value`, resource)).join('/');
  const value = first(resource, 'valueQuantity.value', 'valueCodeableConcept.text', 'valueString') ?? pressure;
  const day = String(resource.effectiveDateTime).slice(0, 10);
  series.set(name, [
    ...(series.get(name) ?? []),
    `${day} ${comparator}${value}${flag === 'H' || flag === 'L' || flag === 'A' ? flag : ''}`,
  ]);
}
for (const [name, values] of series) console.log(`${name}\n   ${values.join('  ')}`);

for (const { resource } of bundle.entry) {
  const type = resource.resourceType;
  if (type === 'Observation' || type === 'Immunization' || type === 'Encounter') continue;
  const day = String(
    first(resource, 'date', 'effectiveDateTime', 'onsetDateTime', 'authoredOn', 'performedDateTime', 'recordedDate') ??
      '',
  ).slice(0, 10);
  const name =
    first(resource, 'code.text', 'medicationCodeableConcept.text', 'type.text', 'condition.0.code.text') ?? '';
  const text = first(resource, 'content.0.attachment.data', 'presentedForm.0.data');
  console.log(`\n${day} ${type} ${name}`);
  if (typeof text === 'string') console.log(Buffer.from(text, 'base64').toString('utf8'));
}
