// In: a note's file and what the study says of it. Out: every way in which the certificate is wrong: slots that do not tile, bytes that do
// not come back, words that are called shown and stand nowhere.

import type { Note, Slot } from '../../src/study/parse/note.ts';
import type { TextFile } from '../../src/study/read/folder.ts';
import { repair } from '../../src/study/read/repair.ts';
import { windows1252Byte } from '../../src/study/read/windows-1252.ts';
import type { Problem } from '../../src/study/problems/problem.ts';
import type { Source } from '../../src/study/model/study.ts';

/** Slots that do not lie one behind the other from the first character to the last. */
export function tilingFaults(text: string, slots: readonly Slot[]): readonly string[] {
  const faults: string[] = [];
  let at = 0;
  for (const slot of slots) {
    if (slot.start !== at || slot.end <= slot.start) faults.push(`${slot.kind} ${slot.start}–${slot.end} after ${at}`);
    if (slot.kind === 'ignored' && !slot.reason) faults.push(`${slot.start} is ignored without a reason`);
    at = slot.end;
  }
  return at === text.length ? faults : [...faults, `the slots end at ${at} of ${text.length}`];
}

/** The slots' texts, written in the file's own encoding. */
export function rebuilt(file: TextFile, bytes: Uint8Array, slots: readonly Slot[]): Uint8Array {
  const single = new Set(file.strayBytes);
  const pieces: Uint8Array[] = [bytes.subarray(0, file.bom)];
  for (const slot of slots) pieces.push(encoded(file, slot, single, bytes));
  return Buffer.concat(pieces);
}

function encoded(file: TextFile, slot: Slot, single: ReadonlySet<number>, bytes: Uint8Array): Uint8Array {
  const text = file.text.slice(slot.start, slot.end);
  if (file.encoding.startsWith('utf-16')) {
    const units = Buffer.from(text, 'utf16le');
    const own = bytes.subarray(file.byteOffset(slot.start), file.byteOffset(slot.end));
    // Half characters cannot be written again: their bytes are those of the file.
    if (file.strayBytes.some((at) => at >= slot.start && at < slot.end)) return own;
    return file.encoding === 'utf-16le' ? units : units.swap16();
  }
  const out: Uint8Array[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && !single.has(slot.start + i)) continue;
    out.push(new TextEncoder().encode(text.slice(from, i)));
    if (i < text.length) out.push(Uint8Array.of(windows1252Byte(text[i] ?? '')));
    from = i + 1;
  }
  return Buffer.concat(out);
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Slots of a shown kind whose repaired words stand in nothing that the study says of the source. */
export function wordsNotShown(
  text: string,
  note: Note,
  source: Source,
  problems: readonly Problem[],
): readonly string[] {
  // A number that names another source is shown with the problem that says so.
  const said = problems.filter((one) => one.source === source.id && one.code === 'header-id-conflict');
  const shown = shownTexts(
    source,
    said.map((one) => one.message),
  );
  return note.slots.flatMap((slot) => {
    const raw = text.slice(slot.start, slot.end);
    const texts = shown[slot.kind];
    if (texts === undefined) return [];
    // A statement is shown as written; one that names no code, as a remark.
    const words = [repair(raw).text, ...(slot.kind === 'statement' ? [raw] : [])].map(fold);
    return texts.some((one) => words.some((each) => one.includes(each))) ? [] : [`${slot.kind}: ${words[0]}`];
  });
}

type Shown = Partial<Record<Slot['kind'], readonly string[]>>;

function shownTexts(source: Source, said: readonly string[]): Shown {
  const { excerpts, passages } = source;
  const remarks = [...source.remarks, ...passages.flatMap((passage) => passage.remarks)];
  const open = passages.flatMap((passage) => passage.openCodes);
  const values = [source.metadata ?? {}, ...source.references.map((reference) => reference.values)];
  const written = values.flatMap((record) => Object.values(record));
  const literal = written.flatMap((value) => [
    String(value),
    JSON.stringify(value),
    `"${String(value)}"`,
    `'${String(value)}'`,
    value === true ? 'True' : value === false ? 'False' : '',
  ]);
  const lists: Shown = {
    excerpt: excerpts.map((excerpt) => excerpt.text),
    listing: excerpts.map((excerpt) => excerpt.text),
    figure: excerpts.flatMap((excerpt) => [excerpt.alt ?? '', excerpt.url ?? '']),
    speaker: excerpts.map((excerpt) => excerpt.speaker ?? ''),
    trace: [...open, ...remarks].map((one) => one.text),
    statement: [...passages.flatMap((passage) => passage.statements), ...remarks].map((one) => one.text),
    field: [
      source.id,
      ...source.references.flatMap(({ key }) => [`"${key}"`, `'${key}'`]),
      ...said,
      ...Object.values(source.header),
      ...literal,
    ],
  };
  return Object.fromEntries(Object.entries(lists).map(([kind, texts]) => [kind, texts.map(fold)]));
}
