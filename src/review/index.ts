/** review: composes the Review and renders it. No new inference. */
export { reviewOf } from './compose.ts';
export { reviewAsFhir } from './fhir/bundle.ts';
export { Html, html } from './html/escape.ts';
export { reviewLine } from './html/line.ts';
export { page, reviewAsHtml, section } from './html/page.ts';
export { CONTENT_POLICY } from './html/policy.ts';
export { isToldRisk, type ModelOpinion } from './model.ts';
export { type Reading, readingsAsHtml, readingsAsText, readingsOf } from './reading/index.ts';
export type * from './review.ts';
export { reviewAsText } from './text.ts';
