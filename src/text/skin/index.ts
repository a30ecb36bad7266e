/** skin: what a text tells of the skin, by form, colour, surface, edge, pattern, feel, course and place. */
export { SKIN_FACETS, type SkinDescription, type SkinTrait } from './facets.ts';
export { skinIn } from './read.ts';
