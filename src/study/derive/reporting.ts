// In: a study. Out: what the standards of the field ask a report for, and how much of it this study answers.
// ACM SIGSOFT Empirical Standards (Grounded Theory), COREQ (items 22, 24 to 26 and 29), PRISMA 2020 (16a), Halpern's audit trail.

import type { Study } from '../model/study.ts';
import { memosAt } from './memos-at.ts';

/** What is asked for, in the order in which a report answers it, and who asks. */
export const askedBy = {
  selection: 'PRISMA 2020, 16a',
  quotations: 'ACM SIGSOFT, Grounded Theory; COREQ\u00a029',
  mapping: 'ACM SIGSOFT, Grounded Theory; COREQ\u00a026',
  codebook: 'COREQ\u00a025; MacQueen et al. 1998',
  saturation: 'ACM SIGSOFT, Grounded Theory; COREQ\u00a022',
  coders: 'COREQ\u00a024',
  claims: 'ACM SIGSOFT, Grounded Theory',
  memos: 'Halpern 1983',
  material: 'Halpern 1983',
  changes: 'Halpern 1983',
} as const;
export type ReportItem = keyof typeof askedBy;

export interface ReportAnswer {
  readonly item: ReportItem;
  /** How many of how many; `of` is 0 where nothing is counted against anything. None at all: not reported. */
  readonly n: number;
  readonly of: number;
}

/** `previous`: the release before, where it is declared and could be read. */
export function reporting(study: Study, previous?: Study): readonly ReportAnswer[] {
  const { settings, sources, codes, excerptById, passageById } = study;
  const coded = [...passageById.values()].filter((passage) => passage.codes.length > 0);
  const noted = codes.filter(({ codebook }) => (codebook?.memo ?? '') !== '').length;
  const answers: Readonly<Record<ReportItem, readonly [n: number, of: number]>> = {
    selection: [settings.flow === null ? 0 : 1, 0],
    quotations: [coded.reduce((sum, { excerpts }) => sum + excerpts.length, 0), excerptById.size],
    mapping: [codes.filter(({ passages }) => passages.length > 0).length, codes.length],
    codebook: [codes.filter(({ codebook }) => (codebook?.definition ?? '') !== '').length, codes.length],
    saturation: [coded.length, 0],
    coders: [settings.coders ?? 0, 0],
    claims: [study.claims.length, 0],
    memos: [memosAt(study).size + noted, 0],
    material: [sources.length, 0],
    changes: [previous === undefined ? 0 : 1, 0],
  };
  // The record has exactly the keys of the table.
  return (Object.keys(askedBy) as ReportItem[]).map((item) => ({ item, n: answers[item][0], of: answers[item][1] }));
}
