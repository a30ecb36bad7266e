import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFiles, foldersWith } from './lib/files.ts';

/** `node cases/build.ts [SLUG …]` writes record.json and gold.json of the named cases, or of all. */
const root = import.meta.dirname;
const wanted = process.argv.slice(2);
const slugs = wanted.length > 0 ? wanted : foldersWith(root, 'story.yaml');
for (const slug of slugs) {
  const { record, gold } = builtFiles(root, slug);
  writeFileSync(join(root, slug, 'record.json'), record);
  writeFileSync(join(root, slug, 'gold.json'), gold);
  console.log(`${slug}: ${record.split('\n').length - 3} resources`);
}
