import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { readNote } from '../text/index.ts';
import { conceptOf, lexiconOf } from './lexicon.ts';

const knowledge = loadKnowledge();
const lexicon = lexiconOf(knowledge);
const idsIn = (text: string): string[] => readNote(text, lexicon).mentions.map(({ concept }) => conceptOf(concept).id);

describe('abbreviations of more than one meaning', () => {
  test.each([
    ['Diagnosed with MS in 2010, on interferon.', 'multiple-sclerosis', true],
    ['MS with relapsing remitting course', 'multiple-sclerosis', true],
    ['Echo: moderate MS, mean gradient 8', 'multiple-sclerosis', false],
    ['Echo: moderate MS, mitral valve gradient 8', 'mitral-stenosis', true],
    ['Given MS 4 mg IV for pain', 'morphine', true],
    ['Given MS 4 mg IV for pain', 'multiple-sclerosis', false],
    ['MS exam: alert and oriented', 'multiple-sclerosis', false],
    ['RA since 2015, on methotrexate', 'rheumatoid-arthritis', true],
    ['O2 sats 96% RA', 'rheumatoid-arthritis', false],
    ['Sats 95 on RA', 'rheumatoid-arthritis', false],
    ['RA pressure 8, PCWP 14', 'rheumatoid-arthritis', false],
    ['Admitted with submassive PE', 'pulmonary-embolism', true],
    ['CTPA: PE', 'pulmonary-embolism', true],
    ['PE tubes placed aged 4', 'pulmonary-embolism', false],
    ['PE tubes placed aged 4', 'grommets', true],
    ['On PE lungs clear', 'pulmonary-embolism', false],
    ['Denies CP or SOB', 'chest-pain', true],
    ['CP angles clear', 'chest-pain', false],
    ['CP with spastic diplegia, in a wheelchair', 'cerebral-palsy', true],
    ['CP with spastic diplegia, in a wheelchair', 'chest-pain', false],
    ['SOB on exertion', 'dyspnoea', true],
    ['Sat on SOB with physio', 'dyspnoea', false],
    ['MI in 2015, stented', 'myocardial-infarction', true],
    ['Trace MI and mild TR on echo', 'myocardial-infarction', false],
    ['Trace MI and mild TR on echo', 'mitral-regurgitation', true],
    ['Severe AS, valve area 0.8, for TAVI', 'aortic-stenosis', true],
    ['AS with sacroiliitis, HLA-B27 pos', 'axial-spondyloarthritis', true],
    ['AS with sacroiliitis, HLA-B27 pos', 'aortic-stenosis', false],
    ['Same AS above', 'aortic-stenosis', false],
    ['PD on levodopa, tremor', 'parkinson-disease', true],
    ['ESRD on PD, cloudy dialysate', 'parkinson-disease', false],
    ['ESRD on PD, cloudy dialysate', 'peritoneal-dialysis', true],
    ['OA of both knees', 'osteoarthritis', true],
    ['Vertex, OA position, delivered', 'osteoarthritis', false],
    ['CA 2.3, PTH and phosphate sent', 'known-cancer', false],
    ['DM on metformin', 'known-diabetes', true],
    ['Robitussin DM', 'known-diabetes', false],
    ['PT 14.2, INR 1.1', 'physiotherapy', false],
    ['PT consult for gait training', 'physiotherapy', true],
    ['Stent to the LAD, RCA clear', 'lymphadenopathy', false],
    ['No cervical LAD, neck supple', 'lymphadenopathy', true],
    ['CVA 2012 with left hemiparesis', 'stroke-tia', true],
    ['No CVA tenderness', 'stroke-tia', false],
    ['Seen in ED with fall', 'erectile-dysfunction', false],
    ['ED: tried sildenafil', 'erectile-dysfunction', true],
    ['Echo: LVEF 50%, eccentric MR', 'mitral-regurgitation', true],
    ['MR enterography booked', 'mitral-regurgitation', false],
    ['PMR, on prednisolone', 'polymyalgia-rheumatica', true],
    ['PMR consult for rehab', 'polymyalgia-rheumatica', false],
    ['Paroxysmal AF on apixaban', 'atrial-fibrillation', true],
    ['AF, VSS', 'atrial-fibrillation', false],
    ['SLE with nephritis', 'systemic-lupus-erythematosus', true],
    ['SLE: cornea clear, lens clear', 'systemic-lupus-erythematosus', false],
    ['UC on mesalazine', 'ulcerative-colitis', true],
    ['UC pos for E coli', 'ulcerative-colitis', false],
    ['CD with ileal stricture, on infliximab', 'crohn-disease', true],
    ['CD4 count 300, CD 20 positive', 'crohn-disease', false],
    ['Myasthenia (MG) on pyridostigmine', 'myasthenia-gravis', true],
    ['Aspirin 81 MG daily', 'myasthenia-gravis', false],
    ['CT CAP: no mets', 'pneumonia', false],
    ['Follow up with PCP', 'pneumocystis-or-aids-defining', false],
    ['Renal AML with fat, echogenic', 'angiomyolipoma', true],
    ['AML in remission after chemo', 'acute-myeloid-leukaemia', true],
    ['PND and orthopnoea', 'paroxysmal-nocturnal-dyspnoea', true],
    ['Rhinitis with PND and nasal congestion', 'postnasal-drip', true],
    ['PVD with claudication', 'posterior-vitreous-detachment', false],
    ['Floaters, flashes; PVD of the right eye', 'peripheral-artery-disease', false],
    ['ECG: 1 mm ST depression', 'depression', false],
  ])('%s: %s %s', (text, id, is) => {
    if (is) expect(idsIn(text)).toContain(id);
    else expect(idsIn(text)).not.toContain(id);
  });
});

