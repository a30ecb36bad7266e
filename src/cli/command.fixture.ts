import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';

/** For each test a folder of its own, gone afterwards, and what the commands say in place of the console's lines. */
export function commandTest(): { readonly at: (...names: string[]) => string; readonly said: string[] } {
  const said: string[] = [];
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prodrome-cli-'));
    said.length = 0;
    for (const method of ['log', 'error'] as const)
      vi.spyOn(console, method).mockImplementation((text) => said.push(String(text)));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  return { said, at: (...names) => join(folder, ...names) };
}
