// In: a template of ours with values between. Out: markup in which every value stands as text. For what pages hold by the thousand;
// `markup.rationale.md` says what belongs here and what into an Astro component.

import { escapeHtml } from '#study';

const written = Symbol('markup');

/** Made by `markup` alone: text of a note cannot be one. */
export interface Markup {
  readonly [written]: string;
}

/** Text is escaped; `undefined` and `false` are nothing, so that `when && markup…` can be said; lists are written one after the other. */
export type MarkupValue = Markup | string | number | false | undefined | readonly MarkupValue[];

export function markup(template: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = template[0] ?? '';
  for (let place = 0; place < values.length; place++) {
    text += asHtml(values[place]) + (template[place + 1] ?? '');
  }
  return { [written]: text };
}

/** For `set:html`. */
export function asHtml(value: MarkupValue): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (written in value) return value[written];
  let text = '';
  for (const one of value) text += asHtml(one);
  return text;
}