describe('words of notes beyond the shelf', () => {
  test.each([
    ['Started Eliquis 5 mg bd', 'apixaban'],
    ['s/p lap chole 2014', 'laparoscopic-cholecystectomy'],
    ['had a heart attack', 'myocardial-infarction'],
    ['Fractured neck of femur', 'hip-fracture'],
    ['runny nose', 'rhinorrhoea'],
    ['tree-in-bud opacities', 'tree-in-bud'],
    ['acetaminophen prn', 'paracetamol'],
    ['LSCS x2', 'caesarean-section'],
  ])('%s', (text, id) => expect(idsIn(text)).toContain(id));

  test('they take no words from the shelf', () => {
    const { mentions } = readNote('Vascular dementia. Chest pain. Unstable angina.', lexicon);
    expect(mentions.map(({ concept }) => concept)).toEqual(expect.arrayContaining(['finding:chest-pain']));
  });
});

test('there are at least 3,000 concepts, of every kind', () => {
  const { findings, conditions, tests, lexicon: words } = knowledge;
  expect(findings.size + conditions.size + tests.size + words.size).toBeGreaterThan(4000);
  const kinds = new Set([...words.values()].map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['condition', 'drug', 'observation', 'procedure', 'sign', 'site', 'symptom']);
});

describe('sites and sides', () => {
  const first = (text: string) => readNote(text, lexicon).mentions[0];
  test.each([
    ['Nodule in the left breast', 'word:breast', 'left'],
    ['Pain in the right knee', 'word:knee', 'right'],
    ['RUQ tenderness', 'word:right-upper-quadrant', 'right'],
    ['LLL consolidation', 'word:left-lower-lobe', 'left'],
    ['Swelling of both ankles', 'word:ankle', 'bilateral'],
    ['3 cm mass in the head of the pancreas', 'word:pancreatic-head', undefined],
  ])('%s', (text, site, side) => {
    const mention = readNote(text, lexicon).mentions.find((one) => one.site !== undefined);
    expect(mention?.site).toBe(site);
    expect(mention?.side).toBe(side);
  });
  test('a verb and an adverb are no sides', () => {
    expect(first('Headache. He left the hospital.')).not.toHaveProperty('side');
    expect(first('Cough right after meals')).not.toHaveProperty('side');
  });
  test('each site named is told with its side', () => {
    const { sites } = readNote('Left shoulder and right hip examined.', lexicon);
    expect(sites).toMatchObject([
      { site: 'word:shoulder', side: 'left' },
      { site: 'word:hip', side: 'right' },
    ]);
  });
});

test('a term that tells two findings names each of them', () => {
  expect(idsIn('Back pain and fever since Monday.')).toEqual(
    expect.arrayContaining(['back-pain', 'fever', 'spinal-tenderness-fever']),
  );
});
