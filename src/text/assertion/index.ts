/** Status of concepts by the cues around them: rules of scope with terminators, in the manner of ConText (Harkema et al. 2009). */
export { goesOnWith, storyOf } from './carry.ts';
export { type Kin, kinIn } from './experiencer.ts';
export { readingOf } from './reading.ts';
export { statusOf } from './status.ts';
