/** A small invented ontology in the three forms that releases have; only the ids of branches with a meaning are HPO's own. */
export const OBO = `format-version: 1.2
data-version: hp/releases/2031-02-03/hp.obo

[Term]
id: HP:0000118
name: Phenotypic abnormality

[Term]
id: HP:9000001
name: Colour of the skin
is_a: HP:0000118 ! Phenotypic abnormality

[Term]
id: HP:9000002
name: Blue skin
synonym: "Azure \\"skin\\"" EXACT layperson []
synonym: "Bluish" RELATED []
alt_id: HP:9000099
is_a: HP:9000001 {source="x"} ! Colour of the skin

[Term]
id: HP:9000003
name: Green skin
is_a: HP:9000001 ! Colour of the skin

[Term]
id: HP:9000004
name: Loud voice
is_a: HP:0000118 ! Phenotypic abnormality

[Term]
id: HP:9000098
name: obsolete Blue hue
is_obsolete: true
replaced_by: HP:9000002

[Term]
id: HP:9000097
name: obsolete Nothing
is_obsolete: true

[Term]
id: HP:0000005
name: Mode of inheritance

[Term]
id: HP:0001419
name: X-linked recessive inheritance
is_a: HP:0000005 ! Mode of inheritance

[Term]
id: HP:0003596
name: Middle age onset

[Typedef]
id: part_of
name: part of
`;

export const OBOGRAPH = {
  graphs: [
    {
      meta: { version: 'http://purl.obolibrary.org/obo/hp/releases/2031-02-03/hp.json' },
      nodes: [
        { id: 'http://purl.obolibrary.org/obo/HP_0000118', lbl: 'Phenotypic abnormality' },
        { id: 'http://purl.obolibrary.org/obo/HP_9000001', lbl: 'Colour of the skin' },
        {
          id: 'http://purl.obolibrary.org/obo/HP_9000002',
          lbl: 'Blue skin',
          meta: {
            synonyms: [
              { pred: 'hasExactSynonym', val: 'Azure skin' },
              { pred: 'hasRelatedSynonym', val: 'Bluish' },
            ],
            basicPropertyValues: [
              { pred: 'http://www.geneontology.org/formats/oboInOwl#hasAlternativeId', val: 'HP:9000099' },
            ],
          },
        },
        {
          id: 'http://purl.obolibrary.org/obo/HP_9000098',
          lbl: 'obsolete Blue hue',
          meta: {
            deprecated: true,
            basicPropertyValues: [
              { pred: 'http://purl.obolibrary.org/obo/IAO_0100001', val: 'http://purl.obolibrary.org/obo/HP_9000002' },
            ],
          },
        },
        { id: 'http://purl.obolibrary.org/obo/UBERON_0000001', lbl: 'not a term' },
      ],
      edges: [
        {
          sub: 'http://purl.obolibrary.org/obo/HP_9000002',
          pred: 'is_a',
          obj: 'http://purl.obolibrary.org/obo/HP_9000001',
        },
        {
          sub: 'http://purl.obolibrary.org/obo/HP_9000001',
          pred: 'is_a',
          obj: 'http://purl.obolibrary.org/obo/HP_0000118',
        },
      ],
    },
  ],
};

const row = (...cells: string[]): string => cells.join('\t');
export const HPOA = [
  '#description: "invented"',
  '#version: 2031-02-03',
  row(
    'database_id',
    'disease_name',
    'qualifier',
    'hpo_id',
    'reference',
    'evidence',
    'onset',
    'frequency',
    'sex',
    'modifier',
    'aspect',
    'biocuration',
  ),
  row('OMIM:1', 'Azure syndrome 1', '', 'HP:9000002', 'PMID:1', 'PCS', '', '3/4', '', '', 'P', 'x'),
  row('OMIM:1', 'Azure syndrome 1', '', 'HP:9000099', 'PMID:2', 'PCS', '', '50%', '', '', 'P', 'x'),
  row('OMIM:1', 'Azure syndrome 1', 'NOT', 'HP:9000004', 'PMID:1', 'PCS', '', '', '', '', 'P', 'x'),
  row('OMIM:1', 'Azure syndrome 1', '', 'HP:0001419', 'PMID:1', 'PCS', '', '', '', '', 'I', 'x'),
  row('OMIM:2', 'Verdant disease', '', 'HP:9000003', 'PMID:3', 'TAS', '', 'HP:0040281', 'FEMALE', '', 'P', 'x'),
  row('OMIM:2', 'Verdant disease', '', 'HP:0003596', 'PMID:3', 'TAS', '', '', '', '', 'C', 'x'),
  row('OMIM:2', 'Verdant disease', '', 'HP:9000004', 'PMID:3', 'TAS', '', 'often', '', '', 'P', 'x'),
  row('OMIM:3', 'Unknown terms only', '', 'HP:9123456', 'PMID:3', 'TAS', '', '', '', '', 'P', 'x'),
  row('ORPHA:9', 'Azure syndrome', '', 'HP:9000001', 'ORPHA:9', 'TAS', '', '', '', '', 'P', 'x'),
  row('oops'),
  '',
].join('\n');
