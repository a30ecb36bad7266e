import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCsv } from '../text/csv.ts';
import { filesInTar } from '../text/tar.ts';

export const MTS_FILE = 'mts-dialog.tar.gz';
export const MEDEC_FILE = 'medec-ms-validation.csv.gz';

/** Section texts and dialogues of MTS-Dialog, and the texts of MEDEC-MS validation: 3,976 texts. */
export function corpusTexts(data: string): string[] {
  const mts = filesInTar(gunzipSync(readFileSync(join(data, MTS_FILE))))
    .filter(({ name }) => /Main-Dataset\/.*\.csv$/.test(name))
    .flatMap(({ bytes }) => readCsv(bytes.toString('utf8')))
    .flatMap((row) => [row.section_text ?? '', row.dialogue ?? '']);
  const medec = readCsv(gunzipSync(readFileSync(join(data, MEDEC_FILE))).toString('utf8')).map((row) => row.Text ?? '');
  return [...mts, ...medec].filter((text) => text.trim() !== '');
}
