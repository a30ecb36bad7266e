import { z } from 'zod';
import type { HpoTerm } from './release.ts';

/** The part of `hp.json` (OBO Graphs) that is read. */
const graphSchema = z.object({
  graphs: z
    .array(
      z.object({
        meta: z.object({ version: z.string().optional() }).optional(),
        nodes: z.array(
          z.object({
            id: z.string(),
            lbl: z.string().optional(),
            meta: z
              .object({
                deprecated: z.boolean().optional(),
                synonyms: z.array(z.object({ pred: z.string(), val: z.string() })).optional(),
                basicPropertyValues: z.array(z.object({ pred: z.string(), val: z.string() })).optional(),
              })
              .optional(),
          }),
        ),
        edges: z.array(z.object({ sub: z.string(), pred: z.string(), obj: z.string() })),
      }),
    )
    .min(1),
});

/**
 * Terms of an `hp.json` file.
 * @throws ZodError when it is not a graph of that form
 */
export function readObograph(json: unknown): { version: string | undefined; terms: HpoTerm[] } {
  const [graph] = graphSchema.parse(json).graphs;
  if (!graph) return { version: undefined, terms: [] };
  const parents = new Map<string, string[]>();
  for (const { sub, pred, obj } of graph.edges) {
    const [child, parent] = [curieOf(sub), curieOf(obj)];
    if (pred === 'is_a' && child && parent) parents.set(child, [...(parents.get(child) ?? []), parent]);
  }
  const terms = graph.nodes.flatMap((node): HpoTerm[] => {
    const id = curieOf(node.id);
    if (!id || (node.lbl === undefined && node.meta?.deprecated !== true)) return [];
    const values = (ending: string) =>
      (node.meta?.basicPropertyValues ?? []).filter(({ pred }) => pred.endsWith(ending)).map(({ val }) => val);
    const replacedBy = values('IAO_0100001').map((value) => curieOf(value) ?? value)[0];
    return [
      {
        id,
        name: node.lbl ?? id,
        synonyms: (node.meta?.synonyms ?? []).filter(({ pred }) => pred === 'hasExactSynonym').map(({ val }) => val),
        parents: parents.get(id) ?? [],
        alternatives: values('hasAlternativeId'),
        obsolete: node.meta?.deprecated === true,
        ...(replacedBy ? { replacedBy } : {}),
      },
    ];
  });
  return { version: /(\d{4}-\d{2}-\d{2})/.exec(graph.meta?.version ?? '')?.[1], terms };
}

/** `HP:0001250` of `http://purl.obolibrary.org/obo/HP_0001250`. */
function curieOf(iri: string): string | undefined {
  const digits = /(?:^|\/)HP[_:](\d{7})$/.exec(iri)?.[1];
  return digits === undefined ? undefined : `HP:${digits}`;
}
