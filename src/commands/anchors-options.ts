// In: the words after `npm run anchors --`. Out: what the author wants of the ledger; a UsageError says what is wrong.

import type { LedgerDecisions } from '#study';
import { type Environment, parsed, studyFolder } from './options.ts';
import { UsageError } from './usage.ts';

export interface AnchorsOptions extends LedgerDecisions {
  /** Absolute path. */
  readonly study: string;
  /** Write nothing; exit code 1 when the ledger would change. */
  readonly frozen: boolean;
}

export const anchorsUsage = `npm run anchors -- [options] [renumber OLD NEW [OLD NEW …]]

Brings the ledger (anchors.jsonl in the study folder) up to date and says what was kept, moved, edited, new and retired.

--study DIR                 folder of the study, or a bare folder of notes (also: STUDY=DIR in the environment)
--frozen                    write nothing; exit code 1 when notes and ledger disagree
--withdraw s6-e5 "reason"   a released excerpt is gone for good; with s6, all of that source that are gone
--accept s6                 the text of s6 was replaced on purpose: its old ids retire
renumber s11 s12            the source s11 is called s12 now; several pairs at once, such as s11 s12 s12 s13

Exit code 0: the ledger is up to date. 1: something has to be decided or mended first, or --frozen found a difference. 2: called wrongly.`;

export function readAnchorsOptions(words: readonly string[], env: Environment, stand: string): AnchorsOptions {
  const { rest, withdraw, renumber } = takeDecisions(words);
  const flags = {
    study: { type: 'string' },
    frozen: { type: 'boolean' },
    accept: { type: 'string', multiple: true },
  } as const;
  const values = parsed(rest, flags);
  const frozen = values.frozen ?? false;
  const accept = new Set((values.accept ?? []).map((id) => sourceName('--accept', id)));
  if (frozen && withdraw.length + renumber.size + accept.size > 0)
    throw new UsageError('--frozen writes nothing; expected it alone.');
  return { study: studyFolder(values.study, env, stand), frozen, withdraw, renumber, accept };
}

/** The decisions take two words each, which `parseArgs` does not know. */
function takeDecisions(words: readonly string[]) {
  const rest: string[] = [];
  const withdraw: { id: string; reason: string }[] = [];
  let renumber: ReadonlyMap<string, string> = new Map();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === 'renumber') {
      const end = words.findIndex((other, place) => place > at && other.startsWith('-'));
      renumber = readPairs(words.slice(at + 1, end === -1 ? words.length : end));
      at += renumber.size * 2;
    } else if (word === '--withdraw') {
      withdraw.push(readWithdrawal(words[at + 1], words[at + 2]));
      at += 2;
    } else if ((word === '--study' || word === '--accept') && words[at + 1] !== undefined) {
      rest.push(word, words[at + 1] ?? '');
      at += 1;
    } else rest.push(word);
  }
  return { rest, withdraw, renumber };
}

function readPairs(words: readonly string[]): ReadonlyMap<string, string> {
  const ids = words.map((word) => sourceName('renumber', word));
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < ids.length; at += 2) pairs.set(ids[at] ?? '', ids[at + 1] ?? '');
  const targets = new Set(pairs.values());
  if (ids.length === 0 || ids.length % 2 === 1 || pairs.size * 2 !== ids.length || targets.size !== pairs.size)
    throw new UsageError('renumber needs pairs of an old and a new source, each named once: renumber s11 s12.');
  if ([...pairs].some(([old, now]) => old === now))
    throw new UsageError('renumber: the old and the new source are the same.');
  return pairs;
}

function readWithdrawal(id: string | undefined, reason: string | undefined): { id: string; reason: string } {
  if (id === undefined || reason === undefined || reason.trim() === '' || id.startsWith('-') || reason.startsWith('--'))
    throw new UsageError(
      '--withdraw needs an id and a reason: --withdraw s6-e5 "taken down at the wish of its author".',
    );
  return { id: sourceName('--withdraw', id), reason: reason.trim() };
}

function sourceName(flag: string, text: string): string {
  const id = text.toLowerCase();
  if (!/^[a-z0-9_-]+$/.test(id)) throw new UsageError(`${flag} ${JSON.stringify(text)}: expected an id such as s11.`);
  return id;
}
