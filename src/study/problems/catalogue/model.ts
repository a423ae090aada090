// Problems of the companion model beyond those in study.ts.

import type { CatalogueEntry } from './entry.ts';

export const modelProblems = {
  'model-rebound': {
    severity: 'warning',
    title: 'A name of the model stands for two things',
    why: 'The first has no name any more: links to it cannot be shown with an id.',
    mend: 'Give the second another name.',
    message: (a) => `${a['name']} already stands for the class of line ${a['line']}; the first has no name any more`,
  },
  'model-key-twice': {
    severity: 'warning',
    title: 'A dictionary names one key twice',
    why: 'In Python the second entry replaces the first, so that the links of the first are never drawn.',
    mend: 'Put both into one entry: key: [a, b].',
    message: (a) => `${a['name']} is a key twice; the second entry replaced the first`,
  },
  'model-kind': {
    severity: 'warning',
    title: 'The ends of a link are of unexpected kinds',
    why: 'The metamodel does not join such elements. The link was drawn as its role says.',
    mend: 'Check the role name and the kinds of both ends.',
    message: (a) => `“${a['first']}” and “${a['second']}” are not of the kinds that “${a['association']}” joins`,
  },
  'model-import-cycle': {
    severity: 'error',
    title: 'Files of the model import each other',
    why: 'Python would not find the names that are defined after the import.',
    mend: 'Move what both need into a third file.',
    message: (a) => `${a['module']} is still being read when it is imported here; names it defines later are missing`,
  },
  'model-large': {
    severity: 'error',
    title: 'A file of the model was not read to its end',
    why: 'Models are small; a file that asks for more is not read on, so that the build ends.',
    mend: 'Leave only the model in the folder, or divide it.',
    message: (a) => `reading stopped: ${a['reason']}`,
  },
} satisfies Record<string, CatalogueEntry>;
