import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCohort } from './cohort.ts';
import { labelsOf, readLabels, TASKS } from './tasks.ts';

const DEV = join(process.env.PRODROME_DATA ?? '', 'nafld/dev');

describe.skipIf(!process.env.PRODROME_DATA || !existsSync(DEV))('labels of the NAFLD tasks', () => {
  it('equal the label files, person by person', { timeout: 60_000 }, () => {
    const persons = readCohort((name) => join(DEV, `${name}_dev.csv`));
    for (const task of TASKS) expect(labelsOf(persons, task), task.file).toEqual(readLabels(DEV, task.file));
  });
});
