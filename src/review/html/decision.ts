import { type Html, html } from './escape.ts';

/** Accept, reject or refine: kept only in the open page, and boxes to tick on paper. */
export function decision(id: string, about: string, label?: string): Html {
  const choices = ['Accept', 'Reject', 'Refine'].map(
    (name) => html`<label><input type="radio" name="${id}" value="${name.toLowerCase()}"><span>${name}</span></label>`,
  );
  return html`<fieldset class="decide"><legend>Decide on ${about}</legend>${label && html`<em>${label}</em>`}${choices}<input type="text" aria-label="Refine ${about}: why, or how" placeholder="why, or how"></fieldset>`;
}
