/**
 * Names that the benchmark writes into notes: the tenth of the word list's names that training never saw (they are taken out of
 * the list before the benchmark scrubs), and names from other lands that are in no list here.
 */
import { commonLevel, FEMALE, givenLevel, MALE, PLACE, surnameLevel } from '../../src/privacy/text/lexicon/bits.ts';
import type { WordList } from '../../src/privacy/text/lexicon/load.ts';
import { isKeptAside } from '../../src/privacy/text/train/generate.ts';

export interface People {
  readonly male: readonly string[];
  readonly female: readonly string[];
  readonly family: readonly string[];
  readonly cities: readonly string[];
}

const FOREIGN_GIVEN_FEMALE =
  'Anneliese Oluwaseun Ngozi Xiulan Thuy-Linh Szczepana Ragnhild Siobhán Zübeyde Ljubica Chiamaka Yevgenia Amaterasu Parvathi Quynh Ilknur Małgorzata Þórdís Dragana Fatoumata'.split(
    ' ',
  );
const FOREIGN_GIVEN_MALE =
  'Oluwadamilare Zbigniew Thorvald Xiaoming Tadhg Gbenga Krzysztof Venkatesh Đorđe Ümit Mbongeni Akinyemi Sigurjón Jiří Phuoc Kwabena Tsegaye Vuk Haruto Nnamdi'.split(
    ' ',
  );
const FOREIGN_FAMILY =
  "Okonkwo-Adeyemi Wiśniewska Ó'Súilleabháin Bhattacharya Nguyễn Szczypiorski Papadimitriou Guðmundsdóttir Oyelaran Krishnamurthy Dąbrowski Yıldırım Vukčević Tshabalala Abdulrahimzai Kovačević Mbeki-Zulu Zhuravlyov Hernández-Peña Ravichandran Ogunleye Thórsson Chukwuemeka Al-Hashimi De'Souza Van-Nieuwenhuizen Lindqvist Bjørnstad Tchaikowsky Ekwueme".split(
    ' ',
  );

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export function peopleOf(words: WordList): People {
  const male: string[] = [...FOREIGN_GIVEN_MALE];
  const female: string[] = [...FOREIGN_GIVEN_FEMALE];
  const family: string[] = [...FOREIGN_FAMILY];
  const cities: string[] = [];
  for (const [word, bits] of words) {
    if (!isKeptAside(word)) continue;
    if ((bits & PLACE) !== 0 && commonLevel(bits) < 2)
      cities.push(word.replace(/(?:^|[\s-])\p{L}/gu, (x) => x.toUpperCase()));
    if (!/^[a-z]{3,}$/.test(word)) continue;
    // Common names weigh more, as among people; a name that is a common word comes too, rarely.
    const wordy = commonLevel(bits) >= 4;
    const given = wordy ? 0 : givenLevel(bits) ** 2;
    const surname = wordy ? Math.min(1, surnameLevel(bits)) : surnameLevel(bits) ** 3;
    for (let k = 0; k < given; k += 1) {
      if ((bits & MALE) !== 0) male.push(titled(word));
      if ((bits & FEMALE) !== 0) female.push(titled(word));
    }
    for (let k = 0; k < surname; k += 1) family.push(titled(word));
  }
  return { male, female, family, cities };
}

/** The word list as if it had never heard of the names kept aside: they are words, or unknown. */
export function withoutKeptAside(words: WordList): WordList {
  const mask = ~(15 | MALE | FEMALE | PLACE);
  const out = new Map<string, number>();
  for (const [word, bits] of words) {
    if (!isKeptAside(word)) out.set(word, bits);
    else if ((bits & mask) !== 0) out.set(word, bits & mask);
  }
  return out;
}
