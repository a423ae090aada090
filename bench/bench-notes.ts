// `npx node bench/bench-notes.ts [name]`: how long reading takes, by hand: hostile notes at one and at ten times a size, and a study of ten
// thousand notes. Times that grow much more than tenfold are not linear.

import { decode } from '../src/study/read/decode.ts';
import { studyOf } from '../src/study/build-study.ts';
import type { TextFile } from '../src/study/read/folder.ts';
import { hostileNotes } from '../tests/study/hostile-notes.ts';
import { manyNote } from '../tests/study/many-notes.ts';

const fileOf = (path: string, text: string): TextFile => {
  const bytes = new TextEncoder().encode(text);
  return { ...decode(bytes), path, bytes: bytes.length, sha256: '' };
};

/** Processor time, so that a busy machine does not count. */
function seconds(notes: readonly TextFile[]): number {
  const before = process.cpuUsage().user;
  studyOf({ notes, settings: new Map(), models: [], unreadable: [] });
  return (process.cpuUsage().user - before) / 1e6;
}

const wanted = process.argv[2];
for (const [name, make] of Object.entries(hostileNotes)) {
  if (wanted !== undefined && !name.includes(wanted)) continue;
  const [small, large] = [10_000, 100_000].map((size) => seconds([fileOf('s_1.md', make(size))]));
  process.stdout.write(
    `${(large ?? 0).toFixed(1).padStart(6)} s  ${((large ?? 0) / Math.max(small ?? 0, 0.02)).toFixed(1).padStart(5)} ×  ${name}\n`,
  );
}
if (wanted === undefined || 'ten thousand notes'.includes(wanted)) {
  const notes = Array.from({ length: 10_000 }, (_, i) => fileOf(`s_${i + 1}.md`, manyNote(i + 1, 40)));
  process.stdout.write(`${seconds(notes).toFixed(1).padStart(6)} s  ten thousand notes of 40 excerpts\n`);
  process.stdout.write(`${(process.memoryUsage().rss / 1e6).toFixed(0).padStart(6)} MB of memory at the end\n`);
}
