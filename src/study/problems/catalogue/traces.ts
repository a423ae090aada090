// Problems of coding traces: markers, open codes, fences.

import type { CatalogueEntry } from './entry.ts';

export const traceProblems = {
  'trace-marker-variant': {
    severity: 'info',
    title: 'A marker is written in another way',
    why: 'It was understood; other tools of the study may miss it.',
    mend: 'Write **OPEN CODING TRACE:** or **AXIAL CODING TRACE:**.',
    message: (a) => `“${a['marker']}” was read as a marker`,
  },
  'trace-empty': {
    severity: 'warning',
    title: 'A trace without codes',
    why: 'The marker stands there and nothing behind it; the excerpts before it belong to the next passage.',
    mend: 'Write the codes, or delete the marker.',
    message: () => 'the trace holds no code; its excerpts belong to the next passage',
  },
  'trace-without-excerpt': {
    severity: 'warning',
    title: 'A trace without excerpts',
    why: 'Codes need a passage that they stand for.',
    mend: 'Move the trace behind the excerpts that it codes, or join it with the trace before.',
    message: () => 'no excerpt stands between this trace and the one before; its codes have a passage without text',
  },
  'trace-without-axial': {
    severity: 'info',
    title: 'A trace without an axial part',
    why: 'Its open codes were not yet joined to codes of the study.',
    mend: 'Add the AXIAL CODING TRACE.',
    message: () => 'the trace has open codes and no axial part',
  },
  'trace-axial-unmarked': {
    severity: 'warning',
    title: 'An axial fence without its marker',
    why: 'The fence was read as the axial part of the open trace before it.',
    mend: 'Write **AXIAL CODING TRACE:** before the fence.',
    message: () => 'a fence follows the open codes without an AXIAL marker; read as their axial part',
  },
  'trace-open-unmatched': {
    severity: 'info',
    title: 'Open codes that no code takes up',
    why: 'The chain from quote to code is not visible for them: no code of the passage has the same words.',
    mend: 'Nothing, if they were merged into others; the chain page lists them.',
    message: (a) => `${a['count']} of ${a['of']} open codes have no code of the same words, such as “${a['text']}”`,
  },
  'trace-template-left': {
    severity: 'info',
    title: 'A line of the template was not filled in',
    why: 'It says nothing and is left out.',
    mend: 'Fill it in or delete it.',
    message: () => 'a template line stands empty; it was left out',
  },
  'trace-label-names-source': {
    severity: 'info',
    title: 'A label names another source',
    why: 'The label was copied from another note. The file decides where codes belong.',
    mend: 'Correct the label.',
    message: (a) => `“${a['label']}” names ${a['named']}; the codes belong to ${a['id']}, where they stand`,
  },
  'fence-unclosed': {
    severity: 'error',
    title: 'A fence is not closed',
    why: 'It could not be known where the code ends. It was ended at the next marker, the next quote or the end of the note.',
    mend: 'Close it with ``` on a line of its own.',
    message: () => 'the fence that opens here is not closed; it was ended before the next marker or quote',
  },
  'fence-without-marker': {
    severity: 'warning',
    strict: true,
    title: 'Coding in a fence without a marker',
    why: 'Without a marker a fence is a listing quoted from the source.',
    mend: 'Write **AXIAL CODING TRACE:** before it, if it is coding.',
    message: (a) => `a fence with CClass(…) stands outside any trace; it is ${a['read'] ?? 'shown as written'}`,
  },
} satisfies Record<string, CatalogueEntry>;
