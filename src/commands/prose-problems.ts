// In: an `[@id]` of a prose page that the study does not have. Out: a line on stderr like those of the notes' problems.

import { relative, sep } from 'node:path';
import { visible } from '#study';
import type { UnknownCitation } from '../site/mdx/remark-citations.ts';
import { currentEdition } from '../site/study.ts';

export function sayUnknownCitation({ page, id, line, column }: UnknownCitation): void {
  const file = relative(currentEdition().directory, page).split(sep).join('/');
  const words = `[@${id}] names no source, excerpt, passage or code of the study; it stays as it was written`;
  process.stderr.write(`${visible(file)}:${line}:${column}: warning citation-unknown: ${visible(words)}\n`);
}
