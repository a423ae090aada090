// In: the settings files of a study folder. Out: what each says, with defaults for those that are missing, and their problems.

import { problemAt } from '../problems/report.ts';
import type { Problem } from '../problems/problem.ts';
import type { StudyFolder } from '../read/folder.ts';
import { linesOf } from '../read/lines.ts';
import { readBibliographies, readClaims, readCodebook, type Bibliographies, type Codebook } from './companions.ts';
import type { Reader } from './fields.ts';
import { linkLedgerFaults, readLinkLedger } from './links.ts';
import { readMemos } from './memos.ts';
import { readSettings } from './settings.ts';
import { citationDifferences, citedSettings, readCitation, withCited } from './citation-file.ts';
import type { Citation, Claim, LinkLedger, Memo, Settings } from './study.ts';

export interface SettingsFiles {
  readonly settings: Settings;
  readonly hasSettings: boolean;
  readonly codebook: Codebook;
  readonly bibliographies: Bibliographies;
  readonly claims: readonly Claim[];
  readonly memos: readonly Memo[];
  readonly links: LinkLedger | null;
  readonly citation: Citation | null;
  readonly problems: readonly Problem[];
}

export function readSettingsFiles(folder: StudyFolder): SettingsFiles {
  const textOf = (name: string): string => folder.settings.get(name)?.text ?? '';
  const settings = readSettings(textOf('study.yaml'));
  const codebook = readCodebook(textOf('codebook.yaml'));
  const bibliographies = readBibliographies(textOf('sources.yaml'));
  const claims = readClaims(textOf('claims.yaml'));
  const memos = readMemos(textOf('memos.yaml'));
  const links = textOf('links.json');
  const cff = textOf('CITATION.cff');
  const { citation, reader } = readCitation(cff);
  const cited = citation === null ? {} : citedSettings(citation);
  const problems = [
    ...readerProblems('CITATION.cff', cff, reader),
    ...citationDifferences(settings.settings, cited).map(({ path, cited: said, set }) =>
      problemAt('CITATION.cff', linesOf(cff).position, {
        code: 'citation-differs',
        span: reader.file.spanOf(path),
        args: { field: path.join('.'), cited: said, set },
      }),
    ),
    ...readerProblems('study.yaml', textOf('study.yaml'), settings.reader),
    ...readerProblems('codebook.yaml', textOf('codebook.yaml'), codebook.reader),
    ...readerProblems('sources.yaml', textOf('sources.yaml'), bibliographies.reader),
    ...readerProblems('claims.yaml', textOf('claims.yaml'), claims.reader),
    ...readerProblems('memos.yaml', textOf('memos.yaml'), memos.reader),
    ...(links === '' ? [] : readerProblems('links.json', links, linkLedgerFaults(links))),
  ];
  return {
    settings: withCited(settings.settings, cited),
    citation,
    hasSettings: folder.settings.has('study.yaml'),
    codebook: codebook.codebook,
    bibliographies: bibliographies.bibliographies,
    claims: claims.claims,
    memos: memos.memos,
    links: readLinkLedger(links),
    problems,
  };
}

function readerProblems(file: string, text: string, reader: Reader): readonly Problem[] {
  const locate = linesOf(text).position;
  return [...reader.file.notices, ...reader.notices].map((notice) => problemAt(file, locate, notice));
}
