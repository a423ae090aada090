// Problems of publication: permanent addresses, and what may be shown.

import type { CatalogueEntry } from './entry.ts';

export const accessProblems = {
  'interviews-undeclared': {
    severity: 'warning',
    strict: true,
    title: 'Interviews are shown and nobody declared them reviewed',
    why: 'Transcripts can name people and employers. Publishing them is the decision of the researcher.',
    mend: 'Write “interviews: reviewed” in study.yaml after reading them, or “interviews: withheld”.',
    message: (a) =>
      `${a['count']} ${a['count'] === 1 ? 'interview is' : 'interviews are'} shown, and study.yaml says nothing about interviews`,
  },
  'ledger-missing': {
    severity: 'info',
    title: 'Addresses of excerpts are not yet permanent',
    why: 'Without the ledger an excerpt is numbered by its place, and an edit of the note can move the numbers.',
    mend: 'Run npm run anchors and commit anchors.jsonl.',
    message: () => 'there is no ledger (anchors.jsonl); excerpts are numbered by their place',
  },
  'ledger-stale': {
    severity: 'warning',
    strict: true,
    title: 'Notes and ledger disagree',
    why: 'Excerpts are new, edited or gone since the ledger was written. New ones have numbers that are not yet kept.',
    mend: 'Run npm run anchors, read what it prints, and commit anchors.jsonl.',
    message: (a) =>
      `excerpts since the ledger was written: ${a['added'] ?? 0} added, ${a['edited'] ?? 0} edited, ${a['moved'] ?? 0} moved, ${a['retired'] ?? 0} taken away`,
  },
  'ledger-syntax': {
    severity: 'error',
    title: 'A line of the ledger cannot be read',
    why: 'The id that it keeps would be lost. The rest of the ledger is used.',
    mend: 'Restore the line from version control; after a merge keep one line for each id.',
    message: (a) =>
      a['field'] === undefined
        ? `the line is no entry of the ledger${a['reason'] ? `: ${a['reason']}` : ''}; it was passed over`
        : `“${a['field']}” is no key of the ledger, or its value cannot be used; the rest of the line was read`,
  },
  'ledger-duplicate-id': {
    severity: 'error',
    title: 'An id stands twice in the ledger',
    why: 'Two branches gave the same number to different excerpts. The line of an earlier release is used, else the first.',
    mend: 'Keep the line that was released; delete the other and run npm run anchors.',
    message: (a) => `${a['id']} stands twice in the ledger; line ${a['kept']} is used`,
  },
  'source-replaced': {
    severity: 'error',
    title: 'Another text stands under the same id',
    why: 'Fewer than a fifth of the excerpts that the ledger knows were found. Citations would point at another source.',
    mend: 'If the source was renumbered, run npm run anchors -- renumber with the old and the new id; if its text was replaced on purpose, npm run anchors -- --accept with its id; else restore the note.',
    message: (a) =>
      `${a['recognised']} of ${a['of']} excerpts of ${a['id']} were recognised; if it was renumbered: ${a['command']}`,
  },
  'released-id-gone': {
    severity: 'warning',
    strict: true,
    title: 'A released excerpt is gone',
    why: 'Papers may cite it. Its page says what stood there.',
    mend: 'Restore the excerpt, or withdraw it with a reason: npm run anchors -- --withdraw s6-e5 "reason".',
    message: (a) =>
      `${a['id']} ${Number(a['count'] ?? 1) === 1 ? 'was released and is' : 'were released and are'} gone`,
  },
  'renamed-source-present': {
    severity: 'warning',
    title: 'A source that was renamed is still there',
    why: 'study.yaml says that it has another id now; both cannot be right.',
    mend: 'Delete the old note, or the line in study.yaml.',
    message: (a) => `${a['id'] ?? a['old'] ?? 'the old id'} was renamed in study.yaml and still has a note`,
  },
} satisfies Record<string, CatalogueEntry>;
