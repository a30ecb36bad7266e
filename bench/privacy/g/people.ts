/**
 * Names for the seventh generator: common ones of the Commonwealth, South-East Asia, the Caribbean, Africa and Latin America, as a
 * hospital register would have them; from general knowledge, without a look at the lists of training.
 */
const w = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

export const GIVEN_F = w(`
Aaliyah, Abena, Adele, Afua, Agatha, Aisha, Alannah, Alejandra, Alison, Amelia, Amina, Ana María, Andrea, Angelica, Anita, Annabel, Antonella, Aroha, Aurora, Ayanda, Bao Yu, Beatrice, Bernice, Bianca, Bonita, Brigid,
Carmen, Catalina, Chandni, Charmaine, Chioma, Clara, Claudette, Corazon, Cristina, Dalisay, Daniela, Deborah, Delroya, Dewi, Diana, Dorcas, Edith, Eleanor, Elena, Ella, Emilia, Esther, Eunice, Evelyn, Fatou, Felicity,
Fiona, Gabriela, Gaëlle, Geraldine, Gloria, Hannah, Heather, Hemi, Hine, Hui Min, Imogen, Indah, Ingrid, Irene, Isabel, Jacinta, Jasmin, Jia Yi, Joan, Josephine, Juliet, Kahurangi, Kamala, Karin, Kavita, Kiana, Kirsty,
Larisa, Latisha, Lena, Leonor, Li Na, Lindiwe, Lorna, Louisa, Lucía, Lupe, Lynette, Maeve, Magdalena, Marama, Margaret, Marisol, Marlene, Maryam, Matilda, Mei Ling, Meena, Mele, Mercy, Mireille, Moana, Monica, Nadine, Naledi,
Natalia, Neha, Ngaire, Nia, Niamh, Nicole, Noemi, Nur Aini, Olivia, Pania, Paola, Paulina, Phoebe, Priscilla, Putri, Queenie, Rachel, Rebeca, Renata, Rita, Rosa, Roxanne, Ruth, Sarah, Shanthi, Sharon, Siew Ling, Sinead, Siti,
Sofía, Sophie, Stella, Susanna, Tamar, Tanisha, Teresa, Thandi, Tracey, Uma, Valentina, Vanessa, Veronica, Vivienne, Wendy, Winnie, Xiu Mei, Yasmin, Yolanda, Yvette, Zara, Zoe`);
export const GIVEN_M = w(`
Aaron, Abdul, Adrian, Ahmad, Alan, Alejandro, Alfred, Amir, Andrés, Anil, Antonio, Arjun, Arthur, Augusto, Azlan, Bambang, Benjamin, Bernard, Blair, Boon Keat, Brendan, Bruce, Budi, Callum, Carlos, Cedric, Chen Wei, Chidi,
Christian, Clement, Clive, Craig, Cyril, Damian, Daniel, Darren, Delroy, Dennis, Desmond, Diego, Donovan, Duncan, Eduardo, Elijah, Emmanuel, Ernest, Everton, Fabián, Faisal, Felipe, Fergus, Francis, Gavin, George, Gerald,
Giovanni, Glenroy, Gordon, Graham, Gregory, Guillermo, Hari, Harold, Hassan, Hector, Hemi, Henry, Hugo, Ian, Imran, Isaac, Ismail, Ivan, Jabulani, Jaime, Jamal, Jarrod, Javier, Jerome, Jia Hao, Joel, Jorge, Joseph, Juan Pablo,
Julian, Kai, Kamal, Keith, Kelvin, Kenneth, Khalid, Kofi, Kwame, Lachlan, Lawrence, Leonardo, Lionel, Lorenzo, Luis, Malcolm, Manuel, Marcus, Mario, Martin, Mateo, Matthew, Maurice, Mehmet, Michael, Miguel, Mohan, Mohammed,
Murray, Nathan, Neil, Nelson, Ngozi, Nigel, Noah, Oliver, Omar, Oscar, Pablo, Patrick, Paulo, Percival, Philip, Prem, Quentin, Rafael, Rahul, Raj, Ramesh, Rangi, Raymond, Ricardo, Robert, Rodrigo, Roland, Ronald, Rory, Rupert,
Samuel, Sanjay, Santosh, Sebastián, Selwyn, Shane, Sibusiso, Simon, Sione, Solomon, Stuart, Suresh, Tama, Tariq, Terence, Themba, Thomas, Timothy, Tobias, Trevor, Tyrone, Umar, Victor, Vincent, Vivek, Wayne, Wei Jie, Wilfred,
Winston, Wiremu, Xavier, Yusuf, Zachary, Zainal`);
export const FAMILY = w(`
Abbott, Abdullah, Abreu, Acosta, Adams, Addo, Agyeman, Ahmed, Akerman, Alcott, Ali, Allen, Alonso, Amoako, Anderson, Aquino, Archer, Asare, Atkinson, Bailey, Baptiste, Barclay, Barnes, Baxter, Bautista, Beckford, Bello,
Benítez, Bennett, Bhatt, Bianchi, Blackwood, Boateng, Botha, Bowman, Brathwaite, Brennan, Brewster, Buchanan, Burgess, Byrne, Cabrera, Calderón, Cameron, Campbell, Cárdenas, Carmichael, Castillo, Chan, Chandra, Charles, Chaudhary,
Chavez, Chen, Chikwava, Chin, Chong, Chowdhury, Clarke, Cohen, Coleman, Collins, Contreras, Cordero, Cruz, Cunningham, da Silva, Dalton, Das, Davidson, de Klerk, de Leon, de Silva, De Souza, Deane, Delgado, Dhillon, Diaz, Dixon,
Donaldson, Doyle, du Plessis, Duarte, Dube, Duncan, Edwards, Eze, Farrell, Faleolo, Fernando, Ferguson, Fernandes, Figueroa, Fitzpatrick, Flores, Fonseca, Fraser, Fuentes, Gardiner, Garrido, Gibbons, Gill, Goh, Gomez, Gonsalves,
Goodwin, Gordon, Govender, Grant, Greaves, Guerra, Gunawan, Guzman, Hale, Hall, Hamilton, Haque, Harding, Harper, Hart, Hassan, Hawke, Henare, Henderson, Hernandez, Herrera, Hewitt, Higgins, Ho, Holloway, Hopkins, Howard, Hughes,
Hussein, Ibrahim, Igwe, Ingram, Isaacs, Islam, Iyer, Jackson, Jacobs, Jain, James, Jaramillo, Jayasuriya, Jensen, John, Joseph, Kamara, Kapoor, Katene, Kaur, Kelly, Kennedy, Khan, Khumalo, Koh, Koroma, Kruger, Kumar, Kuhn, Lai,
Lambert, Lau, Lawson, Lee, Leung, Lewis, Lim, Lin, Lloyd, Loh, Lopez, Low, Luna, Luthuli, Mabena, Macdonald, Mackay, Maharaj, Maldonado, Mahmood, Manalo, Mansour, Marais, Marín, Marshall, Matthews, McCarthy, McKenzie, McLeod,
Mehta, Mejía, Mendes, Menon, Mensah, Mitchell, Mohamed, Molina, Montgomery, Moodley, Morales, Morgan, Morrison, Moyo, Mthembu, Muñoz, Murray, Mutua, Mwale, Naidu, Nair, Naicker, Nel, Nelson, Newman, Ngata, Ngwenya, Nicholson,
Njoku, Nkomo, Noble, Nunez, O'Connell, O'Neill, O'Sullivan, Obi, Ochieng, Okeke, Oliveira, Ong, Ortiz, Osborne, Osei, Owusu, Pacheco, Padilla, Palmer, Parata, Patel, Paterson, Pearson, Pereira, Perera, Phillips, Pietersen, Pillay,
Pinto, Popov, Prasad, Quinn, Rahman, Ramdin, Ramírez, Ramos, Rangel, Rashid, Raval, Reid, Reyes, Richards, Ríos, Roberts, Robinson, Rojas, Romero, Rosario, Ross, Ryan, Saeed, Salazar, Samuels, Sánchez, Santos, Sato, Saunders,
Schneider, Sen, Sesay, Sharma, Shaw, Silva, Simmonds, Singh, Sinclair, Siregar, Soh, Soto, Stephens, Stewart, Suleiman, Susanto, Swart, Tan, Taufa, Teo, Te Kanawa, Thapa, Thomas, Thompson, Tikitiki, Torres, Tran, Tuilagi,
Turner, Usman, Valdez, van der Merwe, van Niekerk, van Wyk, Vargas, Vasquez, Vaughan, Vega, Venter, Verma, Villanueva, Wahid, Walker, Wallace, Walters, Wang, Watson, Wibowo, Williams, Wilson, Wong, Wright, Yap, Yeo, Yusof, Zapata, Zulu`);
/** Words, as one person in twelve is called. */
export const WORDS_GIVEN = w(
  'Hope, Joy, Faith, Dawn, Amber, Rose, May, June, Ivy, Pearl, Ruby, Heather, Robin, Jay, Frank, Mark, Will, Bill, Rich, Drew, Chase, Hunter, Grant, Dean, Earl, Max, Guy, Clay, Art, Gene',
);
export const WORDS_FAMILY = w(
  'Young, Long, Short, Brown, White, Black, Green, Gray, King, Knight, Cook, Baker, Mason, Carter, Fisher, Hunter, Bishop, Ward, Price, Rice, Rose, Wood, Stone, Hill, Lake, Rivers, Banks, Waters, Day, May, Cross, Church, Bell, Park, Field, Moss, Frost, Snow, Swift, Sharp, Strong, Power, Love, Best, Head, Bone, Hand, Foot, Blood, Payne',
);
