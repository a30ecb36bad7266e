import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldersWith } from './lib/files.ts';
import { reviewRecord } from './reviewer.ts';
import { type Check, datesOf, goldSchema, lastDayOf, scoreCase, shareOf } from './score.ts';

const root = import.meta.dirname;
const EVIDENCE_SHARE = 0.6;

describe.each(foldersWith(root, 'gold.json'))('%s', (slug) => {
  let checks: Check[] = [];
  const failed = (kind: string) => checks.filter((c) => c.kind === kind && !c.ok).map((c) => `${c.asOf} ${c.what}`);

  beforeAll(() => {
    const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, slug, file), 'utf8'));
    const record = readJson('record.json');
    const gold = goldSchema.parse(readJson('gold.json'));
    const last = lastDayOf(record);
    checks = datesOf(gold, last).flatMap((asOf) => scoreCase(reviewRecord(record, asOf), gold, asOf, last));
  });

  it.each([
    ['raised', 'raises the hidden disease in time'],
    ['not-too-early', 'does not raise it before there is reason'],
    ['trend', 'shows the trends'],
    ['follow-up', 'finds the follow-up that never came'],
    ['next-step', 'proposes what would settle it'],
    ['must-not', 'does not say what the record refutes'],
    ['documented', 'names the known disease'],
    ['healthy', 'leaves a healthy person in peace'],
  ])('%s: %s', (kind) => {
    expect(failed(kind)).toEqual([]);
  });

  it('cites most of the evidence', () => {
    expect(shareOf(checks, 'evidence') ?? 1, failed('evidence').join('; ')).toBeGreaterThanOrEqual(EVIDENCE_SHARE);
  });
});
