// In: the note files of a study. Out: one draft a source, each with an id of its own, and what became of every other file.

import { boundCodes } from '../parse/bound-codes.ts';
import type { Note, NoteContent, Notice } from '../parse/note.ts';
import { parseNote } from '../parse/parse-note.ts';
import { isMdx, parseMdxSource } from '../parse/mdx-source.ts';
import { placeAt, problem, problemAt } from '../problems/report.ts';
import type { Problem } from '../problems/problem.ts';
import type { TextFile } from '../read/folder.ts';
import { linesOf, type Locator } from '../read/lines.ts';
import { accountFor } from './certificate.ts';
import { checkEncoding } from './checks/encoding.ts';
import { checkHeader } from './checks/header.ts';
import type { Draft } from './draft.ts';
import { identify, type Identity } from './identity.ts';
import { sourceId } from './ids.ts';
import { readRecord, type SourceRecord } from './record.ts';

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** Path → role of the files that became no source. */
  readonly skipped: ReadonlyMap<string, 'template' | 'skipped'>;
  readonly problems: readonly Problem[];
}

interface Candidate {
  readonly file: TextFile;
  readonly note: NoteContent;
  readonly record: SourceRecord;
  readonly notices: readonly Notice[];
  readonly identity: Identity;
  readonly lines: Locator;
  readonly account?: NonNullable<Draft['account']>;
}

export function draftSources(files: readonly TextFile[]): Drafts {
  const skipped = new Map<string, 'template' | 'skipped'>();
  const problems: Problem[] = [];
  const candidates: Candidate[] = [];
  for (const file of files) {
    const note = boundCodes(isMdx(file.path) ? parseMdxSource(file.text) : parseNote(file.text));
    const refused = refusal(file, note);
    if (refused) {
      skipped.set(file.path, refused.code === 'note-template' ? 'template' : 'skipped');
      problems.push(refused);
      continue;
    }
    candidates.push(candidateOf(file, note));
  }
  const named = nameApart(candidates);
  return { drafts: named.drafts, skipped, problems: [...problems, ...named.problems] };
}

/** What is known of a note before it has its id; the lines and slots are looked at here and let go. */
function candidateOf(file: TextFile, { slots, ...note }: Note): Candidate {
  const { lines, ...locator } = linesOf(file.text);
  const { record, notices } = readRecord(note);
  return {
    file,
    note,
    record,
    notices: [...notices, ...checkEncoding(file, lines)],
    identity: identify(file.path, note),
    lines: locator,
    ...(isMdx(file.path) ? {} : { account: accountFor(file, slots) }),
  };
}

/** Why a file is no note, if so: nothing in it looks like one, or nothing in it is filled in. */
function refusal(file: TextFile, note: Note): Problem | undefined {
  const place = { file: file.path, line: 1, column: 1 };
  const quoted = note.excerpts.some((excerpt) => excerpt.kind === 'quote');
  const looksLikeNote =
    note.header.letter !== null ||
    quoted ||
    note.traces.length > 0 ||
    note.metadata !== null ||
    /(?:OPEN|AXIAL)[ _-]*CODING/.test(file.text);
  if (!looksLikeNote) {
    const explains = /^(?:readme|licen[cs]e|notice|contributing|changelog|authors|citation)\b/i.test(
      file.path.split('/').at(-1) ?? '',
    );
    return problem(explains ? 'note-not-for-reading' : 'note-skipped', place);
  }
  const unread = note.notices.find(({ code }) => code === 'mdx-syntax');
  if (unread && isTemplate(note)) return problemAt(file.path, linesOf(file.text).position, unread);
  return isTemplate(note) ? problem('note-template', place) : undefined;
}

/** Neither number nor title nor address, in header and metadata alike. */
function isTemplate(note: NoteContent): boolean {
  const { header, metadata } = note;
  if (header.number !== null) return false;
  const inHeader = ['title', 'url'] as const;
  if (inHeader.some((key) => (header.fields.get(key)?.text.trim() ?? '') !== '')) return false;
  if (!metadata) return true;
  const named = /\d/.test(metadata.variable) || /\d/.test(metadata.name);
  return !named && !['title', 'url'].some((key) => String(metadata.values[key] ?? '').trim() !== '');
}

/** The first by path keeps a contested id, the next takes its file-name vote if that is free, else `s6-2`. */
function nameApart(candidates: readonly Candidate[]): { drafts: readonly Draft[]; problems: readonly Problem[] } {
  const taken = new Map<string, Candidate>();
  const waiting: Candidate[] = [];
  const names = new Map<Candidate, string>();
  for (const candidate of candidates) {
    if (taken.has(candidate.identity.id)) waiting.push(candidate);
    else {
      taken.set(candidate.identity.id, candidate);
      names.set(candidate, candidate.identity.id);
    }
  }
  const problems: Problem[] = [];
  for (const candidate of waiting) {
    const id = freeName(candidate, taken);
    const other = taken.get(candidate.identity.id);
    taken.set(id, candidate);
    names.set(candidate, id);
    if (other) problems.push(contested(candidate, other, id));
  }
  const drafts = candidates.map((candidate) => draftOf(candidate, names.get(candidate) ?? candidate.identity.id));
  return { drafts, problems };
}

/** Two notes say the same id; the second is shown as `id`. */
function contested(candidate: Candidate, other: Candidate, id: string): Problem {
  const claimed = candidate.identity.id;
  const args = { file: candidate.file.path, other: other.file.path, claimed, id };
  const noticed = { code: 'id-duplicate', span: candidate.note.header.span, args };
  const one = problemAt(candidate.file.path, candidate.lines.position, noticed, { source: id });
  const there = placeAt(other.file.path, other.lines.position, other.note.header.span);
  return { ...one, other: { ...there, words: `the other note that says ${claimed}` } };
}

function freeName(candidate: Candidate, taken: ReadonlyMap<string, Candidate>): string {
  const { fromFile, id } = candidate.identity;
  if (fromFile !== null && !taken.has(fromFile)) return fromFile;
  let n = 2;
  while (taken.has(`${id}-${n}`)) n += 1;
  return `${id}-${n}`;
}

function draftOf(candidate: Candidate, id: string): Draft {
  const { file, note, record, lines } = candidate;
  const { account } = candidate;
  const draft: Draft = { id: sourceId(id), file, lines, note, record, notices: [], ...(account ? { account } : {}) };
  const notices = [...note.notices, ...candidate.notices, ...candidate.identity.notices, ...checkHeader(draft)];
  return { ...draft, notices: notices.filter((notice) => keep(notice, id)).map((notice) => withId(notice, id)) };
}

/** A label that names the right source is no fault. */
const keep = (notice: Notice, id: string): boolean =>
  notice.code !== 'trace-label-names-source' || notice.args?.['named'] !== id;
const withId = (notice: Notice, id: string): Notice => ({ ...notice, args: { id, ...notice.args } });
