import { type Html, html } from '../../review/index.ts';

/** What is wide scrolls within its own frame, by keyboard as well. */
export function scrolled(label: string, content: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}
