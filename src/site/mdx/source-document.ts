// In: a source of the study. Out: its MDX document: front matter, and a body of ids only, whose components fetch the text from the study.
// No word of a note is in the body, and every value of the front matter is a JSON string: nothing in a note can become MDX. A document
// is safe to compile with any MDX compiler; the site reads it with source-parts.ts when its page renders.

import type { Excerpt, Passage, Source } from '#study';

export function sourceDocument(source: Source): string {
  return [frontMatter(source), ...bodyLines(source)].join('\n\n') + '\n';
}

/** YAML is a superset of JSON: quoted keys and values read the same in both. */
function frontMatter(source: Source): string {
  const { id, kind, file, origin, title, url, archiveUrl, tinyUrl, sourceType, authorType } = source;
  const { example, sourceCode } = source;
  const shown = {
    id,
    kind,
    file,
    origin,
    title,
    url,
    archiveUrl,
    tinyUrl,
    sourceType,
    authorType,
    example,
    sourceCode,
  };
  const lines = Object.entries(shown).map(([key, value]) => `${JSON.stringify(key)}: ${asciiJson(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

/** JSON with everything outside ASCII escaped: line ends that YAML knows and JSON does not (U+0085, U+2028) stay inside their string. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007F-\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A passage stands around its excerpts; one without excerpts stands where its trace does. */
function bodyLines(source: Source): readonly string[] {
  const around = new Map(source.passages.map((passage) => [passage.id as string, passage]));
  const bare = source.passages.filter((passage) => passage.excerpts.length === 0).toSorted((a, b) => a.line - b.line);
  const lines: string[] = [];
  let next = 0;
  let open: Passage | undefined;
  for (const excerpt of source.excerpts) {
    const passage = excerpt.passage === null ? undefined : around.get(excerpt.passage);
    if (open && open !== passage) lines.push('</Passage>');
    for (; open !== passage && beforeLine(bare[next], excerpt); next++) lines.push(empty(bare[next]));
    if (passage && passage !== open) lines.push(`<Passage id="${safe(passage.id)}">`);
    lines.push(`<${tags[excerpt.kind]} id="${safe(excerpt.id)}" />`);
    open = passage;
  }
  if (open) lines.push('</Passage>');
  for (; next < bare.length; next++) lines.push(empty(bare[next]));
  return lines;
}

const beforeLine = (passage: Passage | undefined, excerpt: Excerpt): boolean =>
  passage !== undefined && passage.line < excerpt.lines[0];

const empty = (passage: Passage | undefined): string => (passage ? `<Passage id="${safe(passage.id)}" />` : '');

const tags = {
  quote: 'Excerpt',
  heading: 'Excerpt',
  note: 'Excerpt',
  figure: 'Figure',
  listing: 'Listing',
} as const satisfies Record<Excerpt['kind'], string>;

/** Ids are made by the toolkit from letters, digits, `-` and `_`; anything else is our own mistake. */
function safe(id: string): string {
  if (!/^[\w-]+$/.test(id)) throw new Error(`${JSON.stringify(id)} is no id of a source document.`);
  return id;
}
