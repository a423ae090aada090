// In: the text of memos.yaml. Out: what the researchers noted at excerpts and sources, unchecked against the study.

import { parseYaml } from '../parse/yaml-file.ts';
import { pairs, refuseKey, text, type Reader } from './fields.ts';
import type { Memo } from './study.ts';

/** `s6-e12: what I thought`. Ids of excerpts and sources last; a passage's moves with the traces, so that none hangs on it. */
export function readMemos(source: string): { memos: readonly Memo[]; reader: Reader } {
  const reader: Reader = { file: parseYaml(source), notices: [] };
  const memos = new Map<string, Memo>();
  for (const [id, value] of pairs(reader, [], reader.file.data)) {
    const at = id.toLowerCase();
    const words = text(reader, [id], value);
    if (memos.has(at)) refuseKey(reader, [id], `one memo at ${at}, and one stands above`);
    else if (words !== '') memos.set(at, { at, text: words, line: reader.file.lineOf([id]) });
  }
  return { memos: [...memos.values()], reader };
}
