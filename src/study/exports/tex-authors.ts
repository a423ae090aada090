// In: authors. Out: an `author` field of BibTeX or BibLaTeX: `Family, Given and {Organisation}`. CITING.md section 4.

import type { Author } from '../model/study.ts';
import { type TexFlavour, type TexText, escapeTex } from './escape-tex.ts';

export function formatAuthors(authors: readonly Author[], flavour: TexFlavour): TexText {
  const names = authors.map((author) => nameOf(author, flavour)).filter((name) => name.text !== '');
  return {
    text: names.map((name) => name.text).join(' and '),
    removed: names.flatMap((name) => name.removed),
    beyond: names.some((name) => name.beyond),
  };
}

function nameOf(author: Author, flavour: TexFlavour): TexText {
  if ('name' in author) {
    const name = escapeTex(author.name, flavour);
    return name.text === '' ? name : { ...name, text: `{${name.text}}` };
  }
  const family = part(author.family, flavour);
  const given = part(author.given ?? '', flavour);
  if (family.text === '' && given.text === '') return family;
  return {
    text: given.text === '' ? whole(family.text) : `${family.text}, ${given.text}`,
    removed: [...family.removed, ...given.removed],
    beyond: family.beyond || given.beyond,
  };
}

/** A comma or an “and” inside one part of a name would be read as the end of it, a bracket by natbib as the end of the label. */
function part(text: string, flavour: TexFlavour): TexText {
  const escaped = escapeTex(text, flavour);
  return /[,[\]]|\band\b/i.test(escaped.text) ? { ...escaped, text: `{${escaped.text}}` } : escaped;
}

/** A name of several words without a given name stays one name. */
const whole = (family: string): string => (family.includes(' ') && !family.startsWith('{') ? `{${family}}` : family);
