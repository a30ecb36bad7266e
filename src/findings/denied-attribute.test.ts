import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { readNote } from '../text/index.ts';
import { conceptOf, lexiconOf } from './lexicon.ts';

const lexicon = lexiconOf(loadKnowledge());
/** Findings and conditions of a text, with `-` before those that it denies. */
const saidIn = (text: string): string[] =>
  readNote(text, lexicon).mentions.map(({ concept, assertion }) => {
    const { id } = conceptOf(concept);
    return assertion === 'absent' ? `-${id}` : id;
  });

describe('an attribute that is denied leaves what has it', () => {
  test.each([
    ['Non-bloody diarrhoea for 3 weeks.', ['diarrhoea', '-bloody-diarrhoea']],
    ['Non bloody diarrhoea', ['diarrhoea', '-bloody-diarrhoea']],
    ['Diarrhoea that is non-bloody.', ['diarrhoea', '-bloody-diarrhoea']],
    ['Diarrhoea without blood or mucus.', ['diarrhoea', '-bloody-diarrhoea']],
    ['Non-bloody, non-bilious vomiting.', ['vomiting', '-bilious-vomiting']],
    ['Non-pleuritic, non-exertional chest pain', ['chest-pain', '-exertional-chest-pain']],
    ['Chest pain not pleuritic in nature.', ['chest-pain', '-pleuritic-chest-pain']],
    ['Cough is not productive.', ['cough', '-productive-cough']],
    ['Headache is not worse on lying.', ['headache', '-morning-or-strain-headache']],
    ['Non-painful swelling of the knee', ['joint-swelling', '-hot-swollen-joint']],
    ['Non-tender lump in the left breast.', ['breast-lump']],
    ['Non-pruritic rash on the legs.', ['leg-skin-lesion', '-pruritus']],
    ['Non-displaced fracture of the radius.', ['limb-injury-deformity', '-displaced-fracture']],
    ['Painless jaundice and weight loss.', ['painless-jaundice', 'weight-loss']],
    ['Non-ST-elevation MI', ['known-coronary-disease', '-ecg-st-elevation']],
    // The whole is one name.
    ['Non-productive cough', ['dry-cough']],
    ['Non-Hodgkin lymphoma', ['non-hodgkin-lymphoma']],
    ['Non-pitting oedema of both legs', ['swollen-limb-does-not-pit']],
    // No tenderness says nothing of pain.
    ['Abdomen soft and non-tender.', []],
    ['Abdomen non-tender.', ['-abdominal-tenderness']],
  ])('%s', (text, expected) => {
    const said = saidIn(text);
    expect(said).toEqual(expect.arrayContaining(expected));
    for (const id of expected) expect(said).not.toContain(id.startsWith('-') ? id.slice(1) : `-${id}`);
    expect(said).not.toContain('-abdominal-pain');
  });

  test.each([
    ['No bloody diarrhoea', 'diarrhoea'],
    ['Lymph nodes not palpable.', 'lymphadenopathy'],
    ['Thyroid not enlarged.', 'goitre'],
    ['Mass not palpable.', 'mass-lesion'],
    ['No palpable mass.', 'mass-lesion'],
  ])('where the thing itself is denied nothing is left: %s', (text, absent) => {
    expect(saidIn(text)).not.toContain(absent);
  });
});
