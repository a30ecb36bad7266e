import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compileLexicon, readNote } from '../../src/text/index.ts';
import type { Figure } from '../figures.ts';
import { readCsv } from './csv.ts';
import { filesInTar } from './tar.ts';

export const MTS_FILE = 'mts-dialog.tar.gz';

/** The set's own class of section, the headings that notes give it in long and in short, and the names under which we should read it. */
const SECTIONS: Readonly<Record<string, readonly [long: string, short: string, names: string]>> = {
  CC: ['Chief complaint', 'CC', 'chief-complaint'],
  GENHX: ['History of present illness', 'HPI', 'history'],
  PASTMEDICALHX: ['Past medical history', 'PMH', 'past-medical-history'],
  PASTSURGICAL: ['Past surgical history', 'PSH', 'past-surgical-history'],
  MEDICATIONS: ['Medications', 'Meds', 'medications'],
  ALLERGY: ['Allergies', 'All', 'allergies'],
  'FAM/SOCHX': ['Social history', 'SH', 'social-history'],
  ROS: ['Review of systems', 'ROS', 'review-of-systems'],
  GYNHX: ['Gynecologic history', 'Gyn history', 'gynaecological-history'],
  IMMUNIZATIONS: ['Immunizations', 'Immunizations', 'immunisations'],
  EXAM: ['Physical examination', 'PE', 'examination|vitals'],
  LABS: ['Laboratory data', 'Labs', 'results'],
  IMAGING: ['Imaging', 'Imaging', 'imaging'],
  EDCOURSE: ['Emergency department course', 'ED course', 'course'],
  DIAGNOSIS: ['Diagnosis', 'Dx', 'impression'],
  ASSESSMENT: ['Assessment', 'A', 'impression'],
  PLAN: ['Plan', 'P', 'plan'],
  DISPOSITION: ['Disposition', 'Disposition', 'plan'],
};

/** The same headings as other houses write them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'Chief complaint': 'Presenting complaint',
  'History of present illness': 'History of presenting complaint',
  'Past medical history': 'Background',
  'Past surgical history': 'Previous surgery',
  Medications: 'Current medication',
  Allergies: 'Drug allergies',
  'Social history': 'Social hx',
  'Review of systems': 'Systems review',
  'Gynecologic history': 'Gynaecological history',
  Immunizations: 'Vaccinations',
  'Physical examination': 'On examination',
  'Laboratory data': 'Investigations',
  Imaging: 'Radiology',
  'Emergency department course': 'Hospital course',
  Diagnosis: 'Diagnoses',
  Assessment: 'Impression',
  Plan: 'Management plan',
  Disposition: 'Discharge plan',
};

const LAYOUTS: Readonly<
  Record<string, (heading: readonly [string, string], text: string) => readonly [before: string, after: string]>
> = {
  'heading above': ([long]) => [`${long.toUpperCase()}:\n`, '\n\n'],
  'heading on the line': ([long]) => [`${long}: `, '\n'],
  'short headings': ([, short]) => [`${short}: `, '\n'],
  'lower case, dash': ([long]) => [`${long.toLowerCase()} - `, '\n'],
  numbered: ([long]) => [`3. ${long}\n`, '\n\n'],
  'other names': ([long]) => [`${OTHER_NAMES[long] ?? long}: `, '\n'],
  'bold marks': ([long]) => [`**${long}**\n`, '\n\n'],
  'run on': ([, short]) => [`${short}: `, ' '],
};

/** Sections of whole notes, put together of the section texts in the order of a note and in eight layouts: share of characters read under the right name. */
export function mts(data: string, report: (line: string) => void): Figure[] {
  const rows = filesInTar(gunzipSync(readFileSync(join(data, MTS_FILE))))
    .filter(({ name }) => /Main-Dataset\/.*\.csv$/.test(name))
    .flatMap(({ bytes }) => readCsv(bytes.toString('utf8')));
  const order = Object.keys(SECTIONS);
  const byClass = new Map(
    order.map((name) => [name, rows.filter((row) => row.section_header === name).map((row) => row.section_text ?? '')]),
  );
  const notes = Math.max(...[...byClass.values()].map((texts) => texts.length));
  const lexicon = compileLexicon([]);
  const byName = new Map<string, { right: number; total: number }>();
  const figures = Object.entries(LAYOUTS).map(([layout, put]): Figure => {
    let right = 0;
    let total = 0;
    for (let index = 0; index < notes; index++) {
      let text = '';
      const parts: { from: number; to: number; names: string[]; name: string }[] = [];
      for (const name of order) {
        const body = byClass
          .get(name)
          ?.[index]?.trim()
          .replace(/\s*\r?\n\s*/g, layout === 'run on' ? ' ' : '\n');
        const section = SECTIONS[name];
        if (!body || !section) continue;
        const [before, after] = put([section[0], section[1]], body);
        const from = text.length + before.length;
        text += `${before}${body}${after}`;
        parts.push({ from, to: from + body.length, names: section[2].split('|'), name });
      }
      for (const { span, section = '' } of readNote(text, lexicon).sentences) {
        const part = parts.find(({ from, to }) => span[0] >= from && span[0] < to);
        if (!part) continue;
        const size = Math.min(span[1], part.to) - span[0];
        total += size;
        const own = byName.get(part.name) ?? { right: 0, total: 0 };
        byName.set(part.name, own);
        own.total += size;
        if (part.names.includes(section)) {
          right += size;
          own.right += size;
        } else report(`mts ${layout} ${part.name} read as ${section || 'none'}: ${text.slice(...span).slice(0, 120)}`);
      }
    }
    return { name: `MTS-Dialog sections, ${layout}`, value: right / Math.max(1, total), n: notes };
  });
  const classes = [...byName].map(
    ([name, { right, total }]): Figure => ({
      name: `MTS-Dialog ${name}, all layouts`,
      value: right / Math.max(1, total),
    }),
  );
  return [...figures, ...classes];
}
