// In: the front matter of a source written by hand. Out: the header that a field note has, and what is wrong with it.

import type { Span } from '../problems/place.ts';
import { headerKeys, type HeaderField, type HeaderKey, type NoteHeader, type Notice } from './note.ts';
import { piece, type Page } from './piece.ts';
import { parseYaml } from './yaml-file.ts';

/** `start` is where the YAML stands in the page. */
export function readFrontMatter(page: Page, yaml: string, start: number): { header: NoteHeader; notices: Notice[] } {
  const file = parseYaml(yaml);
  const inPage = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  const notices: Notice[] = file.notices.map((notice) => ({ ...notice, span: inPage(notice.span) }));
  const top = { start: 0, end: Math.min(3, page.text.length) };
  const empty = { ...piece(page, { start: 0, end: 0 }), span: top };
  const fields = new Map<HeaderKey, HeaderField>(headerKeys.map((key) => [key, { ...empty, key }]));
  let id: RegExpExecArray | null = null;
  for (const [key, value] of entriesOf(file.data)) {
    const name = headerKeys.find((known) => known === key);
    const span = inPage(file.spanOf([key]));
    const wrong = (expected: string): void =>
      void notices.push({ code: 'settings-value', span, args: { key, value: String(value), expected } });
    if (name === undefined && key !== 'id')
      notices.push({ code: 'settings-unknown-key', span: inPage(file.keySpanOf([key])), args: { key } });
    else if (value !== null && typeof value === 'object') wrong('a text');
    else if (name !== undefined)
      fields.set(name, {
        ...empty,
        key: name,
        text: written(value, file.writtenAt([key])),
        span,
        line: page.lines.lineAt(span.start),
      });
    else if ((id = idForm.exec(String(value))) === null) wrong('an id such as s6');
  }
  const letter = id?.[1]?.toLowerCase() === 'p' ? 'p' : 's';
  return { header: { letter, number: id ? Number(id[2]) : null, span: top, fields }, notices };
}

const idForm = /^([sp])[ _-]?0*(\d{1,9})$/i;

const written = (value: unknown, source = JSON.stringify(value)): string =>
  typeof value === 'string' ? value : value === null ? '' : source;

const entriesOf = (data: unknown): readonly (readonly [string, unknown])[] =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
