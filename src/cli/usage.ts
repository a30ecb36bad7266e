/** What `prodrome --help` says of each command, in this order. Imports nothing, so that help is there at once. */
export const USAGE = {
  review: `prodrome review PATH|- [--patient ID] [--as-of YYYY-MM-DD] [--format text|json|html|fhir] [--out FILE] [--model FOLDER]
  Reads a record (FHIR R4 Bundle, NDJSON, HL7 v2, C-CDA, folder, gzip; - for standard input) and gives its second read.
  A plain text (.txt, .md, or any text that is not JSON) is the record of the person it tells of; a folder of texts, their notes.
  --model asks a trained model (as prodrome predict does): early risks, and priors that this person's history moves, each said.`,
  read: `prodrome read FILE|- [--patient ID] [--format text|json|html] [--out FILE]
  Shows what is understood of a note, a report, or every note of a record: marked in its words, as JSON, or as a page.`,
  differential: `prodrome differential FILE…|- [--top N] [--format text|json] [--why CONDITION] [--next N] [--together 1|2|3]
                      [--sources omim,orpha,shelf] [--setting rare|general] [--priors FILE] [--undescribed SHARE]
                      [--hpo FOLDER] [--interactive]
  Ranks the diseases of the Human Phenotype Ontology for phenopackets (v2), lists of findings or reviews (JSON or NDJSON;
  - for standard input), and the conditions of the shelf beside them, with the reasons. --setting says who is asked about:
  rare, people sent to a rare-disease service (the default where all findings are HPO terms), or general, anybody.
  --format json writes one line a case. Needs prodrome knowledge add hpo.`,
  serve: `prodrome serve [--port 8080] [--cases FOLDER]
  Serves the demo patients and their reviews on 127.0.0.1.`,
  deid: `prodrome deid IN OUT [--key-file FILE] [--rules FILE] [--tags] [--k N --quasi NAME,…] [--as-of YYYY-MM-DD]
              [--sample N] [--report FILE] [--keep-holidays] [--occupations]
prodrome deid - [--report FILE] [--manifest FILE] …   filters NDJSON (or HL7 v2, C-CDA) from standard input to standard output
prodrome deid --new-key FILE                          makes a key
  De-identifies records (FHIR R4 Bundles, NDJSON, HL7 v2, C-CDA, folders, gzip) by HIPAA Safe Harbor or rules of your own; FHIR
  comes out. The key comes from a file or from PRODROME_DEID_KEY. OUT gets a report and a manifest; a run that was broken off goes
  on where it stood.
  --tags writes [NAME] in texts instead of invented names. --k leaves nobody alike with fewer than N - 1 others by
  birth-year, sex, zip3, state, country, race, ethnicity, marital-status, language, death-year (unless named: birth-year, sex,
  zip3, race, ethnicity).`,
  knowledge: `prodrome knowledge check [FOLDER] [--lint]
  Checks the curated knowledge and says how much of it there is; --lint adds what is valid and yet weakens it.
prodrome knowledge schema [FOLDER]
  Writes the JSON Schemas of its files to FOLDER/schema.
prodrome knowledge add hpo [--from FOLDER|URL] [--to FOLDER]
  Makes an index of a release of the Human Phenotype Ontology, for prodrome differential: hp.obo or hp.json with
  phenotype.hpoa, from a folder or an address (default: the newest release). It stays in your own data folder.`,
  pack: `prodrome pack DATASET OUT [--outcomes FILE] [--length 256] [--queries 4] [--quiet-days 365] [--persons 20]
              [--followed data-end|last-event] [--seed 1]
  Packs a MEDS data set into shards for prodrome train: a vocabulary of the codes that at least so many persons of the train split
  have, rows of people's events, and OUT/run.yaml to start from. Outcomes (YAML: a list of name and codes; a * at a code's end
  stands for all that begin so) are asked at so many places of a row; death alone by default.
  --length 128,512 makes rows of both lengths, short lives in the short ones. --followed says until when who has not died is
  followed: until the data end, or, where dates are moved by person or people leave unseen, until their own last event.`,
  train: `prodrome train CONFIG [--resume] [--print]
  Trains the foundation model as CONFIG (YAML or JSON) says, and writes it to the folder that it names. Ctrl-C stops after the
  step and leaves a checkpoint; --resume goes on from it, bit for bit. --print only prints the
  whole configuration as JSON, with the shapes of the weights: what scale/train_torch.py reads.`,
  predict: `prodrome predict PATH|- [--patient ID] [--as-of YYYY-MM-DD] [--model FOLDER] [--format text|json|ndjson]
                [--why OUTCOME] [--next] [--code CODE] [--futures N] [--years N] [--seed N] [--embedding]
  Risks of a record's person by a trained model, each with its 95 % interval, from what was known on the day (the last of
  the record by default). Says so instead where the person is outside what the model was trained on. The model that comes with
  Prodrome is a demonstration on synthetic lives: not for care.
  --why takes the risk of an outcome (within --years, 5 by default) apart: what of the record raises it, what lowers it.
  With a model of events, as prodrome train makes it: --next tells the events expected next, --code the probability that one
  comes within --years (a * at its end stands for all that begin so), --futures samples so many ways the life may go on and
  compares them with the closed form (the same --seed gives the same ones), --embedding adds what the network makes of the history.
prodrome predict - --format ndjson [--as-of YYYY-MM-DD] [--model FOLDER] [--report FILE]
  A filter for many people: one FHIR Bundle of one person a line in, one line of JSON with that person's risks out.
  --report counts lines and names those that could not be read.`,
  calibrate: `prodrome calibrate DATASET --model FOLDER [--split tuning|held_out] [--years 1,5]
  Fits how the risks of a model that prodrome train made are read, on people who had no part in its training (of tuning, those by
  whom it did not stop), and for whom they hold, and writes both into its folder: from then on prodrome predict gives its risks
  with intervals, and says so instead where a person is outside. An outcome that fewer than ten had within a horizon is not told for it.
  Each person is asked on up to three days a horizon, none of whose times overlap.`,
  evaluate: `prodrome evaluate DATASET [--model FOLDER] [--split train|tuning|held_out] [--format text|json] [--page FILE]
  How well a model's risks hold on a MEDS data set: each person of the split (held_out by default) is asked once for each horizon,
  on the day that leaves the horizon until the end of the data. Outcomes with fewer than 11 events are not told.
  --page writes the training's page with calibration curves: what was predicted against what came, in tenths of the people.`,
  corpus: `prodrome corpus build IN OUT [--splits 0.8,0.1,0.1] [--name NAME] [--shards N] [--workers N] [--manifest FILE]
  Makes a MEDS 0.4 data set in the folder OUT of de-identified records (what prodrome deid wrote, with its manifest).
  --identified-source takes records that were not de-identified (FHIR R4, HL7 v2, C-CDA): the data set is marked, and training refuses it.
prodrome corpus build - [--manifest FILE | --identified-source] [--report FILE]
  A filter: one FHIR Bundle a line in, one MEDS event a line out; prodrome corpus shard and finish make a data set of them.
  The manifest is that of prodrome deid - before it; --report counts lines and names those that
  could not be read. When the filter fails, its output is not de-identified and must not be used.
prodrome corpus import IN OUT [--mapping M.yaml] [--splits 0.8,0.1,0.1] [--name NAME] [--shards N] [--identified-source]
  Makes a MEDS 0.4 data set of Parquet in the layout of MEDS or near it, or of CSV files by a mapping (docs/corpus.md).
prodrome corpus describe DIR [--format text|json|html] [--reference FILE] [--out FILE]
  Tells what is in a MEDS data set: people, years, codes, values, and who is represented beside a reference population.
  Numbers of people from 1 to 10 are never shown.
prodrome corpus cohort DIR (CRITERIA.yaml | --has CODE … [--has-not CODE …] [--sex F|M] [--age 40-70]) [--years 5] [--format text|json]
  Counts the people of a data set who meet criteria, and tells what followed in most of them. Never tells of fewer than 11 people.
prodrome corpus shard STAGE --shard K/N [--splits 0.8,0.1,0.1]
  Makes shard K (from 0) of N of the events of its subjects on standard input (lines of prodrome corpus build -), in the folder STAGE.
  A subject's shard is floor(subject_id * N / 2^63). To make a shard again is harmless.
prodrome corpus finish STAGE OUT [--name NAME] (--manifest FILE|FOLDER | --identified-source)
  Makes the MEDS data set OUT of the shards in STAGE: splits, codes, dataset.json; the same as prodrome corpus build would have.`,
} as const;

export type CommandName = keyof typeof USAGE;
