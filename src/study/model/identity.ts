// In: a note and its path. Out: which source it is. File name, header, metadata variable and metadata name have one vote each, the `-s6`
// endings of the header's two short addresses half a vote each; a tie goes to the file name, then to the header (FORMAT.md, section 1).

import type { NoteContent, Notice } from '../parse/note.ts';
import type { Span } from '../problems/place.ts';
import { sourceId, type SourceId } from './ids.ts';

export interface Vote {
  readonly where: string;
  readonly id: string;
  readonly weight: number;
  readonly span: Span;
}

export interface Identity {
  readonly id: SourceId;
  /** The id that the file name alone votes for, if any. */
  readonly fromFile: string | null;
  readonly notices: readonly Notice[];
}

const fileName = 'the file name';
const stemForm = /^([sp])[ _-]?0*(\d{1,9})$/i;
const suffixForm = /-([sp])0*(\d{1,9})\/?$/i;
const nameForm = /^([sp])[ _-]?0*(\d{1,9})$/i;

export function identify(path: string, note: NoteContent): Identity {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const votes = votesOf(stem, note);
  const id = winner(votes) ?? fallback(stem, note);
  const words = votes.map((vote) => `${vote.where}: ${vote.id}`).join(', ');
  const winning = votes.find((vote) => vote.id === id && vote.where !== fileName);
  const notices = votes
    .filter((vote) => vote.id !== id && vote.weight === 1)
    .map((vote): Notice => ({
      code: 'header-id-conflict',
      span: vote.span,
      args: { where: vote.where, found: vote.id, id, votes: words },
      ...(winning ? { other: { ...winning.span, words: `${winning.where} says ${id}` } } : {}),
    }));
  return {
    id: sourceId(id),
    fromFile: voteFor(stemForm.exec(stem)),
    notices: [...notices, ...suffixNotices(id, note)],
  };
}

const voteFor = (match: RegExpExecArray | null): string | null =>
  match ? `${(match[1] ?? '').toLowerCase()}${Number(match[2])}` : null;

function votesOf(stem: string, note: NoteContent): readonly Vote[] {
  const { header, metadata } = note;
  const votes: Vote[] = [];
  const add = (where: string, id: string | null, weight: number, span: Span): void => {
    if (id !== null) votes.push({ where, id, weight, span });
  };
  add(fileName, voteFor(stemForm.exec(stem)), 1, header.span);
  if (header.number !== null) add('the header', `${header.letter ?? 's'}${header.number}`, 1, header.span);
  if (metadata) {
    add('the metadata variable', voteFor(nameForm.exec(metadata.variable)), 1, metadata.span);
    add('the metadata name', voteFor(nameForm.exec(metadata.name.trim())), 1, metadata.span);
  }
  for (const key of ['tiny url', 'archive url'] as const) {
    const field = header.fields.get(key);
    if (field) add(`the header's ${key}`, voteFor(suffixForm.exec(field.text.trim())), 0.5, field.span);
  }
  return votes;
}

function winner(votes: readonly Vote[]): string | undefined {
  const sums = new Map<string, number>();
  for (const vote of votes) sums.set(vote.id, (sums.get(vote.id) ?? 0) + vote.weight);
  const most = Math.max(0, ...sums.values());
  // Votes stand in the order that decides a tie.
  return votes.find((vote) => sums.get(vote.id) === most)?.id;
}

/** A note that names no number keeps an id made of its file name. */
function fallback(stem: string, note: NoteContent): string {
  const words = stem
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${note.header.letter ?? 's'}-${words || 'note'}`;
}

function suffixNotices(id: string, note: NoteContent): readonly Notice[] {
  const notices: Notice[] = [];
  const look = (field: string, value: unknown, span: Span | undefined): void => {
    if (typeof value !== 'string' || !span) return;
    const suffix = voteFor(suffixForm.exec(value.trim()));
    if (suffix !== null && suffix !== id) {
      notices.push({ code: 'header-url-suffix', span, args: { field, url: value.trim().slice(0, 200), suffix, id } });
    }
  };
  for (const key of ['tiny url', 'archive url'] as const) {
    const field = note.header.fields.get(key);
    look(`the header's ${key}`, field?.text, field?.span);
    look(`the metadata's ${key}`, note.metadata?.values[key], note.metadata?.spans[key]);
  }
  return notices;
}
