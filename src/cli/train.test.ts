import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse as parseYaml, stringify as yamlOf } from 'yaml';
import * as calibrate from './calibrate.ts';
import { commandTest } from './command.fixture.ts';
import * as corpus from './corpus.ts';
import * as evaluate from './evaluate.ts';
import * as pack from './pack.ts';
import * as train from './train.ts';

const { at, said } = commandTest();

/** Invented lives: two visits a year from 1990 to 2019; every second person falls ill in some year. Day 0 is in 1990. */
function write(count: number): void {
  mkdirSync(at('csv'));
  const [people, events] = [['id,sex,age'], ['id,day,code,value']];
  for (let id = 1; id <= count; id++) {
    people.push(`${id},${id % 2 ? 'F' : 'M'},${20 + (id % 30)}`);
    for (let visit = 0; visit < 60; visit++)
      events.push(`${id},${183 * visit + (id % 9)},LAB//X,${100 + ((id * visit) % 40)}`);
    if (id % 2) events.push(`${id},${5000 + ((id * 701) % 5800)},ILL//Z,1`);
  }
  writeFileSync(at('csv', 'people.csv'), `${people.join('\n')}\n`);
  writeFileSync(at('csv', 'events.csv'), `${events.join('\n')}\n`);
  writeFileSync(at('map.yaml'), MAPPING);
}

const MAPPING = `format: prodrome-mapping
version: 1
name: invented
origin: 1990-01-01
files:
  - path: people.csv
    subject: id
    events:
      - { code: "GENDER//{sex}" }
      - { code: MEDS_BIRTH, time: { days: 0, yearsBefore: age } }
  - path: events.csv
    subject: id
    events: [{ code: "{code}", time: { days: day }, value: value }]
`;

it('a data set is packed, trained on, and the model calibrated and evaluated on people of their own', async () => {
  write(400);
  await corpus.run(['import', at('csv'), at('set'), '--mapping', at('map.yaml'), '--splits', '0.4,0.3,0.3']);
  writeFileSync(at('outcomes.yaml'), yamlOf([{ name: 'illness', codes: ['ILL//Z'] }]));
  const packing = ['--outcomes', at('outcomes.yaml'), '--length', '64', '--persons', '5'];
  expect(await pack.run([at('set'), at('packed'), ...packing])).toBe(0);
  const [, stopping, left] = /tuning: (\d+) people.*; (\d+) left to calibrate/.exec(said.join('\n')) ?? [];
  expect(Number(left)).toBeGreaterThan(Number(stopping));
  const run = parseYaml(readFileSync(at('packed', 'run.yaml'), 'utf8'));
  const network = { ...run.network, width: 16, layers: 1, heads: 2 };
  const training = { steps: 30, evaluateEvery: 30, checkpointEvery: 30, workers: 1 };
  writeFileSync(at('packed', 'run.yaml'), yamlOf({ ...run, network, training, data: { ...run.data, tokens: 512 } }));
  expect(await train.run([at('packed', 'run.yaml')])).toBe(0);
  const model = at('packed', 'model');

  await expect(calibrate.run([at('set'), '--model', model, '--split', 'train'])).rejects.toThrow('--split train');
  const evaluated = async () => {
    said.length = 0;
    expect(await evaluate.run([at('set'), '--model', model, '--format', 'json'])).toBe(0);
    return JSON.parse(said.join('\n'));
  };
  const before = await evaluated();
  expect(before.about).toContain('not calibrated');
  // By people of the tuning split who had no say in when the training stopped.
  said.length = 0;
  expect(await calibrate.run([at('set'), '--model', model, '--years', '5'])).toBe(0);
  expect(said.join('\n')).toContain(`on ${left} people of tuning (the other ${stopping} are`);
  const after = await evaluated();
  expect(after.about).not.toContain('not calibrated');
  const five = (report: typeof before) =>
    report.evaluation.find(({ years }: { years: number }) => years === 5) as { persons: number; ece: number };
  expect(five(after).persons).toBeGreaterThan(30);
  // What is told is nearer to what came.
  expect(five(after).ece).toBeLessThan(Math.max(0.1, five(before).ece));
}, 120_000);
