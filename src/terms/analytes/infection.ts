import { type Analyte, adults, coded, ordinal, quantity } from '../analyte.ts';

const TEST = { attention: [0.3, 0] } as const;

/** Infection: viruses of liver and blood, Lyme, syphilis, tuberculosis, cultures. */
export const INFECTION: readonly Analyte[] = [
  ordinal('hbsag', 'Hepatitis B surface antigen', 'HBsAg', {
    loinc: '5196-1 5195-3 65633-0 63557-3',
    components: 'Hepatitis B virus surface Ag',
    text: 'hepatitis b surface antigen|=HBsAg|hbsag|hep b surface antigen|hep b sag',
    aliases: 'hbsag screen|hep b surface ag|hepatitis b surface ag',
    ...TEST,
  }),
  ordinal('anti-hbc', 'Hepatitis B core antibody', 'anti-HBc', {
    loinc: '13952-7 16933-4 24113-3 31204-1 5187-0',
    components: 'Hepatitis B virus core Ab|Hepatitis B virus core IgM Ab',
    text: 'hepatitis b core antibody|anti-hbc|hep b core|hbcab|=HBcAb',
    aliases: 'hep b core ab, tot|hepatitis b core ab|hep b core ab total',
    ...TEST,
  }),
  quantity('anti-hbs', 'Hepatitis B surface antibody', 'anti-HBs', 'm[IU]/mL', {
    loinc: '16935-9 5193-8 5194-6 22322-2 10900-9',
    components: 'Hepatitis B virus surface Ab',
    text: 'hepatitis b surface antibody|anti-hbs|hbsab|=HBsAb',
    aliases: 'hep b surface ab|hepatitis b surface ab',
    plausible: [0, 100_000],
    attention: [0, 0],
  }),
  quantity('hbv-dna', 'Hepatitis B virus DNA', 'HBV DNA', '[IU]/mL', {
    loinc: '42595-9 11258-1 29615-2',
    components: 'Hepatitis B virus DNA',
    text: 'hbv dna|hepatitis b dna|hepatitis b viral load|hbv viral load',
    units: { '/mL': 0.2 },
    plausible: [0, 1e12],
    source: 'estimate',
    ranges: [adults(undefined, 10, 0)],
    attention: [0.6, 0],
  }),
  ordinal('hcv-antibody', 'Hepatitis C antibody', 'HCV Ab', {
    loinc: '13955-0 16128-1 5198-7 5199-5 48159-8 51656-7',
    components: 'Hepatitis C virus Ab',
    text: 'hepatitis c antibody|hcv antibody|anti-hcv|hcv ab|hep c antibody|hep c ab|=HCV',
    aliases: 'hep c virus ab|hcv ab screen|hepatitis c ab|hepatitis c virus antibody',
    ...TEST,
  }),
  quantity('hcv-rna', 'Hepatitis C virus RNA', 'HCV RNA', '[IU]/mL', {
    loinc: '11011-4 11259-9',
    components: 'Hepatitis C virus RNA',
    text: 'hcv rna|hepatitis c rna|hepatitis c viral load|hcv viral load|hcv pcr',
    plausible: [0, 1e11],
    source: 'estimate',
    ranges: [adults(undefined, 12, 0)],
    attention: [0.6, 0],
  }),
  ordinal('hiv-test', 'HIV test', 'HIV', {
    loinc:
      '56888-1 31201-7 7918-6 48345-3 7917-8 29893-5 75622-1 80203-3 85686-4 5221-7 14092-1 43010-8 5018-7 68961-2',
    components: 'HIV 1+2 Ab+HIV1 p24 Ag|HIV 1+2 Ab|HIV 1 Ab|HIV 1+O+2 Ab',
    text: 'hiv test|hiv serology|hiv antibody|hiv screen|hiv ag/ab|hiv 1/2|=HIV Ab',
    aliases: 'hiv screen 4th generation|hiv ab/p24 ag screen|hiv 1/2 ab|hiv 1/0/2 abs',
    ...TEST,
  }),
  ordinal('syphilis-test', 'Syphilis serology', 'Syphilis', {
    loinc: '20507-0 31147-2 22587-0 47238-1 6561-5 5393-4 5292-8 24110-9 47063-3 11084-1',
    components: 'Reagin Ab|Treponema pallidum Ab|Treponema pallidum IgG Ab|Treponema pallidum IgG+IgM Ab',
    text: 'syphilis serology|treponemal antibody|=RPR|=VDRL|=TPPA|=FTA-ABS|syphilis test|syphilis screen',
    aliases: 'rapid plasma reagin|t pallidum antibodies|treponema pallidum antibodies|rpr, rfx qn rpr/confirm tp',
    ...TEST,
  }),
  ordinal('lyme-antibody', 'Lyme antibody', 'Lyme', {
    loinc: '11006-4 22131-7 34148-7 9586-9 46248-1 5061-7 5062-5 23982-2',
    components: 'Borrelia burgdorferi Ab|Borrelia burgdorferi IgG+IgM Ab|Borrelia burgdorferi IgG Ab',
    text: 'lyme serology|lyme antibody|borrelia serology|borrelia antibodies|lyme titre|lyme titer|lyme igg',
    aliases: 'lyme ab|lyme total antibody|lyme igg/igm ab|lyme disease ab',
    ...TEST,
  }),
  ordinal('tb-igra', 'Interferon-gamma release assay', 'IGRA', {
    loinc: '74281-7 46216-8 64084-7 45323-3',
    text: 'quantiferon|=IGRA|interferon gamma release assay|t-spot|tb-gold|qft',
    aliases: 'quantiferon-tb gold|quantiferon tb gold plus|quantiferon-tb gold plus|t-spot.tb',
    ...TEST,
  }),
  coded('blood-culture', 'Blood culture', 'Blood cult.', {
    loinc: '600-7 17928-3 17934-1',
    text: 'blood culture|blood cultures|=BCx',
    aliases: 'culture, blood|blood culture, routine',
    ...TEST,
  }),
  ordinal('covid-test', 'SARS-CoV-2 test', 'COVID-19', {
    loinc: '94500-6 94531-1 94558-4 94309-2 94759-8 94845-5 95209-3 96119-3 97097-0 94534-5 94559-2 94306-8',
    specimen: 'other',
    text: 'covid test|covid-19 pcr|sars-cov-2|covid pcr|covid swab|covid lft|covid-19 test',
    aliases: 'sars-cov-2 rna|sars-cov-2, naa|covid-19|sars-cov-2 (covid-19) rna',
    ...TEST,
  }),
];

