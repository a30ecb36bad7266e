/**
 * Names for the fifth generator, from general knowledge of how people are called in some forty lands; the lists of training
 * (United States births and census) were not looked at.
 */
const w = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

export const WOMEN = w(`
Aaltje, Abeba, Aderonke, Adjoa, Ágnes, Ailbhe, Aino, Aishwarya, Akosua, Alazne, Albertina, Aleida, Alessandra, Aliénor, Alma, Amihan, Amrita, Anahit, Anneke, Anwen, Apolonia,
Arantxa, Ariadne, Asha, Astrid, Asunción, Ayelet, Bahar, Bilqis, Blanaid, Bojana, Branwen, Busisiwe, Camila, Carys, Catriona, Charlotte, Chioma, Chipo, Christine, Cliona, Concepción,
Daiva, Danuta, Dilys, Divya, Doris, Ebru, Efua, Eilidh, Ekaterina, Elif, Elspeth, Emese, Encarnación, Enid, Esi, Estíbaliz, Eun-ji, Fadwa, Fenella, Fionnuala, Fumiko, Gabriele, Gerda,
Ghazal, Giulia, Golnaz, Gülşen, Gwenllian, Hadiza, Haneen, Hannelore, Harpreet, Hemalatha, Hinewai, Hyacinth, Ildikó, Ilse, Indira, Ioana, Irena, Itziar, Ivana, Jelena, Jessica, Jette, Jolanta,
Joyce, Judit, Kaarina, Kalinda, Karen, Katalin, Keiko, Kiri, Laleh, Lesego, Leticia, Lieke, Ludmila, Luzviminda, Mairead, Makoa, Manjula, Mariam, Maribel, Marjatta, Marlies, Mbali, Mehwish,
Meseret, Michiko, Milica, Mirela, Monique, Morag, Nadia, Nafisa, Nalani, Narges, Natasha, Nerys, Nilufar, Nino, Nomvula, Nuria, Oksana, Olwen, Oonagh, Padma, Parisa, Patricia, Perpetua, Pilvi,
Pooja, Radhika, Rania, Rhiannon, Ritva, Rosalía, Rukmini, Sabine, Sadhbh, Sakineh, Samira, Sandra, Saule, Seo-yeon, Setsuko, Shabnam, Shanelle, Shirin, Signe, Sinead, Solveig, Soon-ja, Sushila,
Tahmina, Tamara, Teuila, Thandiwe, Thérèse, Tirzah, Tsveta, Tulasi, Umm, Uzma, Valeria, Vigdís, Wairimu, Wenche, Xiaoli, Yael, Yuliya, Zanele, Zdenka, Zeynep, Zlata, Zodwa`);

export const MEN = w(`
Aatif, Abelardo, Adriaan, Aeneas, Agustín, Ailín, Akinwale, Alhassan, Álvaro, Amitabh, Anastasios, Andrzej, Antoine, Aonghus, Ara, Ardeshir, Arvind, Ashok, Aurelio, Azamat, Balázs, Barend, Benedikt,
Bhaskar, Birger, Bohdan, Boubacar, Branko, Brian, Caetano, Caoimhín, Carwyn, Chibuzo, Christos, Conor, Crispin, Csaba, Daisuke, Davit, Dawit, Dieter, Dinesh, Dong-hyun, Donncha, Dusan, Efraim,
Ehud, Eirik, Emre, Enda, Eoghan, Esteban, Evangelos, Fadi, Farhad, Faolán, Ferenc, Folarin, Friedrich, Gareth, Gediminas, Getachew, Giorgos, Goran, Gottfried, Gurpreet, Gwilym, Hadrien, Håkon,
Hamish, Haruki, Heikki, Henning, Hristo, Hüseyin, Iain, Idris, Ieuan, Iñaki, Innocent, Ioan, Isidro, István, Jaakko, Jaap, Janusz, Jaromír, Jia-hao, Jorma, Juan-Carlos, Kamran, Karthik, Kazuo,
Keone, Kevin, Kjell, Kostas, Kwadwo, Laszlo, Lennart, Lluís, Luka, Lwazi, Maarten, Madhav, Mandla, Marek, Matthias, Mehdi, Milan, Mircea, Modou, Moses, Mpho, Murdo, Nabil, Naveed, Nicolae, Nizar,
Nuno, Oisín, Olivier, Ondřej, Ousmane, Owain, Pablo, Padraig, Panagiotis, Paulo, Pekka, Petr, Piotr, Prakash, Prosper, Qasim, Radu, Rafał, Rajiv, Ramón, Ravindra, Reza, Rhodri, Robert, Rui, Ruairi,
Sander, Sanjeev, Santiago, Sefa, Selwyn, Seung-min, Shlomo, Sipho, Solomon, Stavros, Steinar, Stephen, Subhash, Tariq, Tarquin, Tendai, Teodor, Thabo, Tihomir, Timoteo, Toivo, Tomoya, Torbjørn, Tudor,
Ulrich, Vasile, Vikram, Viliami, Vusi, Wei-lun, Wim, Yannick, Yaroslav, Yitzhak, Yohannes, Zoltán, Zubair, Zvi`);

