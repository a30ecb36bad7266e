/** Names of the tenth generator: every land, every shape of surname, names that are words. Written from general knowledge. */
import { pick, type R } from '../random.ts';

const w = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

const GIVEN = w(
  `Abdoulaye, Abeba, Adaeze, Adelheid, Agnieszka, Ahmet, Aiko, Ailbhe, Aisulu, Akosua, Alasdair, Albena, Aleksandr, Alejandra, Alfonso, Alma, Amadou, Amir, Ananya, Anjali, Antanas, Apinya, Arash, Arjun, Arturo, Asha, Aslaug, Ayşe,
Babajide, Bayarmaa, Beatriz, Benedikt, Biruk, Blessing, Bogdan, Bronwen, Burak, Cáit, Carmela, Catalina, Chidi, Chinedu, Cillian, Colette, Cyril, Dagmar, Danuta, Daniela, Darnell, Deborah, Deepak, Dimitra, Dinh, Dmitri, Dolores,
Dorothea, Dušan, Edwina, Eero, Ekaterina, Elif, Eliseo, Emeka, Enrique, Erzsébet, Esperanza, Fabrice, Farida, Fatima, Femi, Filippo, Florin, Folake, Gareth, Genoveva, Ghassan, Gintaras, Giuseppe, Goran, Gunnar, Gwendolyn,
Habiba, Hae-won, Hanneke, Harpreet, Hassan, Heikki, Hiroko, Hùng, Ibrahim, Ileana, Inga, Irakli, Isabeau, Ivana, Jagoda, Jamal, Jaroslav, Javier, Jelena, Jin-ho, Jorge, Jyoti, Kalani, Kamala, Karthik, Katarzyna, Kaveh, Keisha,
Khadija, Kiran, Kofi, Konstantinos, Lakshmi, Lars, Latoya, Laura, Leila, Lech, Li Wei, Liam, Lorenzo, Lubna, Ludmila, Luis, Maeve, Magnus, Mahmoud, Malik, Mamadou, Manuel, Maria del Carmen, Mariam, Marie-Claire, Marisol,
Matteo, Mei-Ling, Mercedes, Meseret, Milica, Mohammed, Monique, Muhammad, Murali, Naledi, Naoko, Nasrin, Nikhil, Niamh, Nomvula, Nurul, Oksana, Olga, Omar, Ousmane, Paolo, Patience, Paweł, Pedro, Pilar, Piotr, Preeti, Quang,
Radoslav, Rafael, Rajesh, Ramón, Rania, Raúl, Reza, Ricardo, Roberta, Rodrigo, Roxana, Ruslan, Rutendo, Sabrina, Saeed, Salma, Samir, Sandeep, Saoirse, Sean, Selam, Sergei, Shanice, Shreya, Siddharth, Simone, Sione, Sofia,
Soo-jin, Stavros, Sunita, Svetlana, Tadeusz, Takeshi, Tamara, Tariq, Tatiana, Thabo, Thandiwe, Themba, Thi Mai, Tomasz, Tunde, Ursula, Valentina, Vanessa, Vikram, Violeta, Waleed, Wei, Wiremu, Xavier, Xin Yi, Yaw, Yolanda,
Yosef, Yuki, Yusuf, Zainab, Zdeněk, Zofia, Mary, John, Robert, Linda, Patricia, Michael, Susan, David, Karen, Nancy, Betty, Donald, Sandra, Steven, Kimberly, Kenneth, Donna, Carol, Brian, Amanda, Melissa, Edward, Stephanie,
Rebecca, Jeffrey, Sharon, Cynthia, Kathleen, Amy, Angela, Shirley, Brenda, Emma, Nicole, Helen, Samantha, Katherine, Christine, Debra, Rachel, Carolyn, Janet, Maria, Heather, Diane, Julie, Joyce, Tyler, Aiden, Zoe, Mason, Madison`,
);
const GIVEN_WORDS = w(
  'Will, Mark, Faith, Rose, Grace, Joy, Hope, Bill, Art, Gene, Dawn, Iris, Ivy, Pat, Penny, Robin, Rusty, Sandy, Summer, Autumn, April, June, May, Chance, Drew, Earl, Ginger, Jack, Jasmine, Lance, Max, Miles, Olive, Pearl, Reed, Rocky, Sky, Sunny, Violet, Wade, Chase, Cliff, Clay, Dean, Destiny, Honey, Mercy, Patience, Precious, Ruby, Skip, Bud, Angel, Charity, Constance, Crystal, Daisy, Ebony, Heath, Holly, Ray, Rich, Rob, Star, Van, Victor, Frank, Guy, Harmony, Melody',
);
const FAMILY = w(
  `Abdi, Abdullahi, Aboagye, Achterberg, Adebayo, Aguilar, Ahmadzai, Akhmetov, Albuquerque, Allard, Amankwah, Andrade, Aquino, Arslan, Asante, Åkesson, Baczkowski, Baldwin, Banerjee, Baptista, Barzani, Beaumont, Bekele, Benítez, Berhane,
Bjarnason, Blankenship, Boateng, Bouchard, Brännström, Brennan, Bui, Burkhardt, Caballero, Campanella, Carvalho, Castellano, Cervantes, Chatterjee, Chavez, Chiang, Chowdhury, Cisneros, Clutterbuck, Cruickshank, Csonka, Dang,
Dasgupta, Delacroix, Desrosiers, Diallo, Dimitrov, Đinh, Dubois, Duong, Echeverría, Edelstein, Eisenhower, Ellingsen, Escobar, Espinoza, Fagerlund, Farrokhzad, Featherstonehaugh, Fiorentino, Fitzgerald, Fofana, Fonseca, Fujimoto,
Gallagher, Gebreselassie, Georgiou, Ghorbani, Gilchrist, Goldschmidt, Gómez, Grabowski, Guerrero, Gunawardena, Gupta, Gwozdz, Haddad, Hakimi, Halloran, Hämäläinen, Hernandez, Hidalgo, Hoang, Hofstetter, Horvat, Hrvatin, Huang,
Hussain, Ibarra, Iglesias, Ilić, Ito, Iyer, Jaramillo, Jayawardene, Jóhannsdóttir, Kaczmarek, Kamau, Kaplan, Karimi, Kaur, Keita, Khalil, Kiplagat, Kirchner, Kiszka, Kobayashi, Kovalenko, Kumalo, Kuznetsova, Kwiatkowska, Lachance,
Larrañaga, Laskaris, Lefebvre, Leszczynski, Lindgren, Lombardi, Lukács, Machado, Mahlangu, Maldonado, Mamun, Marchetti, Mazur, Mehrotra, Mensah, Mihailescu, Mokoena, Montenegro, Moreau, Mukherjee, Mwangi, Nagy, Narayanan, Navarro,
Ncube, Nguyen, Nikolaidis, Noriega, Nowicki, Nwosu, Obi, Ochieng, Odinga, Ogawa, Ojukwu, Okeke, Olszewski, Ordoñez, Osei, Ouedraogo, Ozturk, Pacheco, Padilla, Paliwal, Papageorgiou, Park, Patel, Pellegrini, Peralta, Petrosyan,
Pham, Pieterse, Popescu, Quiñones, Quispe, Raczynski, Rahman, Ramaswamy, Rasmussen, Reddy, Reinholt, Rezaei, Richter, Rosales, Rutkowski, Saavedra, Sahin, Saito, Salazar, Santoro, Schwartzkopf, Sesay, Shevchenko, Siddiqui,
Silva, Simonyan, Singh, Sithole, Sjöberg, Solheim, Srinivasan, Stefanović, Subramanian, Świątek, Szabó, Taiwo, Takahashi, Tamang, Tesfaye, Thapa, Theodorakis, Tran, Traoré, Tsai, Tuilagi, Uchenna, Umar, Urbanowicz, Valdez,
Vasquez, Venter, Villanueva, Vlahović, Vuong, Wanjiru, Warsame, Weatherby, Wierzbicki, Wolfgang, Xu, Yamamoto, Yilmaz, Zaman, Zapata, Zeleke, Zhang, Zielinska, Zuma, Smith, Johnson, Williams, Jones, Davis, Miller, Anderson, Taylor,
Thomas, Moore, Martin, Jackson, Thompson, Harris, Clark, Lewis, Robinson, Walker, Allen, Wright, Scott, Hill, Adams, Nelson, Campbell, Mitchell, Roberts, Carter, Phillips, Evans, Turner, Parker, Collins, Edwards, Stewart`,
);
const FAMILY_SHAPED = w(
  `McAllister, McCorkindale, McNaught, MacIntosh, MacDiarmid, Mc Namara, O'Shaughnessy, O'Dell, O’Rourke, O'Kane, D'Angelo, D'Souza, de la Rosa, de la Vega, De La Cruz, del Toro, dela Cruz, de los Santos, de Oliveira, da Costa, dos Santos, di Pietro,
Della Valle, van der Merwe, van den Heuvel, Van Buren, van Houten, Vander Wal, von Trapp, von Richthofen, ten Boom, ter Haar, le Roux, Le Blanc, La Porte, St. Clair, St. John, bin Rashid, bin Abdullah, binti Yusof, ibn Saud, al-Farsi, Al-Masri,
el-Sayed, El Amrani, Abu Bakr, Ben-David, ap Rhys, Smith-Jones, García-Lorca, Pérez Galdós, García Márquez, Kowalska-Nowak, Brown-Forde, Lloyd Webber, Nic Dhomhnaill, Mac Giolla, Ó Briain, Þorvaldsson, Ng, Ho, Oh, Ek, Yi, Do, Le, So, An`,
);
const FAMILY_WORDS = w(
  'Young, May, Long, Power, Bright, Savage, Strong, Wise, Best, Fields, Rivers, Woods, Forest, Lake, Stone, Rice, Bean, Berry, Pepper, Salt, Fish, Fox, Wolf, Lamb, Bird, Drake, Crane, Swan, Snow, Frost, Winter, Summers, Day, Knight, Bishop, Pope, Abbott, Church, Temple, Cross, Bell, Hand, Foot, Head, Legg, Cheek, Back, Blood, Payne, Hurt, Burns, Cutter, Sharp, Short, Small, Little, Large, Grant, Banks, Cash, Price, Sales, Law, Justice, Judge, Marshall, Page, Booker, Read, Love, Darling, Sweet, Gamble, Chance, Case, Waite, Walker, Speed, Fast, Rush, Dolan, Bond, Pitts, Moody, Grimm, Noble, Royal, Major, French, English, Welsh, Moon, Starr, Storm, Rain, Flood, Marsh, Reed, Ash, Cotton, Wool, Silk, Ford, Beard, Brain, Costa, Early, Battle',
);
const NICKS: Readonly<Record<string, string>> = {
  Robert: 'Bobby',
  Michael: 'Mickey',
  Katherine: 'Kit',
  Patricia: 'Patty',
  Edward: 'Ted',
  Alejandra: 'Ale',
  Muhammad: 'Mo',
  Rebecca: 'Becky',
  Samantha: 'Sammie',
  Deborah: 'Deb',
  Aleksandr: 'Sasha',
  Tatiana: 'Tanya',
  Giuseppe: 'Beppe',
  Konstantinos: 'Kostas',
  Rafael: 'Rafa',
  Jeffrey: 'Jeff',
  Kenneth: 'Kenny',
};

export interface Person {
  readonly given: string;
  readonly nick: string;
  readonly middle: string;
  readonly family: string;
}

/** One in ten has a name that is a word; a fifth of surnames have parts. */
export function person(r: R): Person {
  const given = pick(r, r() < 0.1 ? GIVEN_WORDS : GIVEN);
  const u = r();
  return {
    given,
    nick: NICKS[given] ?? given,
    middle: pick(r, GIVEN),
    family: pick(r, u < 0.1 ? FAMILY_WORDS : u < 0.3 ? FAMILY_SHAPED : FAMILY),
  };
}

const LETTERS = [...'bcdfghjklmnprstvwy'];
/** A slip of the pen inside a name of six letters or more; shorter names stay. */
export function slip(r: R, text: string): string {
  if (text.length < 6) return text;
  const at = 2 + Math.floor(r() * (text.length - 4));
  const [before, here, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  if (!/\p{Ll}/u.test(here)) return text;
  return pick(r, [
    before + after,
    before + here + here + after,
    before + pick(r, LETTERS) + after,
    before + here + pick(r, LETTERS) + after,
  ]);
}
