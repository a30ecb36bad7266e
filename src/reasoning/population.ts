/**
 * European Standard Population 2013, people of 100,000 in bands of five years from 0–4 to 85–89, and 90 and over (Eurostat, Revision of
 * the European Standard Population, 2013): what a person of unknown age is taken to be drawn from.
 */
const BANDS = [
  5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
];
const WIDTH = 5;
/** The last band is spread over this many years. */
const OLDEST = 10;
const PEOPLE = BANDS.reduce((sum, people) => sum + people, 0);

/** Of each year of age from 0 to 99 its middle and its share of the population; the shares sum to 1. */
const YEARS: readonly { readonly age: number; readonly share: number }[] = BANDS.flatMap((people, band) => {
  const width = band === BANDS.length - 1 ? OLDEST : WIDTH;
  return Array.from({ length: width }, (_, year) => ({
    age: band * WIDTH + year + 0.5,
    share: people / PEOPLE / width,
  }));
});

/** The mean of something over the ages of the population, in the unit of what is averaged. */
export function meanOverAges(at: (ageYears: number) => number): number {
  return YEARS.reduce((sum, { age, share }) => sum + share * at(age), 0);
}
