import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { serialise } from './fhir.ts';
import { buildGold, goldStorySchema } from './gold.ts';
import { layOut } from './json.ts';
import { buildRecord } from './record.ts';
import { storySchema } from './story.ts';

/** Names of the subfolders of a folder that hold a given file, sorted. */
export function foldersWith(root: string, file: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, file)))
    .map((entry) => entry.name)
    .sort();
}

function read<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${path} is not a story:\n${issues.join('\n')}`);
}

/** The text of record.json and gold.json of one case folder that holds story.yaml and gold.yaml. */
export function builtFiles(root: string, slug: string): { record: string; gold: string; mayAppear: readonly string[] } {
  const { bundle, labels } = buildRecord(slug, read(join(root, slug, 'story.yaml'), storySchema));
  const goldStory = read(join(root, slug, 'gold.yaml'), goldStorySchema);
  const gold = `${layOut(buildGold(goldStory, labels))}\n`;
  return { record: serialise(bundle), gold, mayAppear: goldStory.mayAppear };
}
