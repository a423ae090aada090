// In: the edition. Out: what citations, files and heads are written from: the study, and where its site lies.

import { formats, type ExportContext, type HeadContext } from '#study';
import { currentEdition } from '#site/study.ts';

export function exportContext(): ExportContext {
  const { study, site, excerptPages } = currentEdition();
  return { study, site, excerptPages };
}

export const headContext = (): HeadContext => ({ ...exportContext(), base: currentEdition().base, formats });
