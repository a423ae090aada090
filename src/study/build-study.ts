// In: the folder of a study. Out: the study and its problems. The whole pipeline on one screen: read, parse, assemble, check.

import { anchorProblems } from './model/anchors-problems.ts';
import { allocate } from './model/anchors/allocate.ts';
import { parseLedger } from './model/anchors/ledger.ts';
import { assembleStudy } from './model/assemble.ts';
import { checkAcknowledged } from './model/checks/settings.ts';
import { readCompanion } from './model/companion/read-companion.ts';
import { readSettingsFiles } from './model/settings-files.ts';
import { draftSources } from './model/drafts.ts';
import type { FoundSource } from './model/anchors/allocation.ts';
import type { Draft } from './model/draft.ts';
import type { Study } from './model/study.ts';
import { acknowledge, boundProblems, problem, sortProblems } from './problems/report.ts';
import type { Problem } from './problems/problem.ts';
import { readFolder, type StudyFolder } from './read/folder.ts';

export interface BuildOptions {
  /** The full `content/` shape or a bare folder of notes. */
  readonly directory: string;
  /** A folder of model files that lies elsewhere. */
  readonly model?: string;
}

export interface Built {
  readonly study: Study;
  /** The same as `study.problems`: acknowledged ones included, sorted by place. */
  readonly problems: readonly Problem[];
  /** How many files could be notes: none at all is a wrong folder, not a poor study. */
  readonly noteFiles: number;
  /** The texts that problems point into, by path, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads the disk and nothing else; throws only when the folder itself cannot be read. */
export async function buildStudy(options: BuildOptions): Promise<Built> {
  return studyOf(await readFolder(options.directory, options.model));
}

export function studyOf(folder: StudyFolder): Built {
  const settingsFiles = readSettingsFiles(folder);
  const { drafts, skipped, problems } = draftSources(folder.notes);
  const ledgerFile = folder.settings.get('anchors.jsonl');
  const ledger = ledgerFile ? parseLedger(ledgerFile.text, settingsFiles.settings.release) : null;
  const numbers = allocate(drafts.map(foundSource), ledger, settingsFiles.settings.release, {
    renamedSources: settingsFiles.settings.renamed.sources,
  });
  const theory = readCompanion(folder.models);
  const assembled = assembleStudy({ folder, settingsFiles, drafts, skipped, numbers, companion: theory.model });
  const found = [
    ...folder.unreadable.map(({ path, reason, passedOver }) =>
      problem(passedOver ? 'file-passed-over' : 'file-unreadable', { file: path, line: 1, column: 1 }, { reason }),
    ),
    ...settingsFiles.problems,
    ...problems,
    ...anchorProblems(numbers.notices, drafts),
    ...theory.problems,
    ...assembled.problems,
  ];
  const reasons = settingsFiles.settings.acknowledge;
  const unused = checkAcknowledged(found, reasons, folder);
  const all = boundProblems(sortProblems([...acknowledge(found, reasons), ...unused]));
  const texts = new Map(
    [...folder.notes, ...folder.settings.values(), ...folder.models].map((file) => [file.path, file.text]),
  );
  return { study: { ...assembled.study, problems: all }, problems: all, noteFiles: folder.notes.length, texts };
}

const foundSource = (draft: Draft): FoundSource => ({
  id: draft.id,
  excerpts: draft.note.excerpts.map((excerpt) => ({
    text: excerpt.text,
    kind: excerpt.kind,
    ...(excerpt.url === undefined ? {} : { url: excerpt.url }),
  })),
});
