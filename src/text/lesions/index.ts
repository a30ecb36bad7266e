/** lesions: focal findings of reports with organ, size, character and comparison. */
export type { Lesion } from './lesion.ts';
export { lesionsIn } from './read.ts';
