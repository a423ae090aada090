// In: a study and what a paper mentions. Out: the lines of the report, and how many mentions do not land.

import { basename } from 'node:path';
import type { ExportContext } from '#study';
import { type Landing, landingOf } from './landing.ts';
import type { Mention } from './mention.ts';

export interface PaperReport {
  readonly lines: readonly string[];
  readonly lost: number;
}

export function checkMentions(context: ExportContext, mentions: readonly Mention[], paper: string): PaperReport {
  const landing = landingOf(context);
  const found = mentions.map((mention) => ({ mention, landing: landing(mention) }));
  const count = (verdict: Landing['verdict']): number =>
    found.filter((each) => each.landing.verdict === verdict).length;
  const [lands, moved, lost, unchecked] = [count('lands'), count('moved'), count('lost'), count('not checked')];
  const lines = found.flatMap(({ mention, landing: { verdict, ...said } }) =>
    'words' in said ? [`${basename(paper)}, ${mention.place}: ${mention.words}: ${names[verdict]}; ${said.words}`] : [],
  );
  return {
    lines: [
      ...lines,
      ...hints(context, mentions.length, lands + moved + lost),
      summary(lands, moved, lost, unchecked, count('elsewhere')),
    ],
    lost,
  };
}

const names: Readonly<Record<Landing['verdict'], string>> = {
  lands: 'lands',
  moved: 'lands after a move',
  lost: 'does not land',
  elsewhere: 'leads elsewhere',
  'not checked': 'not checked',
};

function hints({ site }: ExportContext, all: number, ours: number): string[] {
  if (site === '')
    return [
      'The address of the site is not known (study.yaml: site, or --site): links to it could not be told from others.',
    ];
  return all > 0 && ours === 0 ? [`Nothing in the paper leads to ${site}.`] : [];
}

const summary = (lands: number, moved: number, lost: number, unchecked: number, elsewhere: number): string =>
  `${String(lands)} land, ${String(moved)} land after a move, ${String(lost)} do not land, ${String(unchecked)} not checked; ${String(elsewhere)} lead elsewhere`;
