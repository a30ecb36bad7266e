import { z } from 'zod';
import { PROOF_FILES } from '../chart/index.ts';

/** The file that a run leaves beside what it wrote; `corpus build` refuses a source without one. */
export const MANIFEST_FILE = PROOF_FILES.manifest;
/** What the run did, beside it. */
export const REPORT_FILE = PROOF_FILES.report;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

/**
 * What a run read, with what, and what it wrote: proof that a folder is its output, unchanged. Holds no name, no path outside
 * the output, and no key.
 */
const manifestSchema = z.strictObject({
  format: z.literal('prodrome-deid'),
  version: z.literal(1),
  /** Version of Prodrome, and SHA-256 of the files that decide what is de-identified and how. */
  software: z.strictObject({ version: z.string(), code: hex }),
  rules: z.strictObject({ name: z.string(), sha256: hex }),
  /** Names the key, and says nothing of it. */
  key: z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{16}$/) }),
  options: z.strictObject({
    asOf: z.string(),
    style: z.enum(['tags', 'surrogates']),
    shiftDays: z.strictObject({ least: z.int().positive(), most: z.int().positive() }),
    k: z.int().positive().optional(),
    quasi: z.array(z.string()).optional(),
  }),
  /**
   * `input` is HMAC-SHA-256 under the key of the bytes read: a plain hash of a short record could be guessed at.
   * `output` is SHA-256 of the file as written; `name` its path in the folder, always with `/`.
   */
  files: z.array(
    z.strictObject({ name: z.string(), input: hex, output: hex, bytes: count, resources: count, patients: count }),
  ),
  /** Inputs of which nothing was written. */
  setAside: z.array(z.strictObject({ input: z.string(), reason: z.string() })),
  /** SHA-256 of the report of the run. */
  report: hex,
});

export const manifestText = (manifest: DeidManifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

export type DeidManifest = z.infer<typeof manifestSchema>;

/** The manifest in a text, or what is wrong with it. */
export function parseManifest(text: string): DeidManifest | { readonly wrong: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { wrong: 'it is not JSON' };
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return { wrong: `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'not valid'}` };
}
