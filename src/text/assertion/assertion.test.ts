import { describe, expect, test } from 'vitest';
import { assertSpans, compileLexicon, type Mention, readNote } from '../index.ts';

const WORDS =
  'fever,cough,chest pain,CP,SOB,wt change,fatigue,nausea,rash,weight loss,headache,palpitations,stones,hematuria,hypertension,diabetes,bowel cancer,stroke,asthma,gout,psoriasis,TB,PE,DVT,MI,pneumonia,effusion,nodule,itching,thyroid cancer,falls,reflux,melaena,coeliac,HIV,hepatitis B,bladder cancer,heart failure,metformin,lithium,aspirin,no energy,irritable,non smoker';
const lexicon = compileLexicon(WORDS.split(',').map((term) => ({ concept: term, term })));

/** `concept: assertion`, with what departs from the usual: time, person. */
function said(text: string): string[] {
  return readNote(text, lexicon).mentions.map((mention: Mention) =>
    [
      `${mention.concept}: ${mention.assertion}`,
      mention.temporality === 'current' ? '' : mention.temporality,
      mention.experiencer === 'patient' ? '' : (mention.relative ?? mention.experiencer),
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('denials of clinical shorthand', () => {
  test.each([
    ['+fatigue, -fever -cough', ['fatigue: present', 'fever: absent', 'cough: absent']],
    ['denies CP, SOB, wt change. Rash noted.', ['CP: absent', 'SOB: absent', 'wt change: absent', 'rash: present']],
    ['CP neg', ['CP: absent']],
    ['SOB nil', ['SOB: absent']],
    ['no fever, cough or rash', ['fever: absent', 'cough: absent', 'rash: absent']],
    ['GU: no stones, no hematuria', ['stones: absent', 'hematuria: absent']],
    ['Gen: fatigue yes; fever, weight loss no.', ['fatigue: present', 'fever: absent', 'weight loss: absent']],
    ['no fever but has cough', ['fever: absent', 'cough: present']],
    ['no fever, mild cough', ['fever: absent', 'cough: present']],
    ['no fever, palpitations ++', ['fever: absent', 'palpitations: present']],
    ['no c/o chest pain / SOB', ['chest pain: absent', 'SOB: absent']],
    ['-ve for cough', ['cough: absent']],
    ['fever, cough: none', ['fever: absent', 'cough: absent']],
    ['No pneumonia or effusion is seen.', ['pneumonia: absent', 'effusion: absent']],
    ['No change in cough, rash', ['cough: present', 'rash: absent']],
    ['no energy, irritable', ['no energy: present', 'irritable: present']],
    ['no rash, non smoker', ['rash: absent', 'non smoker: present']],
    ['PE unlikely', ['PE: absent']],
    ['No signs or symptoms of pneumonia', ['pneumonia: absent']],
    ['No medication for headache', ['headache: present']],
    ['TSH, coeliac, HIV, RF all neg/normal', ['coeliac: absent', 'HIV: absent']],
    ['HIV, hepatitis B, RF neg', ['HIV: absent', 'hepatitis B: absent']],
    ['headache that comes and goes, RF neg', ['headache: present']],
    ['fatigue, ANA neg', ['fatigue: present']],
    ['HIV test negative', ['HIV: absent']],
    ['Screen: coeliac neg 2013, fatigue', ['coeliac: absent', 'fatigue: present']],
    ['no prior DVT', ['DVT: absent']],
    ['Negative rash, negative cough', ['rash: absent', 'cough: absent']],
    ['No nodule, mass or effusion was noted', ['nodule: absent', 'effusion: absent']],
    ['ROS neg x fatigue', ['fatigue: present']],
    ['ROS: neg except cough', ['cough: present']],
    ['not been able to detect any rash', ['rash: absent']],
    ['risks include, but are not limited to, DVT, PE', ['DVT: hypothetical', 'PE: hypothetical']],
    ['lithium intol, aspirin', ['lithium: conditional', 'aspirin: present']],
    ['TB contact at work', ['TB: hypothetical']],
    ['USS neg DVT', ['DVT: absent']],
    ['CT neg for PE', ['PE: absent']],
    ['screened for coeliac - clear', ['coeliac: absent']],
    ['rash - clear fluid', ['rash: present']],
    ['not taking metformin', ['metformin: absent']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('what states its own value', () => {
  const own = compileLexicon(
    'fever,weight down,weight up,BP up,fatigue,ankles swollen,low back pain,throwing up,CRP high,ALP up,villous architecture,pleural effusion,HIV,levothyroxine,wife in spare room,gout,lung nodule,headache,rash,libido low'
      .split(',')
      .map((term) => ({ concept: term, term })),
  );
  const told = (text: string): string[] =>
    readNote(text, own).mentions.map(
      ({ concept, assertion, temporality, experiencer }) =>
        `${concept}: ${assertion}${temporality === 'current' ? '' : ` ${temporality}`}${experiencer === 'patient' ? '' : ` ${experiencer}`}`,
    );
  test.each([
    ['No fever, weight down, fatigue', ['fever: absent', 'weight down: present', 'fatigue: present']],
    ['no rash, libido low, fatigue', ['rash: absent', 'libido low: present', 'fatigue: present']],
    ['no fever, ankles swollen since May', ['fever: absent', 'ankles swollen: present']],
    ['No fever, low back pain, throwing up', ['fever: absent', 'low back pain: absent', 'throwing up: absent']],
    ['CRP high, RF 40 CCP neg', ['CRP high: present']],
    ['ALP up, hep neg', ['ALP up: present']],
    ['B12, SPE, HIV, ANA normal', ['HIV: absent']],
    ['rash, HIV, ANA normal', ['rash: present', 'HIV: absent']],
    ['fatigue, TSH on levothyroxine normal', ['fatigue: present', 'levothyroxine: present']],
    ['Fatigue ECG normal', ['fatigue: present']],
    ['villous architecture preserved', ['villous architecture: absent']],
    ['Villous architecture is normal.', ['villous architecture: absent']],
    ['pleural effusion, heart normal', ['pleural effusion: present']],
    ['No new or suspicious rash noted on the legs.', ['rash: absent']],
    ['No rash noted, fever seen', ['rash: absent', 'fever: present']],
    ['Wife in spare room', ['wife in spare room: present']],
    ['strong FH, weight up', ['weight up: present']],
    ['FH: gout, BP up, fatigue', ['gout: present family', 'BP up: present', 'fatigue: present']],
    ['headache on waking, gone by shower', ['headache: present']],
    ['headache every morning, gone within an hour', ['headache: present']],
    ['rash, gone by the next day', ['rash: present resolved']],
    ['fatigue x3 wk, resolved', ['fatigue: present resolved']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('doubt, condition, warning', () => {
  test.each([
    ['?PE ?DVT', ['PE: possible', 'DVT: possible']],
    ['Gout? on aspirin', ['gout: possible', 'aspirin: present']],
    ['r/o MI, PE', ['MI: possible', 'PE: possible']],
    ['cannot exclude pneumonia', ['pneumonia: possible']],
    ['may be due to pneumonia or effusion', ['pneumonia: possible', 'effusion: possible']],
    ['comes for the evaluation of chest pain', ['chest pain: present']],
    ['symptoms of fatigue and nausea', ['fatigue: present', 'nausea: present']],
    ['watch for signs of pneumonia', ['pneumonia: hypothetical']],
    ['well until she had a headache', ['headache: present']],
    ['Return if fever or rash', ['fever: hypothetical', 'rash: hypothetical']],
    ['Warned re: melaena', ['melaena: hypothetical']],
    ['No red flags: no cough', ['cough: absent']],
    ['Plan: if rash recurs stop lithium', ['rash: hypothetical', 'lithium: hypothetical']],
    ['All: aspirin - rash', ['aspirin: conditional', 'rash: conditional']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('talk and plans that claim nothing', () => {
  test.each([
    ['asked about bladder cancer, reassured', ['bladder cancer: hypothetical']],
    ["Q's: stroke, gout, HIV vaccine", ['stroke: hypothetical', 'gout: hypothetical', 'HIV: hypothetical']],
    ['worried about bowel cancer, fatigue too', ['bowel cancer: hypothetical', 'fatigue: present']],
    ['worried about her weight loss', ['weight loss: present']],
    ['concerned that it is bowel cancer because', ['bowel cancer: hypothetical']],
    ['leaflet on gout given', ['gout: hypothetical']],
    ['seen in heart failure clinic', ['heart failure: hypothetical']],
    ['stroke risk score 12%', ['stroke: hypothetical']],
    ['screening for coeliac', ['coeliac: hypothetical']],
    ['aspirin for DVT ppx', ['aspirin: present', 'DVT: hypothetical']],
    ['antibody to hepatitis B measured', ['hepatitis B: hypothetical']],
    ['hypertension w/u', ['hypertension: possible']],
    ['fatigue w/u neg', ['fatigue: present']],
    ['PE r/o', ['PE: possible']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('time', () => {
  test.each([
    ['h/o DVT 2015', ['DVT: present historical']],
    ['MI 5 years ago, now chest pain', ['MI: present historical', 'chest pain: present']],
    ['A previously healthy man has nausea', ['nausea: present']],
    ['3-week history of cough', ['cough: present']],
    ['a week long history of nausea', ['nausea: present']],
    ['30-minute history of palpitations', ['palpitations: present']],
    ['60 year old with rash', ['rash: present']],
    ['PMH: gout, asthma', ['gout: present historical', 'asthma: present historical']],
    ['no history of stroke', ['stroke: absent historical']],
    ['rash, resolved', ['rash: present resolved']],
    ['nodule previously seen is no longer present', ['nodule: present resolved']],
    ['Off lithium since May', ['lithium: present resolved']],
    ['lithium made her sick', ['lithium: present resolved']],
    ['nausea on metformin, settled', ['nausea: present resolved', 'metformin: present']],
    ['Hypertension.', ['hypertension: present historical']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('who', () => {
  test.each([
    ['FHx: mother stroke 70; father gout', ['stroke: present mother', 'gout: present father']],
    ['FH: mum gout, no bowel cancer', ['gout: present mother', 'bowel cancer: absent family']],
    ['Her father died at 60 and her mother died of stroke', ['stroke: present mother']],
    ['Her father has type I diabetes', ['diabetes: present father']],
    ['The father of the patient died with a stroke', ['stroke: present father']],
    ['Family medical history is significant for gout', ['gout: present historical family']],
    ['Mother d. stroke 70', ['stroke: present mother']],
    ['Psoriasis in her brother', ['psoriasis: present brother']],
    ['diabetes - mother, gout - uncle', ['diabetes: present mother', 'gout: present uncle']],
    ['Daughter says he has had falls', ['falls: present']],
    ['Wife has noticed weight loss', ['weight loss: present']],
    ['Nobody else at home itching', ['itching: absent other']],
    ['Husband has cough', ['cough: present other']],
    ['no personal or family history of DVT', ['DVT: absent historical']],
    ['FH: father MI. Non smoker, drinks 3 units', ['MI: present father', 'non smoker: present']],
    ['Lives with mother. Rash.', ['rash: present']],
    ['Brother Pat d. aged 52. Gout + stroke, the drink.', ['gout: present brother', 'stroke: present brother']],
    ['Dad died at 60. He had gout. She has a rash.', ['gout: present father', 'rash: present']],
    ['Brother d. aged 52. Pt has gout.', ['gout: present']],
    ['Brother d. aged 52.\nRash.', ['rash: present']],
    ['Mother died in March. Fatigue, no energy.', ['fatigue: present', 'no energy: present']],
    ['FH: Mother alive. Rash. No stroke.', ['rash: present mother', 'stroke: absent family']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

test('a test is done whatever its result', () => {
  const tests = compileLexicon([{ concept: 'test:ecg', term: 'ECG', apart: true }]);
  expect(readNote('ECG neg', tests).mentions).toMatchObject([{ assertion: 'present' }]);
  expect(readNote('Negative ECG', tests).mentions).toMatchObject([{ assertion: 'present' }]);
  expect(readNote('No ECG', tests).mentions).toMatchObject([{ assertion: 'absent' }]);
  expect(readNote('ECG declined', tests).mentions).toMatchObject([{ assertion: 'absent' }]);
});

test('a result that ends one name is the result of its whole list', () => {
  const terms = ['HIV', 'TTG neg'].map((term) => ({ concept: term, term }));
  expect(readNote('HIV/HCV/TTG neg, T ok', compileLexicon(terms)).mentions.map(({ assertion }) => assertion)).toEqual([
    'absent',
    'present',
  ]);
});

test('what an imaging request asks is a question', () => {
  const { mentions } = readNote('Indication: cough.\nLungs clear, no nodule.', lexicon, { kind: 'imaging' });
  expect(mentions).toMatchObject([
    { concept: 'cough', assertion: 'possible', section: 'indication' },
    { concept: 'nodule', assertion: 'absent', section: 'findings' },
  ]);
});

test('spans found elsewhere get the same status', () => {
  const text = 'Denies fever. Chest pain since May.';
  expect(
    assertSpans(text, [
      [7, 12],
      [14, 24],
    ]),
  ).toMatchObject([{ assertion: 'absent' }, { assertion: 'present' }]);
});