export const FAMILIES = w(`
Aaltonen, Abdi, Abrahamyan, Acheampong, Achterberg, Adamczyk, Adeleke, Agbaje, Aguirre Zubizarreta, Ahlgren, Akhtar, Al-Khatib, Alvarado Pineda, Amankwah, Amoah, Anand, Anastasiadis, Antonescu, Aquino,
Arai, Aravind, Arslan, Asante, Ashworth, Åström, Athanasiou, Avraham, Ayodele, Bagheri, Balogun, Banerjee, Baptista, Barzani, Bašić, Begum, Bergström, Bhandari, Bianchi, Birkett, Boateng, Bogdanović,
Bondarenko, Bonnet, Bouchard, Bradshaw, Brânză, Brankovic, Bui, Burkhardt, Caddick, Cadwallader, Cardoso, Carmichael, Çelik, Čermák, Chandrasekhar, Charalambous, Chaudhuri, Chavarría, Chikwanha,
Choi, Christodoulou, Coelho, Cohen-Levi, Csernus, Czarnecki, D'Angelo, D'Arcy, da Costa, Dahl, Dalgleish, Davies, De Groot, de Jong, De Smet, Del Rosario, Della Valle, Demir, Denisov, Desai, di Marco,
Diop, Dlamini, Dobson, dos Santos, Douglas, Dragomir, Dubois, Dumitrescu, Đurić, Ebrahimi, Egede, Eguchi, Elliott, Erdoğan, Eriksson, Esposito, Etxeberria, Evans, Fairbairn, Farah, Farkas, Fernández Ruiz,
Ferrari, Fitzgibbon, Fofanah, Forsyth, Frøland, Galanis, Gallagher, Gebremedhin, Georgiou, Ghazaryan, Giordano, Gogoi, Golovin, Gómez y Gómez, Goswami, Grigoryan, Grünwald, Guerrero Salas, Gupta, Gyamfi,
Habib, Hakimi, Hallberg, Hämäläinen, Hansen, Hao, Haraldsson, Hargreaves, Hashemi, Hegarty, Heikkinen, Henriksen, Higashi, Hinds, Hoang, Hofstetter, Horváth, Hosseini, Ibarra, Idowu, Ingram, Ismail, Ito,
Jablonski, Jaiswal, Janssens, Jimoh, Johansson, Jovanović, Kahananui, Kamara, Kambo, Kang, Kariuki, Kaur, Kealoha, Keita, Kekkonen, Khalil, Khumalo, Kiplagat, Kjeldsen, Kobayashi, Koffi, Kolář, Kone,
Kozlov, Kristjánsdóttir, Krupa, Kumarasamy, Kurosawa, Laaksonen, Lacroix, Lam, Lehtinen, Lévesque, Lim, Lisowski, Lombardi, Lopes, Lungu, Łukasik, Mabaso, Mac Giolla, MacAskill, Mahendran, Makinde,
Makoni, Manukyan, Marković, Martínez-Cano, Mazur, Mbatha, McGuinness, McIlroy, McQuillan, Medeiros, Mehdizadeh, Melnyk, Mensah, Mikkelsen, Mirza, Mishra, Mkhize, Molnár, Moreau, Moroz, Mostafa, Müller,
Murakami, Murugan, Mutasa, Nagy, Naidoo, Nakagawa, Namgyal, Natarajan, Navarro, Ndlovu, Nekrasov, Nemeth, Ní Bhriain, Nilsen, Nishimura, Nkosi, Novák, Ntuli, Nyong'o, O Murchu, O'Driscoll, O'Flaherty,
O'Riordan, Oduya, Ogawa, Öhman, Okafor, Olsson, Omondi, Oppenheimer, Ørsted, Osman, Otieno, Özdemir, Pálsson, Panagiotou, Pandey, Papp, Parekh, Parry-Jones, Patil, Paulsen, Pereira, Perreault, Petrov,
Phiri, Pietrangeli, Popović, Prasad, Pritchard, Puig, Qazi, Quigley, Rahimi, Rajagopal, Ramaswamy, Rantanen, Rao, Rees, Reinholt, Ribeiro, Riordan, Rossi, Rousseau, Rubio Ortega, Ruiz, Saar, Sadiq,
Sakamoto, Salonen, Santana, Sapkota, Savić, Schäfer, Schreiber, Sengupta, Serrano, Shah, Sharma, Shevchenko, Siddiqui, Sigurðardóttir, Silva e Sousa, Şimşek, Sithole, Škoda, Søndergaard, Soares, Soto Vargas,
Sousa, Sridhar, St Clair, Stănescu, Stoica, Strømberg, Suleiman, Suzuki, Szabó, Tamm, Tanaka, Tavares, Tembo, Teo, ter Horst, Thapa, Theodorou, Thorpe, Tkachenko, Tomić, Toth, Toussaint, Traoré, Tupou,
Uchida, Uzun, Valentini, van 't Hof, van den Heuvel, Van Houten, Vasilev, Veiga, Vermeulen, Vieira, Virtanen, Vogt, von Stein, Wanjala, Watanabe, Weerasinghe, Wickramasinghe, Wójcik, Yadav, Yeo, Yıldız,
Zhao, Zhou, Ziegler, Zulu, Zwart`);

