// In: a study. Out: its citation files in a folder, and what the set-ups cite of it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formats, isBeyondPdfLatex, referenceItem, texCodeName, type ExportContext } from '#study';
import type { Material } from './set-ups.ts';

const needed = /^(?:sources-(?:biblatex|bibtex|csl)|catena-.+|latex-tables)$/;

/** Writes the files under `folder/exports` and returns that folder. */
export function writeCitationFiles(context: ExportContext, folder: string): string {
  for (const format of formats.filter(({ id }) => needed.test(id))) {
    for (const file of format.files(context)) {
      if (file.path.startsWith('exports/sources/')) break;
      const path = join(folder, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.concat(Array.from(file.write(), (piece) => Buffer.from(piece))));
    }
  }
  return join(folder, 'exports');
}

/** `null` when the study has nothing of some kind: then there is nothing to check. */
export function materialOf(context: ExportContext): Material | null {
  const { study } = context;
  const items = study.sources.map((source) => referenceItem(context, { kind: 'original', source }));
  const source = study.sources.find((each) => each.excerpts.length > 0);
  const [excerpt] = source?.excerpts ?? [];
  const [code] = study.codes;
  if (source === undefined || excerpt === undefined || code === undefined) return null;
  return {
    study: study.settings.key,
    keys: items.map((item) => item.key),
    plainKeys: items.filter((item) => !isBeyondPdfLatex(item)).map((item) => item.key),
    source: source.id,
    excerpt: excerpt.id,
    code: texCodeName(code),
    // Styles may curl quotation marks and shorten the rest; these titles are letters, digits and blanks.
    titles: items
      .map((item) => item.title)
      .filter((title) => /^[\p{L}\p{N} ]{8,}$/u.test(title))
      .slice(0, 20),
  };
}
