/** review: composes the Review and renders it. No new inference. */
export { reviewOf, type ReviewOptions, VERSION } from './compose.ts';
export type * from './review.ts';
export { reviewAsFhir } from './fhir/bundle.ts';
export { html, type Html } from './html/escape.ts';
export { type PageOptions, page, reviewAsHtml, section } from './html/page.ts';
export { reviewAsText } from './text.ts';