/** Given names and surnames that are words of English, or words of medicine. */
export const WORD_GIVEN = w(`
Hope, Will, Grace, Penny, Sandy, Robin, Jay, Dale, Glen, Cliff, Reed, Forrest, Summer, April, June, Sunny, Cherry, Olive, Basil, Ginger, Star, Chance, Major, Duke, Prince, Earl, Trinity, Melody, Patience,
Constance, Prudence, Verity, Honor, Mason, Carter, Tanner, Cooper, Parker, Opal, Coral, Crystal, Holly, Myrtle, Poppy, Bliss, Blaze, Bud, Buck, Dick, Guy, Lance, Miles, Pierce, Rocky, Ward, Wade, Victor`);
export const WORD_FAMILY = w(`
Bone, Head, Hand, Legg, Blood, Weeks, Day, March, Friday, Nurse, Tooth, Young, Long, Short, Little, Small, Large, Rich, Poor, Wise, Good, Bright, Frost, Winter, Summers, Noon, Cook, Baker, Fisher, Hunter, Gardner,
Porter, Butler, Farmer, Carpenter, Mason, Potter, Taylor, Walker, Rider, Driver, Page, Knight, Bishop, Pope, Church, Temple, Abbot, Bird, Finch, Crane, Swan, Wolf, Fox, Hart, Lamb, Bull, Hogg, Pike, Salmon, Rose,
Lilly, Reed, Rush, Wood, Woods, Forest, Field, Fields, Meadows, Marsh, Pond, Lake, Brooks, Rivers, Ford, Bridges, Street, Lane, Parks, Gates, Wall, Banks, Booth, House, Bell, Ball, Box, Case, Cane, Stiff, Sharp,
Blunt, Keen, Moody, Gay, Jolly, Merry, Bliss, Joy, Love, Darling, Price, Penny, Cash, Sterling, Silver, Gold, Steel, Irons, Bolt, Locke, Key, Close, Cross, Peace, Battle, Guy, Man, Chase, Race, Ray, Beam, Ames`);
