/** Names of the eleventh generator, from general knowledge; none of them was looked up in the word list. */
import { pick, type R } from '../random.ts';

const w = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

const GIVEN = w(
  `Abigail, Adaora, Adrián, Afonso, Agneta, Ajay, Aleida, Almaz, Alphonse, Amalia, Anatoly, Andile, Anh, Annika, Apolonia, Aram, Ariadne, Armando, Astrid, Athena, Aurelio, Ayelet, Aziz, Balázs, Beatrix, Bence, Benazir, Bilal, Bjorn,
Bonifacio, Branka, Brígida, Calum, Candelaria, Caoimhe, Casimir, Cecil, Chandra, Chantal, Cheng, Chloé, Ciro, Clementine, Conor, Cosmin, Cristóbal, Dalia, Damir, Danh, Darius, Deirdre, Delphine, Denzel, Devika, Dieter, Dilara,
Dmytro, Domingo, Donovan, Dorota, Eamon, Edmundo, Effie, Eitan, Elena, Elspeth, Emil, Emre, Ensar, Erasmus, Esi, Eugenia, Ezequiel, Fabio, Farah, Fausto, Felicity, Fidel, Fiona, Florencia, Folasade, Frida, Fumiko, Gaspar, Genevieve,
Ginevra, Gita, Grigory, Guillaume, Gustavo, Gyula, Hakeem, Hala, Hamish, Hana, Harald, Hedvig, Helmut, Henrietta, Hiba, Horatio, Huda, Humberto, Iman, Indira, Inés, Ismail, Isolde, Itzel, Iván, Jabari, Jacinta, Jaime, Janusz,
Jarek, Javed, Jerzy, Jitka, Joanna, Joffrey, Josefa, Juhani, Junko, Kalpana, Kamil, Karim, Kateryna, Keiko, Kenji, Keziah, Khalid, Kofo, Krisztina, Kwame, Lachlan, Lamar, Latisha, Leandro, Leif, Lenka, Leopold, Lin, Lourdes, Luca,
Lupe, Maïa, Malika, Manfred, Marguerite, Marko, Maxim, Mehwish, Melchior, Mikhail, Milan, Mireille, Mohan, Moira, Moses, Nadir, Nanako, Narges, Nathaniel, Nehemiah, Nia, Nils, Noor, Odette, Oksana, Olivier, Omari, Orsolya, Oswald,
Padma, Pascal, Penelope, Petar, Phoebe, Pranav, Quentin, Rabia, Ragnar, Rahel, Ramesh, Renata, Rocío, Roland, Rosalind, Ruth, Saad, Sakura, Salvatore, Sanjay, Saskia, Seamus, Selma, Senait, Sigrid, Silas, Sorin, Stella, Sven,
Taavi, Tal, Tamika, Tevita, Theo, Tiago, Tova, Tuan, Uchechi, Ulrich, Urszula, Vadim, Valerie, Vasile, Vera, Vivek, Wanda, Wojciech, Xiomara, Yara, Yasmin, Yevhen, Yohannes, Zachary, Zara, Zbyněk, Zora, James, Elizabeth, William, Barbara, Richard, Jessica, Joseph, Sarah, Charles, Margaret, Daniel, Lisa, Matthew, Ashley, Anthony, Emily, Andrew, Michelle, Joshua, Laura, Kevin, Megan, Ronald, Gloria, Jason, Teresa, Gary, Doris, Larry, Evelyn`,
);
const WORDS = w(
  'Hope, Will, Faith, Dawn, Mark, Jade, Sage, Forest, Hunter, Lily, Amber, Poppy, Skye, Blaze, Basil, Bishop, Cash, Colt, Dale, Duke, Gale, Glen, Happy, Hazel, Heather, Justice, King, Laurel, Levi, Marina, Marigold, Noble, Ocean, Piper, Porter, Prince, Rain, River, Royal, Rusty, Sterling, Stone, True, Trinity, Willow, Wren, Young, Zen',
);
const FAMILY = w(
  `Abara, Abramovich, Acheampong, Agbaje, Ahlberg, Aldana, Alemayehu, Amado, Ambrose, Anders, Andersson, Antonescu, Arredondo, Ashworth, Avetisyan, Bajwa, Balogun, Barros, Bartosz, Basu, Belmonte, Benedetti, Bergstrom, Bhandari, Bielecki,
Blomqvist, Boyd, Brzezinski, Bustamante, Cabral, Calloway, Castellanos, Chandrasekaran, Chikwanha, Cho, Christodoulou, Ciobanu, Coelho, Connolly, Cortez, Czerny, Dahlgren, Danjuma, Debnath, Dembele, Dhillon, Dlamini, Doherty,
Domingues, Dragomir, Ebrahimi, Edelman, Egan, Ekström, Engstrom, Erdogan, Esparza, Estrada, Fairbanks, Falade, Fang, Feldmann, Figueroa, Fournier, Franco, Fukuda, Galindo, Ganesan, Gebremariam, Ghosh, Giordano, Gorski, Granger,
Greenberg, Gudmundsson, Guzmán, Habib, Hakansson, Hamid, Harrington, Hashemi, Haugen, Herrera, Hinojosa, Hjelm, Huerta, Hutchinson, Ibrahimovic, Ilunga, Ismailov, Ivanov, Iwasaki, Jacobsen, Jain, Jamieson, Jansen, Jiang, Kabir, Kalinowski,
Kanagaratnam, Karlsson, Kassab, Keller, Kessler, Khachatryan, Khumalo, Kimura, Kirkpatrick, Klein, Kocsis, Koroma, Kowalczyk, Krasniqi, Kristiansen, Kulkarni, Kurosawa, Lampros, Laurent, Leclerc, Lehtinen, Levy, Li, Lindqvist, Liu,
Lopes, Lozano, Lundgren, Maalouf, Mahmood, Makinen, Malhotra, Manuel, Marinescu, Mathur, Mbeki, Mendoza, Merkel, Mitrović, Mohamud, Molina, Mosquera, Mutasa, Nakamura, Naseer, Ndlovu, Nemeth, Ngo, Novak, Nunez, Obama, Ogunbanjo,
Okafor, Olivares, Orozco, Ortega, Osborne, Pavlov, Pedersen, Penha, Peñaloza, Pham, Pinto, Podolski, Qureshi, Rafferty, Rajan, Ramírez, Reyes, Rojas, Rossi, Rustamov, Sanogo, Santana, Schneider, Seo, Shah, Sharma, Sikorski, Soto,
Stavrou, Suleiman, Svensson, Tadesse, Takeda, Tanaka, Teixeira, Thompson, Toledano, Tomić, Torvalds, Trevino, Tshabangu, Uddin, Ulloa, Urquhart, Varga, Vasilenko, Velasco, Verma, Villalobos, Volkov, Wagner, Wallace, Wang, Watanabe,
Whitaker, Wieczorek, Wu, Xiong, Yadav, Yeboah, Yoon, Zabala, Zaragoza, Zhou, Zimmerman`,
);
const SHAPED = w(
  `McKenna, McPherson, MacLeod, O'Connor, O'Neil, O’Malley, D'Ambrosio, D'Silva, de la Torre, de León, De Luca, del Valle, de Souza, da Silva, dos Anjos, Di Marco, della Porta, van der Berg, van de Velde, Van Dyke, von Bülow, von der Heide, Le Clerc, La Rocca,
St. Pierre, bin Omar, binti Ahmad, ibn Khaldun, Al-Rashid, al-Amin, El-Khoury, Ben-Ami, Ap Gwilym, Jones-Baptiste, Ruiz-Soler, Sánchez Vega, Nowak-Lis, Ngo Dinh, Fitz-Gerald, Ó Murchú, Mac an Bhaird, Ko, Yu, Hu, Oo, Wu, Eng, Ali, Lee, Kim`,
);
const FAMILY_WORDS = w(
  'Banks, Bacon, Barber, Beach, Bird, Bloom, Bond, Brooks, Bush, Butcher, Carver, Chambers, Coffey, Cook, Craven, Curtain, Dance, Fair, Farmer, Field, Fisher, Flowers, Gates, Glass, Gold, Good, Gray, Green, Hale, Hardy, Hawk, Heard, Hood, Hunt, Keen, Lane, Light, Loud, Lord, Mason, Meek, Mills, Mint, Nail, Nice, Parks, Peace, Penny, Pike, Plant, Poole, Quick, Rich, Rock, Root, Rose, Sands, Self, Shields, Shore, Skinner, Spears, Street, Tidy, Trim, Wall, Ward, Waters, Weeks, West, White, Wild, Winters, Wisdom',
);

export interface Person {
  readonly given: string;
  readonly second: string;
  readonly family: string;
}
const given = (r: R): string => pick(r, r() < 0.08 ? WORDS : GIVEN);

/** One given name in twelve and one surname in ten are words. */
export function person(r: R): Person {
  const u = r();
  return { given: given(r), second: given(r), family: pick(r, u < 0.1 ? FAMILY_WORDS : u < 0.26 ? SHAPED : FAMILY) };
}
