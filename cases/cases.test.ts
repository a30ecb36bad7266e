import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersWith } from './lib/files.ts';
import { type ReviewRecord, reviewRecord } from './reviewer.ts';
import { datesOf, goldSchema, lastDayOf, scoreCase, shareOf } from './score.ts';

const root = import.meta.dirname;
const review: ReviewRecord | undefined = reviewRecord;
const EVIDENCE_SHARE = 0.6;

if (review === undefined) console.log('cases: left out, no reviewer is set in cases/reviewer.ts');

describe.skipIf(review === undefined).each(foldersWith(root, 'gold.json'))('%s', (slug) => {
  const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, slug, file), 'utf8'));
  const record = readJson('record.json');
  const gold = goldSchema.parse(readJson('gold.json'));
  const last = lastDayOf(record);
  const checks = review ? datesOf(gold, last).flatMap((asOf) => scoreCase(review(record, asOf), gold, asOf, last)) : [];
  const failed = (kind: string) => checks.filter((c) => c.kind === kind && !c.ok).map((c) => `${c.asOf} ${c.what}`);

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
