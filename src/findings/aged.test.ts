import { describe, expect, test } from 'vitest';
import type { Note } from '../chart/index.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { readNote } from '../text/index.ts';
import { diseaseToldWithAge } from './aged.ts';
import { conceptOf, lexiconOf } from './lexicon.ts';
import { mentionedClaims } from './mentioned.ts';

const knowledge = loadKnowledge();
const lexicon = lexiconOf(knowledge);

describe('a disease told with an age', () => {
  test.each([
    ['MI at 45', 'MI'],
    ['heart attack aged 50', 'heart attack'],
    ['breast ca 42', 'breast ca'],
    ['mother breast cancer at 42', undefined],
    ['father MI 50', undefined],
    ['MI in 2015', undefined],
    ['early heart disease', undefined],
  ])('%s', (words, disease) => expect(diseaseToldWithAge(words)).toBe(disease));

  const idsIn = (text: string) => readNote(text, lexicon).mentions.map(({ concept }) => conceptOf(concept).id);
  test('is the disease, beside the family history that it would be in a relative', () => {
    expect(idsIn('Breast cancer at 42, mastectomy.')).toContain('breast-cancer');
    expect(idsIn('He had a heart attack at 45.')).toContain(idsIn('He had a heart attack.')[0]);
  });

  const claimed = (text: string) => {
    const note: Note = { kind: 'note', source: { resource: 'note' }, text, at: 0, title: '' } as unknown as Note;
    return [...mentionedClaims([{ note, reading: readNote(text, lexicon), copied: [] } as never], knowledge).keys()];
  };
  test('claims a family history of a relative alone', () => {
    expect(claimed('He had an MI at 45.')).not.toContain('family-premature-coronary-disease');
    expect(claimed('Father had an MI at 45.')).toContain('family-premature-coronary-disease');
    expect(claimed('Aunt had breast cancer at 38.')).toContain('family-early-breast-cancer');
    expect(claimed('Breast cancer at 42.')).not.toContain('family-early-breast-cancer');
  });
});
