/** Names for the sixth generator: an American community hospital, as its people might be called; from general knowledge. */
const w = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

export const WOMEN: readonly (readonly [name: string, nick: string])[] = w(`
Margaret/Peg, Elizabeth/Bets, Dorothy/Dottie, Patricia/Trish, Katherine/Kat, Susan/Suze, Deborah/Debs, Jacqueline/Jacqui, Rebecca/Becks, Abigail/Abby, Guadalupe/Lupita, María José/Majo,
Rosario/Charo, Concepción/Concha, Dolores/Lola, Mercedes/Meche, Soledad/Chole, Araceli/Cheli, Yolanda/Yoli, Xóchitl/Xochi, Pang/Paj, Mai See/Maisie, Kaliyah/Kali, Shaniqua/Niqua, LaKeisha/Keisha,
Ta'Nya/Tanny, D'Shauna/Shauna, Bernadine/Bernie, Philomena/Mena, Clotilde/Tilly, Evangeline/Evie, Delphine/Del, Leilani/Lani, Kahealani/Kahea, Malia/Lia, Aiyana/Yana, Winona/Nona, Kachina/China,
Halona/Loni, Fartun/Fay, Hodan/Hodi, Ifrah/Iffy, Zahra/Zee, Nasrin/Nas, Roya/Ro, Farzaneh/Farzi, Thuy/Tee, Bich Ngoc/Becky, Kim Chi/Kimmy, Hyun-joo/HJ, Min-seo/Minnie, Ji-woo/Jiji, Xiu Ying/Sue,
Mei-Ling/May, Zhi/Zee, Aparna/Appu, Sowmya/Sowmi, Lakshmi Priya/Lucky, Gurmeet/Meeta, Jaswinder/Jassi, Katarzyna/Kasia, Agnieszka/Aga, Svitlana/Lana, Oleksandra/Sasha, Ljiljana/Lilly, Snežana/Sneza,
Anastasia/Stacy, Despina/Debbie, Vasiliki/Vicky, Chrysoula/Chrissy, Adaora/Ada, Obioma/Obi, Folake/Fola, Nkiruka/Kiki, Wangari/Wangi, Njeri/Jerry, Makena/Kena, Tigist/Tigi, Selamawit/Selam, Genet/Jenny`).map(
  pair,
);
export const MEN: readonly (readonly [name: string, nick: string])[] = w(`
Robert/Bobby, William/Wills, Richard/Dickie, James/Jimbo, Theodore/Teddy, Francis/Frankie, Lawrence/Larry, Bartholomew/Bart, Nathaniel/Nate, Augustus/Gus, Ignatius/Iggy, Cornelius/Neil, José Luis/Pepe,
Francisco/Paco, Jesús/Chuy, Ignacio/Nacho, Guillermo/Memo, Refugio/Cuco, Eleuterio/Tello, Heliodoro/Lolo, Cuauhtémoc/Temo, Tou/Tou, Nhia/Nia, Chue/Chewy, DeAndre/Dre, Ja'Marcus/Marcus, Tre'von/Tre,
LeRoy/Roy, Cleophus/Cleo, Thibodeaux/Tib, Alcide/Al, Placide/Plas, Kekoa/Koa, Kamehameha/Kam, Ikaika/Ika, Tatanka/Tank, Ahiga/Ace, Hototo/Toto, Abdirahman/Abdi, Mohamud/Mo, Warsame/Sam, Liban/Lee,
Ahmad Shah/Shah, Najibullah/Najib, Hamidullah/Hamid, Kourosh/Cory, Babak/Bobby, Van Minh/Vinny, Quoc/Q, Hoang Anh/Andy, Joon-ho/Jun, Sang-woo/Sam, Zhiqiang/John, Guo/Gary, Subramanian/Subbu,
Venkata/Venky, Harjinder/Harry, Kulwant/Kully, Wojciech/Voytek, Zbigniew/Zbig, Volodymyr/Vlad, Bohuslav/Bob, Slobodan/Slobo, Nemanja/Nemo, Athanasios/Tom, Spyridon/Spiro, Konstantinos/Gus, Haralambos/Harry,
Chukwuemeka/Emeka, Oluwaseun/Seun, Ifeanyi/Ify, Kipchoge/Kip, Mwangi/Max, Tesfaye/Tes, Berhanu/Bert, Gebre/Gabe, Isaiah/Zay, Ezekiel/Zeke, Obadiah/Obie, Lazarus/Laz, Ulysses/Uly, Thaddeus/Thad`).map(
  pair,
);
export const FAMILIES = w(`
Abernathy, Aguilera, Aguinaldo, Akana, Alcántara, Amador-Reyes, Apostolopoulos, Arceneaux, Arroyo, Babineaux, Baca, Bajwa, Barnhill, Begay, Begaye, Benally, Benavides, Bergeron, Bhullar, Bitsui, Bloomquist,
Boudreaux, Bowlegs, Breaux, Broussard, Brzęczyk, Buenaventura, Bukowski, Cadena, Cammarata, Castaneda, Cavazos, Chanthavong, Chatterjee, Cha, Chee, Cherry-Evans, Chou, Chung, Cobb, Comeaux, Constantinides, Cuomo,
Da Silva, Dandridge, de Guzmán, De La Garza, de los Santos, De Rosa, DeShazo, Dhaliwal, Di Stefano, Dimakopoulos, Dombrowski, Dominguez-Lara, Doucet, Du Bois, Eagle Feather, Ekezie, El Amin, Escobedo, Espinoza,
Etienne, Fahnestock, Fang, Farrakhan, Fontenot, Fusilier, Galindo, Garza Treviño, Gebreselassie, Goldfarb, Goncalves, Greenblatt, Guidry, Gunderson, Haddad, Haile, Hakala, Hebert, Her, Hernandez de Leon, Holy Bear,
Hovland, Hsieh, Hussain, Iglehart, Inoue, Jagannathan, Jaworski, Jean-Baptiste, Jimenez, Kahale, Kalani, Kaleo, Kalinowski, Kanoho, Karimi, Katsaros, Kekahuna, Khang, Kipkemboi, Knutson, Kovalenko, Krzyzewski,
Kue, Kuznetsov, LaFleur, Landry, Laskaris, LeBlanc, Lo, Lor, Loya, Luangrath, Lyubchenko, Mac Donnell, Mahoe, Makua, Manuelito, Mascareñas, Mastrangelo, McCorkle, McDaniel, McGehee, Medicine Crow, Mehari,
Melançon, Moua, Mouton, Mukasa, Nakai, Ndubuisi, Nez, Nguyễn, Nikolopoulos, Njuguna, Nzeogwu, O'Bannon, O'Keefe, O'Rourke, Obamwonyi, Odegaard, Ogbonna, Olszewski, Ontiveros, Ortega y Vega, Osuji, Palacios, Papas,
Parthasarathy, Patrick, Phommasane, Pillay, Popadopolous, Prejean, Quiñones, Rahmani, Ramachandran, Randhawa, Red Cloud, Redhouse, Robichaux, Rosenzweig, Ruelas, Sandhu, Santiago-Colón, Sayavong, Schexnayder,
Schwarzkopf, Shapiro, Shirazi, Skenandore, Skjelstad, Sokolov, St. Germain, Stavropoulos, Sturdivant, Szymczak, Ta, Takemoto, Tchoupitoulas, Tesfamariam, Thao, Theriot, Thibodaux, Tohee, Tołwiński, Tsosie, Two Bulls,
Upchurch, Uribe, Vang, Velazquez, Venkatesan, Villarreal, Vlahos, Vue, Washington, Watanabe, Weatherspoon, White Eagle, Whitehorse, Wickersham, Wiggins, Xiong, Yang, Yazzie, Yellowhair, Zaragoza, Zimmerman`);
/** Given names and surnames that are words. */
export const WORDS = {
  women: w(
    'Hope, Grace, Faith, Joy, Charity, Mercy, Destiny, Autumn, Dawn, Eve, Gay, Gale, Rain, Sky, Lark, Wren, Dove, Fern, Clover, Sage, Rosemary, Amber, Ruby, Pearl, Jewel, Cookie, Candy, Honey, Sugar, Queen, Lady, May, August, Season, Treasure, Precious, Heaven, Genesis',
  ),
  men: w(
    'Will, Mark, Bill, Frank, Rusty, Sonny, Junior, Buddy, Chip, Skip, Chuck, Rock, Stone, Flint, Clay, Heath, Hunter, Fisher, Archer, Gunner, Colt, Bear, Wolf, Hawk, Drake, Case, Chase, Nick, Pat, Rob, Gene, Art, Ray, Rex, King, Royal, Noble, Ace, Judge, Deacon, Christian, Lucky, Happy',
  ),
  families: w(
    'Young, Long, Bone, Head, Hand, Foot, Legg, Cheek, Chin, Brow, Back, Hair, Beard, Brain, Heart, Bowel, Gall, Payne, Akers, Sickler, Crook, Crank, Grubb, Hogg, Goodman, Goodyear, Strange, Savage, Outlaw, Lawless, Law, Justice, Judge, Sheriff, Constable, Major, Colonel, Sargent, Pope, Bishop, Priest, Parson, Monk, Church, Chapel, Bell, Steeple, Cross, Christian, Angel, Heaven, Self, Person, People, Body, Mann, Child, Childs, Boy, Guy, Gentleman, Ladd, Baby, Friend, Neighbors, Stranger, Welcome, Farewell, Fair, Fine, Good, Best, Better, Moore, Less, Few, Bunch, Drinkwater, Coffee, Bacon, Bean, Rice, Pepper, Salt, Sugar, Honey, Apple, Plum, Cherry, Berry, Root, Leaf, Branch, Bush, Grove, Forest, Hill, Vale, Glen, Ridge, Cliff, Stone, Rock, Clay, Sand, Marsh, Rain, Snow, Storm, Gale, Frost, Winter, Spring, Summer, May, March, Monday, Noon, Early, Late, Ready, Quick, Swift, Strong, Rash, Cold, Hurt, Burns, Pitts, Graves, Coffin, Toombs, Cook, Nurse, Ward, Bead, Button, Link, Chain, Lock, Key, Doors, Hall, Kitchen, House, Barn, Mills, Wells',
  ),
};

function pair(text: string): readonly [string, string] {
  const [name = '', nick = ''] = text.split('/');
  return [name, nick];
}
