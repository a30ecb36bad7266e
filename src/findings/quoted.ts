/** The own words of a source in quotation marks, on one line: nothing of ours stands inside them. */
export const quoted = (words: string): string => `“${words.replace(/\s+/g, ' ').trim()}”`;
