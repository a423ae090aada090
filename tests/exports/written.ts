// In: a format and a context. Out: its files as text, by path.

import type { ExportContext, ExportFormat } from '../../src/study/exports/format.ts';

export function writtenBy(format: ExportFormat, context: ExportContext): ReadonlyMap<string, string> {
  const text = (pieces: Iterable<string | Uint8Array>): string =>
    Array.from(pieces, (piece) => (typeof piece === 'string' ? piece : new TextDecoder().decode(piece))).join('');
  return new Map(Array.from(format.files(context), (file) => [file.path, text(file.write())]));
}
