// In: everything that was read. Out: the study, cross-linked, and the problems that show only when all of it is together.

import { withoutComments } from '../parse/page-comments.ts';
import { problem, problemAt } from '../problems/report.ts';
import type { Problem } from '../problems/problem.ts';
import { byText, type StudyFolder } from '../read/folder.ts';
import type { Allocation } from './anchors/allocation.ts';
import type { CompanionModel } from './companion/types.ts';
import { checkCodes, checkOpenCodes } from './checks/codes.ts';
import { checkExcerpts } from './checks/excerpts.ts';
import { checkInterviews, checkSources } from './checks/study.ts';
import { checkModelEvidence } from './checks/model.ts';
import { checkMemos, checkSettings } from './checks/settings.ts';
import { collectCodes, repeatedIn } from './codes.ts';
import type { SettingsFiles } from './settings-files.ts';
import { digestOf } from './digest.ts';
import type { Draft } from './draft.ts';
import { isPagePath } from './page-path.ts';
import { relationsOf } from './relations.ts';
import { mentionsIn, type Mentions } from './mentions.ts';
import { assembleSource, joinOpenCodes } from './sources.ts';
import type { Code, Source, Study, StudyFile, StudyPage } from './study.ts';

export interface Parts {
  readonly folder: StudyFolder;
  readonly settingsFiles: SettingsFiles;
  readonly drafts: readonly Draft[];
  readonly skipped: ReadonlyMap<string, 'template' | 'skipped'>;
  readonly numbers: Allocation;
  /** What the model files say; `null` when there are none. */
  readonly companion: CompanionModel | null;
}

export function assembleStudy(parts: Parts): { readonly study: Study; readonly problems: readonly Problem[] } {
  const { settingsFiles, numbers } = parts;
  const drafts = [...parts.drafts].sort((a, b) => bySourceId(a.id, b.id));
  const raw = drafts.map((draft) =>
    assembleSource(draft, numbers.bySource, settingsFiles.bibliographies.bySource.get(draft.id) ?? {}),
  );
  const codes = collectCodes(
    raw.flatMap((source) => source.passages),
    settingsFiles.codebook.entries,
  );
  const codeById = new Map<string, Code>(codes.map((code) => [code.id, code]));
  const sources = raw.map((source) => joinOpenCodes(source, codeById));
  const study: Study = {
    settings: settingsFiles.settings,
    digest: digestOf(parts.folder),
    files: filesOf(parts),
    sources,
    codes,
    groups: settingsFiles.codebook.groups,
    relations: relationsOf(sources, parts.companion),
    claims: settingsFiles.claims,
    problems: [],
    sourceById: new Map(sources.map((source) => [source.id, source])),
    excerptById: new Map(sources.flatMap((source) => source.excerpts.map((excerpt) => [excerpt.id, excerpt]))),
    passageById: new Map(sources.flatMap((source) => source.passages.map((passage) => [passage.id, passage]))),
    codeById,
    permanent: numbers.permanent,
    tombstones: numbers.tombstones,
    ...(parts.companion ? { companion: parts.companion } : {}),
    ...pagesOf(parts.folder),
    ...(settingsFiles.citation ? { citation: settingsFiles.citation } : {}),
    ...(settingsFiles.memos.length > 0 ? { memos: settingsFiles.memos } : {}),
    ...(settingsFiles.links ? { links: settingsFiles.links } : {}),
  };
  return { study, problems: problemsOf(parts, study, drafts) };
}

function pagesOf(folder: StudyFolder): Pick<Study, 'pages'> {
  const pages = (folder.pages ?? [])
    .map(({ path, text }) => ({ path: path.slice('pages/'.length), text: withoutComments(text) }))
    .filter((page): page is StudyPage => isPagePath(page.path) && page.text !== null);
  return pages.length === 0 ? {} : { pages };
}

/** `s2` before `s10`, sources before interviews would be wrong: letters first, then numbers, then the rest. */
export function bySourceId(a: string, b: string): number {
  const [, letterA = '', numberA = ''] = /^([a-z]+)(\d*)/.exec(a) ?? [];
  const [, letterB = '', numberB = ''] = /^([a-z]+)(\d*)/.exec(b) ?? [];
  // Articles (s) stand before interviews (p), as in the notes of the tradition.
  const rank = (letter: string): number => (letter === 's' ? 0 : letter === 'p' ? 1 : 2);
  return rank(letterA) - rank(letterB) || Number(numberA || 1e9) - Number(numberB || 1e9) || byText(a, b);
}

function filesOf(parts: Parts): readonly StudyFile[] {
  const drafts = new Map(parts.drafts.map((draft) => [draft.file.path, draft]));
  const notes = parts.folder.notes.map((file): StudyFile => {
    const draft = drafts.get(file.path);
    const { path, bytes, sha256, encoding } = file;
    if (!draft) return { path, bytes, sha256, encoding, role: parts.skipped.get(path) ?? 'skipped' };
    const { account } = draft;
    return {
      path,
      bytes,
      sha256,
      encoding,
      role: account ? 'note' : 'mdx',
      source: draft.id,
      ...(account ? { account } : {}),
    };
  });
  const others = [...parts.folder.settings.values(), ...parts.folder.models];
  const settings = others.map(({ path, bytes, sha256, encoding }): StudyFile => ({
    path,
    bytes,
    sha256,
    encoding,
    role: 'settings',
  }));
  return [...notes, ...settings].sort((a, b) => byText(a.path, b.path));
}

function problemsOf(parts: Parts, study: Study, drafts: readonly Draft[]): readonly Problem[] {
  const { settings, hasSettings } = parts.settingsFiles;
  const first = parts.folder.notes[0]?.path;
  const none = first === undefined ? 'study-no-notes' : 'study-no-sources';
  const mentions = mentionsIn(drafts);
  return [
    ...(study.sources.length === 0 ? [problem(none, { file: first ?? '.', line: 1, column: 1 })] : []),
    ...drafts.flatMap(noteProblems),
    ...drafts.flatMap((draft) => sourceProblems(draft, study.sourceById.get(draft.id))),
    ...drafts.flatMap((draft) => repeatedCodes(draft, mentions)),
    ...checkCodes(study.codes, { codes: study.codeById, mentions }),
    ...checkSources(drafts, study.sources),
    ...checkInterviews(settings, study.sources, hasSettings),
    ...checkSettings(study, parts.folder, parts.settingsFiles.bibliographies.keys),
    ...checkMemos(study),
    ...checkModelEvidence(study),
  ];
}

const noteProblems = (draft: Draft): readonly Problem[] =>
  draft.notices.map((notice) => problemAt(draft.file.path, draft.lines.position, notice, { source: draft.id }));

const sourceProblems = (draft: Draft, source: Source | undefined): readonly Problem[] =>
  source ? [...checkExcerpts(source, draft), ...checkOpenCodes(source, draft)] : [];

const repeatedCodes = (draft: Draft, mentions: Mentions): readonly Problem[] =>
  draft.note.traces.flatMap((trace) =>
    repeatedIn(trace.statements).map(({ id, count, first, last }) => {
      const other = { ...mentions.within(first, id), words: 'the first mention' };
      const noticed = { code: 'code-repeated', span: mentions.within(last, id), args: { id, count }, other };
      return problemAt(draft.file.path, draft.lines.position, noticed, { source: draft.id, codeId: id });
    }),
  );
