/** Where a range or a variation of this room comes from. `recalled`: well known, not looked up again when it was written down. */
interface TermSource {
  readonly title: string;
  readonly status: 'verified' | 'recalled' | 'estimate';
}

export const TERM_SOURCES: Readonly<Record<string, TermSource>> = {
  abim: { title: 'American Board of Internal Medicine, Laboratory Test Reference Ranges', status: 'recalled' },
  kratz: { title: 'Kratz A et al. Laboratory reference values. N Engl J Med 2004;351:1548-1563', status: 'recalled' },
  norip: {
    title: 'Rustad P et al. The Nordic Reference Interval Project 2000. Scand J Clin Lab Invest 2004;64:271-284',
    status: 'recalled',
  },
  who: {
    title: 'WHO. Guideline on haemoglobin cutoffs to define anaemia in individuals and populations, 2024',
    status: 'recalled',
  },
  'who-ferritin': {
    title: 'WHO. Guideline on use of ferritin concentrations to assess iron status, 2020',
    status: 'recalled',
  },
  kdigo: { title: 'KDIGO 2024 Clinical Practice Guideline for CKD. Kidney Int 2024;105(4S)', status: 'recalled' },
  ada: {
    title: 'American Diabetes Association. Standards of Care in Diabetes: diagnosis and classification',
    status: 'recalled',
  },
  'endocrine-vitamin-d': {
    title:
      'Holick MF et al. Evaluation, treatment and prevention of vitamin D deficiency: Endocrine Society guideline. J Clin Endocrinol Metab 2011;96:1911-1930',
    status: 'recalled',
  },
  'endocrine-aldosterone': {
    title:
      'Funder JW et al. The management of primary aldosteronism: Endocrine Society guideline. J Clin Endocrinol Metab 2016;101:1889-1916',
    status: 'recalled',
  },
  ncep: { title: 'NCEP Adult Treatment Panel III. Circulation 2002;106:3143-3421', status: 'recalled' },
  'acc-bp': {
    title: 'Whelton PK et al. 2017 ACC/AHA guideline for high blood pressure in adults. Hypertension 2018;71:e13-e115',
    status: 'recalled',
  },
  'who-bmi': {
    title: 'WHO. Obesity: preventing and managing the global epidemic. Technical Report Series 894, 2000',
    status: 'recalled',
  },
  'who-dxa': {
    title:
      'WHO Study Group. Assessment of fracture risk and its application to screening. Technical Report Series 843, 1994',
    status: 'recalled',
  },
  ferritin: {
    title:
      'Lower limit: WHO guideline on use of ferritin concentrations, 2020. Upper limit: EASL guideline on haemochromatosis, J Hepatol 2022;77:479-502, and usual limits of laboratories',
    status: 'recalled',
  },
  eflm: { title: 'EFLM Biological Variation Database (biologicalvariation.eu), Aarsand AK et al.', status: 'recalled' },
  ricos: {
    title:
      'Ricós C et al. Current databases on biological variation. Scand J Clin Lab Invest 1999;59:491-500, as updated at westgard.com',
    status: 'recalled',
  },
  maker: { title: 'Usual cut-off in the product information of common assays; assays differ', status: 'estimate' },
  definition: { title: 'Cut-off in the published definition of the score', status: 'recalled' },
  estimate: { title: 'Chosen by the project; not from a publication', status: 'estimate' },
};