/** Genes and the microscope: results that are words. */
export const WORDS: readonly Analyte[] = [
  coded('hfe-genotype', 'HFE genotype', 'HFE', {
    loinc: '34519-9 21695-2 21696-0 94507-1',
    text: 'hfe genotype|hfe gene|=C282Y|=H63D|haemochromatosis gene|hemochromatosis gene',
    aliases: 'hfe gene mutation|hereditary hemochromatosis dna',
    attention: [0, 0],
  }),
  ordinal('jak2', 'JAK2 V617F', 'JAK2', {
    loinc: '43399-5 53761-3 55300-8',
    text: 'jak2|jak-2|jak2 v617f',
    aliases: 'jak2 gene mutation|jak2 v617f mutation',
    attention: [0, 0],
  }),
  ordinal('bcr-abl', 'BCR-ABL1', 'BCR-ABL', {
    loinc: '21821-4 21822-2 46349-7',
    text: 'bcr-abl|bcr abl|bcr-abl1|philadelphia chromosome',
    attention: [0, 0],
  }),
  coded('flow-cytometry', 'Flow cytometry', 'Flow', {
    loinc: '33719-6',
    text: 'flow cytometry|immunophenotyping|immunophenotype',
    attention: [0, 0],
  }),
  coded('blood-film', 'Blood film', 'Film', {
    loinc: '5909-7 14869-2 18314-5 21026-0 6742-1',
    text: 'blood film|blood smear|peripheral smear|peripheral film|peripheral blood smear',
    aliases: 'pathologist smear review|smear review|rbc morphology',
    attention: [0, 0],
  }),
];
