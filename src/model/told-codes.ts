/** Codes that are no event of a data set: what packing itself tells. */
export const TOLD_CODES = ['SEX//male', 'SEX//female', 'SEX//unknown', 'QUIET//'] as const;

/** What packing tells in words; undefined for a code of the data set. */
export function toldName(code: string): string | undefined {
  const told = TOLD_CODES.find((each) => each === code);
  if (told === undefined) return undefined;
  return told === 'QUIET//' ? 'a quiet time, without an event' : told.replace('SEX//', 'sex: ');
}
