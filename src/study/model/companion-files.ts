// In: the settings files of a study folder. Out: what each says, with defaults for those that are missing, and their problems.

import { problem, problemAt } from '../problems/report.ts';
import type { Problem } from '../problems/problem.ts';
import type { StudyFolder } from '../read/folder.ts';
import { linesOf } from '../read/lines.ts';
import { readBibliographies, readClaims, readCodebook, type Codebook } from './companions.ts';
import type { Reader } from './fields.ts';
import { readSettings } from './settings.ts';
import type { Bibliography, Claim, Settings } from './study.ts';

export interface Companions {
  readonly settings: Settings;
  readonly hasSettings: boolean;
  readonly codebook: Codebook;
  readonly bibliographies: ReadonlyMap<string, Bibliography>;
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

export function readCompanions(folder: StudyFolder): Companions {
  const textOf = (name: string): string => folder.settings.get(name)?.text ?? '';
  const settings = readSettings(textOf('study.yaml'));
  const codebook = readCodebook(textOf('codebook.yaml'));
  const bibliographies = readBibliographies(textOf('sources.yaml'));
  const claims = readClaims(textOf('claims.yaml'));
  const problems = [
    ...readerProblems('study.yaml', textOf('study.yaml'), settings.reader),
    ...readerProblems('codebook.yaml', textOf('codebook.yaml'), codebook.reader),
    ...readerProblems('sources.yaml', textOf('sources.yaml'), bibliographies.reader),
    ...readerProblems('claims.yaml', textOf('claims.yaml'), claims.reader),
  ];
  return {
    settings: settings.settings,
    hasSettings: folder.settings.has('study.yaml'),
    codebook: codebook.codebook,
    bibliographies: bibliographies.bibliographies,
    claims: claims.claims,
    problems,
  };
}

function readerProblems(file: string, text: string, reader: Reader): readonly Problem[] {
  const locate = linesOf(text).position;
  return [
    ...reader.file.notices.map((notice) => problemAt(file, locate, notice)),
    ...reader.notices.map((notice) => problem(notice.code, { file, line: notice.line, column: 1 }, notice.args ?? {})),
  ];
}
