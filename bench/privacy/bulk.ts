/**
 * Records as a bulk export lays them out: a file a type, each resource by itself, so that a patient's names stand in one file and
 * the notes that use them in others. What is left of the patient in the notes, and whether dates keep their distance from file to file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deidentifyFiles, keysOf, loadRules } from '../../src/privacy/index.ts';
import type { Figure } from '../figures.ts';
import { type Residual, residualOf } from './residual.ts';

type Json = Readonly<Record<string, unknown>>;

/** So many lives: all 300 take minutes. */
const LIVES = 100;

export async function bulkFigures(lines: readonly string[], report: (line: string) => void): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prodrome-bench-'));
  try {
    const files = written(lines.slice(0, LIVES), join(folder, 'in'));
    const options = {
      keys: keysOf(createHash('sha512').update('bench').digest()),
      rules: loadRules(),
      text: { style: 'surrogates', holidays: true, occupations: false },
      asOf: '2026-12-31',
      version: 'bench',
      quasi: [],
      sample: 0,
    } as const;
    const before = process.cpuUsage();
    const { resources, setAside } = await deidentifyFiles(join(folder, 'in'), join(folder, 'out'), options);
    const { user, system } = process.cpuUsage(before);
    const lives = regrouped(files, join(folder, 'out'));
    return [
      ...figuresOf([...lives.values()], report),
      { name: 'bulk: files set aside', value: setAside.length },
      {
        name: 'bulk: speed, both readings, a second of processor time',
        value: resources / ((user + system) / 1e6),
        unit: 'resources/s',
        n: resources,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of one patient, all that went in and all that came out, as bundles. */
interface Life {
  readonly input: { resource: Json }[];
  readonly output: { resource: Json }[];
}

interface Written {
  readonly name: string;
  /** The number of the life of each line. */
  readonly lives: readonly number[];
  readonly lines: readonly string[];
}

/** Writes lives as a bulk export: absolute, relative and logical references by turns, notes in place and in Binary. */
function written(lives: readonly string[], folder: string): Written[] {
  const files = new Map<string, { lives: number[]; lines: string[] }>();
  const put = (life: number, resource: Json): void => {
    const type = String(resource.resourceType);
    const file = files.get(type) ?? { lives: [], lines: [] };
    files.set(type, file);
    file.lives.push(life);
    file.lines.push(JSON.stringify(resource));
  };
  for (const [life, line] of lives.entries()) {
    const bundle = JSON.parse(line) as { entry: { fullUrl: string; resource: Json }[] };
    const types = new Map(bundle.entry.map(({ fullUrl, resource }) => [fullUrl, String(resource.resourceType)]));
    const base = life % 2 === 0 ? '' : 'https://fhir.example.org/r4/';
    const text = JSON.stringify(bundle.entry.map(({ resource }) => resource)).replace(
      /"reference":"(urn:uuid:([0-9a-f-]+))"/g,
      (whole, url: string, id: string) => (types.has(url) ? `"reference":"${base}${types.get(url)}/${id}"` : whole),
    );
    const resources = JSON.parse(text) as Json[];
    for (const each of [...resources, ...notesOf(resources, life)]) put(life, each);
  }
  mkdirSync(folder);
  return [...files].map(([type, file]) => {
    const name = `${type}.ndjson`;
    writeFileSync(join(folder, name), `${file.lines.join('\n')}\n`);
    return { name, ...file };
  });
}

/** Notes that name the patient in ways that only the record gives away. */
function notesOf(resources: readonly Json[], life: number): Json[] {
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient') as {
    id: string;
    birthDate: string;
    name: { family: string; given: string[] }[];
    address: { line: string[]; city: string; postalCode?: string }[];
    telecom: { value: string }[];
    identifier: { system: string; value: string }[];
  };
  const [{ family = '', given: [given = ''] = [] } = {}] = patient.name;
  const [{ line: [line = ''] = [], city = '', postalCode = '' } = {}] = patient.address;
  const phone = patient.telecom[0]?.value ?? '';
  const record = patient.identifier[1] ?? { system: '', value: '' };
  const misspelt = family.length > 5 ? `${family.slice(0, 3)}${family.slice(4)}` : family;
  const texts = [
    `follow up, ${given.toLowerCase()} says the cough is better. ${family.toUpperCase()} was told to come back; lives ${line} in ${city} ${postalCode}.`,
    `Called ${phone}. chart ${record.value}. ${given.charAt(0)}. ${misspelt} denies chest pain. ${family}'s knee is no worse. Born ${patient.birthDate}.`,
  ];
  const subjects = [
    { reference: `Patient/${patient.id}` },
    { type: 'Patient', identifier: { system: record.system, value: record.value } },
  ];
  return texts.flatMap((text, index): Json[] => {
    const data = Buffer.from(text).toString('base64');
    const id = `note-${life}-${index}`;
    const attachment = { contentType: 'text/plain', ...(index === 0 ? { data } : { url: `Binary/${id}` }) };
    const note = {
      resourceType: 'DocumentReference',
      id,
      status: 'current',
      subject: subjects[index],
      date: `2019-0${1 + index}-03T10:00:00Z`,
      content: [{ attachment }],
    };
    return index === 0 ? [note] : [note, { resourceType: 'Binary', id, contentType: 'text/plain', data }];
  });
}

/** Lines keep their places, so that each can be set beside what was made of it. */
function regrouped(files: readonly Written[], folder: string): Map<number, Life> {
  const lives = new Map<number, Life>();
  for (const { name, lives: numbers, lines } of files) {
    const made = readFileSync(join(folder, name), 'utf8').trim().split('\n');
    if (made.length !== lines.length) throw new Error(`${name}: ${lines.length} lines in, ${made.length} out`);
    for (const [index, number] of numbers.entries()) {
      const life = lives.get(number) ?? { input: [], output: [] };
      lives.set(number, life);
      life.input.push({ resource: JSON.parse(lines[index] ?? '') as Json });
      life.output.push({ resource: unpacked(JSON.parse(made[index] ?? '') as Json) });
    }
  }
  return lives;
}

/** With the texts of notes as words, so that the search sees them. */
function unpacked(value: Json): Json {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === 'data' && typeof inner === 'string' ? Buffer.from(inner, 'base64').toString() : inner,
  ) as Json;
}

function figuresOf(lives: readonly Life[], report: (line: string) => void): Figure[] {
  const residual: Residual = { values: 0, exact: 0, fuzzy: 0, chance: 0 };
  let [dates, moved] = [0, 0];
  for (const [index, { input, output }] of lives.entries()) {
    const other = lives[(index + 1) % lives.length]?.input ?? [];
    residualOf({ entry: input }, { entry: output }, { entry: other }, residual, (what) =>
      report(`life ${index}: ${what}`),
    );
    const counts = new Map<number, number>();
    for (const [place, { resource }] of input.entries())
      for (const key of ['date', 'effectiveDateTime', 'recordedDate', 'authoredOn', 'occurrenceDateTime']) {
        const [from, to] = [resource[key], output[place]?.resource[key]];
        if (typeof from !== 'string' || !/^\d{4}-\d\d-\d\d/.test(from)) continue;
        dates++;
        const shift = Date.parse(String(to)) - Date.parse(from);
        counts.set(shift, (counts.get(shift) ?? 0) + 1);
      }
    moved += [...counts.values()].reduce((sum, count) => sum + count, 0) - Math.max(0, ...counts.values());
  }
  return [
    {
      name: 'bulk: values of the Patient looked for, notes in DocumentReference and Binary',
      value: residual.values,
      n: lives.length,
    },
    { name: 'bulk: found in the output as written', value: residual.exact },
    { name: 'bulk: names with a word of the output one edit away', value: residual.fuzzy },
    { name: 'bulk: the same of the next patient’s names, which is chance', value: residual.chance },
    { name: 'bulk: dates compared with the others of their patient, over all files', value: dates },
    { name: 'bulk: dates that moved by another number of days', value: moved },
  ];
}
