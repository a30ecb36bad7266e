import type { Evidence, Finding } from '../findings/index.ts';

/** What is told within the words of another finding, and so is no fact of its own: by finding, those whose words hold all of its. */
export type SameWords = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * One sentence tells one fact, however many names the shelf has for it: "dome-shaped umbilicated papules" is the hallmark, the form and
 * the site at once. A finding that is told by words alone, all of them within the words that tell another, is held by that other.
 * Results are not told by their words (see `analytesOf`). Near linear in the evidence.
 */
export function sameWordsOf(findings: readonly Finding[]): SameWords {
  const told = findings.filter(({ presence, evidence }) => presence !== 'absent' && isTold(evidence));
  const byText = Map.groupBy(
    told.flatMap((finding) => finding.evidence.map((evidence) => ({ finding, evidence }))),
    ({ evidence: { source } }) => `${source.resourceType}/${source.id}#${source.path ?? ''}`,
  );
  const holders = new Map<string, Map<string, number>>();
  for (const pieces of byText.values()) {
    for (const { finding, evidence } of pieces) {
      const here = new Set(
        pieces
          .filter((other) => other.finding !== finding && holds(other.evidence, evidence))
          .map((other) => other.finding.concept),
      );
      const counts = holders.get(finding.concept) ?? new Map<string, number>();
      for (const concept of here) counts.set(concept, (counts.get(concept) ?? 0) + 1);
      holders.set(finding.concept, counts);
    }
  }
  return new Map(
    told.flatMap(({ concept, evidence }): [string, ReadonlySet<string>][] => {
      const all = [...(holders.get(concept) ?? [])].filter(([, count]) => count === evidence.length);
      return all.length === 0 ? [] : [[concept, new Set(all.map(([holder]) => holder))]];
    }),
  );
}

const isTold = (evidence: readonly Evidence[]): boolean =>
  evidence.length > 0 && evidence.every(({ source }) => source.span !== undefined);

/** Whether the words of one piece of evidence hold those of another. */
function holds({ source: { span: outer } }: Evidence, { source: { span: inner } }: Evidence): boolean {
  return outer !== undefined && inner !== undefined && outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** For the findings of a condition in their order a label that those share which the same words tell; undefined for most. */
export function labelsOfWords(
  ties: readonly { readonly finding: { readonly concept: string }; readonly analytes: readonly string[] }[],
  same: SameWords,
): (string | undefined)[] {
  const labels: (string | undefined)[] = ties.map(() => undefined);
  const places = new Map(ties.map(({ finding, analytes }, at) => [analytes.length > 0 ? '' : finding.concept, at]));
  ties.forEach(({ finding: { concept }, analytes }, at) => {
    if (analytes.length > 0) return;
    for (const holder of same.get(concept) ?? []) {
      const place = places.get(holder);
      if (place === undefined) continue;
      const label = labels[at] ?? concept;
      const other = labels[place] ?? label;
      labels[at] = label;
      labels[place] = other;
      if (other !== label) for (const [index, each] of labels.entries()) if (each === other) labels[index] = label;
    }
  });
  return labels;
}
