/** review: composes the Review and renders it. No new inference. */
export { reviewOf, type ReviewOptions, VERSION } from './compose.ts';
export type * from './review.ts';
export { reviewAsFhir } from './fhir/bundle.ts';
export { reviewAsText } from './text.ts';
