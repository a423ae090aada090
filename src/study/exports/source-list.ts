// In: a study and how one entry is written. Out: the file of all sources and one file a source, for every bibliographic format alike.

import type { ExportContext, ExportFile } from './format.ts';
import { type ReferenceItem, referenceItem } from './reference.ts';
import { type BibliographyFile, sourceFilePath } from './source-files.ts';

export interface EntryWriter {
  /** What stands above the entries of the whole list. */
  readonly head: (context: ExportContext) => string;
  readonly entry: (item: ReferenceItem) => string;
  /** Between two entries and after the last; a blank line and nothing when absent. */
  readonly between?: string;
  readonly foot?: string;
}

export function* sourceListFiles(
  context: ExportContext,
  file: BibliographyFile,
  writer: EntryWriter,
): Generator<ExportFile> {
  const { mediaType } = file;
  yield { path: file.path, mediaType, write: () => list(context, writer) };
  for (const source of context.study.sources) {
    const path = sourceFilePath(source, file.format);
    yield {
      path,
      mediaType,
      write: () => [
        writer.foot === undefined ? '' : writer.head(context),
        writer.entry(referenceItem(context, { kind: 'original', source })),
        writer.foot ?? '',
      ],
    };
  }
}

function* list(context: ExportContext, writer: EntryWriter): Generator<string> {
  yield writer.head(context);
  let first = true;
  for (const source of context.study.sources) {
    if (!first) yield writer.between ?? '\n';
    first = false;
    yield writer.entry(referenceItem(context, { kind: 'original', source }));
  }
  yield writer.foot ?? '';
}
