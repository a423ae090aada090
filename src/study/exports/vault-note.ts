// In: a source or a code. Out: its note for Obsidian, safe to open there. A source's note is its field note in a dress that
// read/vault-dress.ts takes off again, so that a vault is a study: words are escaped, figures are links (an image would be fetched from
// its host when the note is opened), excerpts and passages carry block ids, passages name their codes as wiki-links.

import type { Code, Source, Study } from '../model/study.ts';
import { type Dress, fieldNote } from './field-note.ts';
import { visibleControls } from './visible-controls.ts';

/** Every sign that means something in Obsidian's Markdown, at its place or at the start of a line. */
export const escapeVault = (text: string): string => text.replace(/[\\`*_[\]<>&~#|$^@!{}%=]/g, '\\$&');

export function* sourceNote(source: Source, study: Study): Generator<string> {
  const { id, title, sourceType, url } = source;
  yield frontMatter('field-note', {
    aliases: [id, title].filter(Boolean),
    tags: ['source', ...tagOf(sourceType)],
    url,
  });
  const dress: Dress = {
    words: escapeVault,
    figure: (alt, address) => `Figure: [${escapeVault(alt)}](<${address.replace(/[<>\n]/g, encodeURIComponent)}>)`,
    afterExcerpt: (excerpt) => [`^${excerpt.id}`],
    afterPassage: (passage) => [`↳ ${passage.codes.map((code) => linkTo(code, study)).join(' · ')} ^${passage.id}`],
  };
  yield* fieldNote(source, dress);
}

export function* codeNote(code: Code, study: Study): Generator<string> {
  const { id, label, kind, aliases, codebook } = code;
  const names = [...new Set([id, label, ...aliases])].filter((name) => name.trim() !== '');
  yield frontMatter('code', { aliases: names, tags: ['code', ...tagOf(kind ?? '')] });
  yield `# ${oneLine(label)}\n\nCode ${oneLine(id)}${kind === null ? ', nowhere defined' : `, ${oneLine(kind)}`}.\n`;
  for (const [name, text] of [
    ['Definition', codebook?.definition],
    ['Use when', codebook?.use],
    ['Not when', codebook?.notUse],
    ['Example', codebook?.example],
    ['Memo', codebook?.memo],
  ] as const)
    if (text !== undefined) yield `\n**${name}:** ${oneLine(text)}\n`;
  const near = [...(codebook?.parents ?? []), ...code.sameLabel, ...code.similar];
  if (near.length > 0) yield `\nSee also: ${near.map((other) => linkTo(other, study)).join(' · ')}\n`;
  yield '\n## Passages\n\n';
  for (const passage of code.passages) {
    const found = study.passageById.get(passage);
    if (found === undefined) continue;
    yield `- ${linkTo(found.source, study)} [[sources/${fileOf(found.source)}#^${passage}|${passage}]]: `;
    yield `${found.excerpts.map((excerpt) => `[[sources/${fileOf(found.source)}#^${excerpt}|${excerpt}]]`).join(' ') || '(no excerpt)'}\n`;
  }
}

/** A wiki-link to the note of a code or source; the plain name where there is none. */
export function linkTo(id: string, { codeById, sourceById }: Study): string {
  const code = codeById.get(id);
  if (code !== undefined) return `[[codes/${code.slug}|${linkWords(id)}]]`;
  return sourceById.has(id) ? `[[sources/${fileOf(id)}|${linkWords(id)}]]` : oneLine(id);
}

/** Ids of sources without a number are made of their file's name, without the letter in front (model/identity.ts). */
export const fileOf = (source: string): string => (/^[sp]\d+$/.test(source) ? source : source.replace(/^[sp]-/, ''));

/** Text of a link: signs that end or cut a wiki-link become blanks, those of HTML and code look-alikes; the code's note has its name. */
const linkWords = (text: string): string =>
  visibleControls(text)
    .replace(/[[\]|#^\\]/g, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('`', "'")
    .replace(/\s+/g, ' ')
    .trim() || 'code';

export const oneLine = (text: string): string => escapeVault(visibleControls(text).replace(/\s+/gu, ' ').trim());

/** JSON strings are YAML strings; nothing in them can end the front matter. */
const frontMatter = (catena: string, fields: Readonly<Record<string, string | readonly string[]>>): string =>
  `---\ncatena: ${catena}\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n`;

/** A tag has letters, digits, `-` and `_`, and is more than a number. */
function tagOf(text: string): readonly string[] {
  const tag = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return /\p{L}/u.test(tag) ? [tag] : [];
}
