// In: a file and the slots of its note. Out: how many of its bytes are shown, are structure, or are ignored with a reason. The three add up
// to the size of the file, because the slots tile it (tests/study/certificate.test.ts rebuilds every note from them).

import type { Slot } from '../parse/note.ts';
import type { TextFile } from '../read/folder.ts';
import type { StudyFile } from './study.ts';

export function accountFor(file: TextFile, slots: readonly Slot[]): NonNullable<StudyFile['account']> {
  const account = { shown: 0, structure: file.bom, ignored: 0 };
  for (const slot of slots) {
    const bytes = byteLength(file, slot);
    if (slot.kind === 'separator') account.structure += bytes;
    else if (slot.kind === 'ignored') account.ignored += bytes;
    else account.shown += bytes;
  }
  return account;
}

function byteLength(file: TextFile, slot: Slot): number {
  const from = file.byteOffset(slot.start);
  return file.byteOffset(slot.end) - from;
}
