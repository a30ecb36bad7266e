import { type Analyte, adults, ages, coded, men, quantity, women } from '../analyte.ts';

/** Scores and answers. */
export const SCORES: readonly Analyte[] = [
  quantity('dxa-t-score', 'DXA T-score', 'T-score', '{T-score}', {
    kind: 'score',
    loinc: '38265-5 38267-1 46278-8 38266-3',
    text: 't-score|t score|=T-score|bone density t-score',
    plausible: [-8, 6],
    source: 'who-dxa',
    ranges: [adults(-1, undefined, 18)],
    attention: [0, 0.8],
  }),
  quantity('phq-9', 'PHQ-9', 'PHQ-9', '{score}', {
    kind: 'score',
    loinc: '44261-6 89204-2',
    text: 'phq-9|phq9|=PHQ9|=PHQ-9|phq 9',
    plausible: [0, 27],
    source: 'definition',
    ranges: [adults(0, 4, 0)],
    attention: [0.4, 0],
  }),
  quantity('gad-7', 'GAD-7', 'GAD-7', '{score}', {
    kind: 'score',
    loinc: '70274-6',
    text: 'gad-7|gad7|=GAD-7|gad 7',
    plausible: [0, 21],
    source: 'definition',
    ranges: [adults(0, 4, 0)],
    attention: [0.3, 0],
  }),
  quantity('mmse', 'Mini-Mental State Examination', 'MMSE', '{score}', {
    kind: 'score',
    loinc: '72106-8 72107-6',
    text: '=MMSE|mini-mental|mini mental|=MMT',
    plausible: [0, 30],
    source: 'definition',
    ranges: [adults(24, 30, 18)],
    attention: [0, 1],
  }),
  quantity('moca', 'Montreal Cognitive Assessment', 'MoCA', '{score}', {
    kind: 'score',
    loinc: '72172-0',
    text: '=MoCA|=MOCA|montreal cognitive assessment|moca score',
    plausible: [0, 30],
    source: 'definition',
    ranges: [adults(26, 30, 18)],
    attention: [0, 1],
  }),
  quantity('epworth', 'Epworth sleepiness scale', 'ESS', '{score}', {
    kind: 'score',
    loinc: '',
    text: 'epworth|=ESS|epworth sleepiness',
    plausible: [0, 24],
    source: 'definition',
    ranges: [adults(0, 10, 15)],
    attention: [0.4, 0],
  }),
  quantity('audit-c', 'AUDIT-C', 'AUDIT-C', '{score}', {
    kind: 'score',
    loinc: '75626-2',
    text: 'audit-c|=AUDIT-C|audit c|auditc',
    plausible: [0, 12],
    source: 'definition',
    ranges: [women(0, 2, 15), men(0, 3, 15)],
    attention: [0.4, 0],
  }),
  quantity('pain-score', 'Pain score', 'Pain', '{score}', {
    kind: 'score',
    loinc: '72514-3 38208-5 75893-8 38221-8',
    text: 'pain score|pain severity|=VAS',
    plausible: [0, 10],
    source: 'estimate',
    ranges: [adults(0, 3, 0)],
    attention: [0.1, 0],
  }),
  coded('smoking-status', 'Smoking status', 'Smoking', {
    kind: 'score',
    loinc: '72166-2 11367-0',
    text: 'smoking status|tobacco status',
    aliases: 'tobacco smoking status|tobacco smoking status nhis',
    attention: [0, 0],
  }),
];

/** What Prodrome itself calculates; a record may also report some of them. */
export const CALCULATED: readonly Analyte[] = [
  quantity('fib-4', 'FIB-4 index', 'FIB-4', '1', {
    kind: 'score',
    loinc: '98485-6',
    text: 'fib-4|fib4|=FIB-4|fib 4',
    plausible: [0, 200],
    source: 'definition',
    ranges: [ages(18, 65, undefined, 1.3), adults(undefined, 2, 65)],
    variation: [13, 6, 'estimate'],
    attention: [0.8, 0],
  }),
  quantity('r-factor', 'R factor of liver injury', 'R', '1', {
    kind: 'score',
    plausible: [0, 1000],
    attention: [0, 0],
  }),
  quantity('kfre-2y', 'Kidney failure risk, 2 years', 'KFRE 2 y', '%', {
    kind: 'score',
    plausible: [0, 100],
    attention: [0.6, 0],
  }),
  quantity('kfre-5y', 'Kidney failure risk, 5 years', 'KFRE 5 y', '%', {
    kind: 'score',
    plausible: [0, 100],
    attention: [0.6, 0],
  }),
  quantity('ascvd-10y', 'Cardiovascular risk, 10 years', 'ASCVD 10 y', '%', {
    kind: 'score',
    loinc: '79423-0',
    plausible: [0, 100],
    attention: [0.3, 0],
  }),
];
