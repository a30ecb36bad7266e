/**
 * Names put together from the sounds and endings of many languages, so that the tagger meets spellings that no American list has.
 * The pieces are common endings and syllables, from general knowledge; most of what they make is nobody's name.
 */
const w = (text: string): readonly string[] => text.split(' ');

interface Tongue {
  readonly starts: readonly string[];
  readonly middles: readonly string[];
  readonly family: readonly string[];
  readonly given: readonly string[];
}

const tongue = (starts: string, middles: string, family: string, given: string): Tongue => ({
  starts: w(starts),
  middles: w(middles),
  family: w(family),
  given: w(given),
});

const TONGUES: readonly Tongue[] = [
  tongue(
    'Kow Wis Zie Now Dąb Szy Maz Kras Bor Grze Prz Krz Łu Gór',
    'al cz ń mań sz ow o ie rz',
    'ski ska cki wicz czyk ak iak owski ewska ek',
    'sław sława ek ena ina wid isz ka ata an',
  ),
  tongue(
    'Pet Iva Kov Nov Dragi Jov Mar Vuk Boj Sto Zor Đor Mil',
    'o a ač e ko ni č š',
    'vić ović ić ov ova ev eva čić ka ak',
    'mir slav slava ana ica ko a an ka en',
  ),
  tongue(
    'Pav Shev Bon Tka Mel Kuz Smir Vol Gri Lys Zay Khar',
    'e o ly chen ka ni en u',
    'enko chuk ov ova sky skaya in ina yuk',
    'iy ya iya or an dmila ksandr oslav',
  ),
  tongue(
    'And Lind Berg Jó Sig Guð Hå Ol Thor Nils Sv Øst Ek Åk',
    'er s o mund ur ga en',
    'sson sen dóttir ström gren berg quist dahl gaard by',
    'rid e björg ur var hild a ulf ar mund',
  ),
  tongue(
    'Virt Kor Mäk Hei Lai Nie Ranta Sal Kal Tii',
    'a o i ne ho ki nen le',
    'nen la inen niemi mäki koski lä',
    'i o ja kka sa tta na u',
  ),
  tongue(
    'Papa Chri Geo Ath Kon Dimi Stav Niko The Ana',
    'do s ris ana tri ro la o ta',
    'poulos idis akis ou as iadis aki ellis',
    'os is ia oula nos sios a',
  ),
  tongue(
    'Yıl Öz Kay De Ça Şah Ay Gül Er Tür',
    'dı de lı mi ğla kan ba i ü',
    'maz oğlu kan ler çı demir türk soy taş',
    'em et an ya nur ay han iye',
  ),
  tongue(
    'Hos Ahm Rah Kar Moh Jaf Far Naj Sha Ghol Kha',
    'se ma i a am fa ri ou',
    'eini adi zadeh pour ani i yan oui far',
    'sa reza een ida rin ya id oush eh',
  ),
  tongue(
    'Har Nag Kov Sza Tó Hor Fek Bal Kis Var',
    'o a gá vá é ta lá',
    'ás i y kó th ai dy ér',
    'ór a on ka ly őke án',
  ),
  tongue(
    'Gon Fer Rod Mar Var Her Cas Qui Zam Ech Are',
    'zá nán rí tí ga ra ta ño e',
    'lez dez guez nez era ero illo ez ales ón',
    'a o ita ela uel ín ía isco',
  ),
  tongue(
    'Fer Oli Pe Car Al Sou Mo Ri Tei Men',
    're va lho mei ra bei xei do',
    'eira eiro des inho ão es ais osa',
    'o a ão inha el iano',
  ),
  tongue(
    'Ros Bian Esp Mar Gian Con Pel Lom Fer Ric',
    'si chi o ti e le bar ra ga',
    'ini elli etti ucci one ano ari esi oni',
    'o a ella ino ina uca etta',
  ),
  tongue(
    'Du Le La Beau Char Mont Bou Chev Gau Rou Pel',
    'bo mar fon chan pen rier de se',
    'eau ier elle ois ault ard et in eux',
    'ine ette ien elle ande ice ot',
  ),
  tongue(
    'Mül Sch Hof Ber Wei Kra Stein Grü Lang Zim',
    'ne ei mann er ten ber fel',
    'er mann hauer stein meier bach feld ig',
    'ke hard gard rich linde e helm',
  ),
  tongue(
    'De Van Ver Jan Hen Dij Kui Vis Smi Baker',
    'der ho sse mei dri kstra pe',
    'sen stra ma man huizen kamp aert s',
    'ke tje us a je in',
  ),
  tongue(
    'Subra Venka Krish Rama Chand Bala Natar Muru Sri Vija',
    'ma ta na ni ra ja su la ya',
    'nian swamy raman nathan murthy esan an ingam appa',
    'i esh an ya tha vi ka',
  ),
  tongue(
    'Ban Chat Bhat Das Muk Gos Chau Pat Kul Des Agar',
    'er ta gu ar wa ha kar pan',
    'jee gupta charya kar wal al dhry di ade',
    'it esh a ika jay ita ul inder preet',
  ),
  tongue(
    'Ade Olu Ak Bab Ogun Oye Ola Ayo Fola',
    'wa se de ye ba yo to la',
    'yemi bola wale de tunde moye sola mi lade',
    'tayo wale ke bisi de seun mi',
  ),
  tongue(
    'Oko Chu Nwa Eze Ugo Ife Obi Ema Nna',
    'nk kwu ch ka ma chi ne zi',
    'wo eke emeka obi ulu ji nma anyi',
    'ka ma oma a dike yi chi',
  ),
  tongue(
    'Mwa Ki Wan Nju Ka Ng Mu Ochi Oti Tshe',
    'ng ma jo gu ri pla ta eno ba',
    'i gi u ki uki ge eng ola',
    'i u o aro ia ere',
  ),
  tongue(
    'Dla Nko Khu Mthe Zu Sit Ndlo Mkhi Mabu',
    'mi si ma mbu la ho vu ze',
    'ni si lo thi le za ba',
    'la sizwe thi ani wa bo',
  ),
  tongue(
    'Tak Yama Ko Naka Waka Ishi Fuji Suzu Mori Haya',
    'a shi ba ga mu ta hi',
    'hashi moto da yama mura kawa shita oka no saki',
    'ko mi to ki ro suke ka',
  ),
  tongue('Zh X Q Ch L W Y H J', 'a ia ua ia e i u', 'ng n o i u ang eng ao', 'ming xia wei hua ling jun ying hao'),
  tongue('Ng Tr Ph Hu Đ Th Qu L V', 'uy a i ư ô e', 'ễn n nh ng m ên ạm ỳnh', 'anh uyen inh ong ung i oc'),
  tongue('Ma Sa Tu Fa La Ta Ka No Pu', 'ka le lo hu si na ta ne', 'lani i ata ele u oa ala', 'ni lani le oa na u'),
  tongue(
    'Gela Bera Kva Petro Hako Gri Sar Man',
    'shvi dze ra ko gor ya uk',
    'shvili dze yan ian ava ani',
    'i ine en ush o a',
  ),
  tongue(
    "Ó Mac Fitz Mc O'",
    'Don Shau Rior Cal Gill Mur Fla Dri Sul',
    'ghnessy dan lagher phy herty scoll livan igan',
    'ín án bh éad all',
  ),
  tongue(
    'Tes Geb Hai Mul Wol Abe Ber',
    'fa re le ge de ta ma',
    'ye medhin selassie u maryam wit nesh',
    'ye u ech it awit',
  ),
  tongue('Abdi Moha War Hus Far Has Yus', 'ra a se si u ma', 'hman med me n ullahi uf ah', 'a o an ia'),
];

/** A made name; `random` in [0, 1). */
export function strange(random: () => number, kind: 'given' | 'family'): string {
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const { starts, middles, family, given } = pick(TONGUES);
  const middle = random() < 0.55 ? pick(middles) : '';
  return pick(starts) + middle + pick(kind === 'family' ? family : given);
}

/** Particles before a surname, as people write them. */
export const PARTICLES: readonly string[] =
  "de |de la |del |de los |da |dos |di |Di |De |van |van der |van den |van 't |von |Von |Van |ter |al-|Al-|El |el-|bin |Mac |Ní |Le |La |St. |D'|O'|Ben ".split(
    '|',
  );
