import { object, objects, string } from '../json.ts';
import { joined, nameOf } from './coding.ts';
import { quantityText } from './dosage.ts';
import type { Reading } from './reading.ts';
import type { Resource } from './resource.ts';

/** Why something was done or given: `for …`, from `reasonCode` and from the resources that `reasonReference` names. */
export function reasonsOf(resource: Resource, reading: Reading): string | undefined {
  const coded = objects(resource.json, 'reasonCode').map(nameOf);
  const referred = namesOfReferences(resource, reading, 'reasonReference');
  const reasons = joined([...coded, ...referred], ', ');
  return reasons === undefined ? undefined : `for ${reasons}`;
}

/** What a list of references names: the display, else the code of the resource. */
export function namesOfReferences(resource: Resource, reading: Reading, path: string): (string | undefined)[] {
  return objects(resource.json, path).map((reference) => {
    const said = string(reference, 'display');
    if (said !== undefined) return said;
    const found = reading.index.resolve(reference, resource)?.json;
    const [measured] = objects(found, 'target');
    return (
      nameOf(object(found, 'code')) ??
      nameOf(object(found, 'description')) ??
      string(found, 'description') ??
      (measured ? quantityText(object(measured, 'detailQuantity')) : undefined)
    );
  });
}
