// In: a decoded file. Out: the field note in it, when it is a note of a vault that exports/vault.ts wrote; else the file as it is.
// Lines stay lines, and every character knows its bytes in the file.

import type { Decoded } from './decode.ts';

/** What is taken off: front matter, block ids, links to codes, escapes; a figure's link becomes an image again. */
export function undressed<F extends Decoded>(file: F): F {
  const end = frontMatterEnd(file.text);
  if (end === 0) return file;
  const written: string[] = [];
  /** Where each line starts, in the note and in the file. */
  const starts: { readonly note: number; readonly file: number }[] = [];
  let fence = 0;
  let [note, at] = [0, 0];
  for (const line of file.text.split('\n')) {
    const ticks = /^`{3,}/.exec(line)?.[0].length ?? 0;
    const inside = fence > 0;
    if (fence === 0) fence = at < end ? 0 : ticks;
    else if (ticks >= fence && line.trim().length === ticks) fence = 0;
    const plain = at < end ? '' : inside || ticks > 0 ? line : undressedLine(line);
    starts.push({ note, file: at });
    written.push(plain);
    note += plain.length + 1;
    at += line.length + 1;
  }
  const text = written.join('\n');
  return { ...file, text, byteOffset: (offset) => file.byteOffset(fileOffset(offset, starts, text, file.text)) };
}

/** Only our own front matter says `catena: field-note`. */
function frontMatterEnd(text: string): number {
  if (!/^---\r?\n/.test(text)) return 0;
  const end = /\n---\r?\n/.exec(text.slice(0, 100_000));
  if (end === null || !/^catena: field-note\r?$/m.test(text.slice(0, end.index + 1))) return 0;
  return end.index + end[0].length;
}

function undressedLine(line: string): string {
  if (/^\^[a-z0-9_-]+-e\d+\s*$/.test(line) || /^↳ .*\^[a-z0-9_-]+-p\d+\s*$/.test(line)) return '';
  const figure = /^Figure: \[(.*)\]\(<([^<>]*)>\)\s*$/.exec(line);
  if (figure !== null) return `![${unescaped(figure[1] ?? '')}](<${figure[2] ?? ''}>)`;
  return unescaped(line);
}

const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

interface LineStart {
  readonly note: number;
  readonly file: number;
}

/** A place in a line of the note is at most as far into the line of the file: exact at line starts and at the end, never beyond. */
function fileOffset(offset: number, starts: readonly LineStart[], note: string, file: string): number {
  if (offset >= note.length) return file.length;
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle]?.note ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const line = starts[low] ?? { note: 0, file: 0 };
  const next = starts[low + 1]?.file ?? file.length + 1;
  return Math.min(line.file + offset - line.note, next - 1);
}
