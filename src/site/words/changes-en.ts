// The words of the page of changes and of the history of a code, in English.

export const changesEn = {
  title: 'Changes',
  intro: (from: string, to: string) => `What changed from ${from} to ${to}.`,
  edition: (release: string, digest: string) => `${release === '' ? 'no release' : `release ${release}`} (${digest})`,
  none: 'Nothing changed but what no reader can see.',
  groups: { sources: 'Sources', codes: 'Codes', excerpts: 'Excerpts' },
  added: 'Added',
  edited: 'Edited',
  retired: 'Retired',
  renamed: 'Renamed',
  recoded: 'Coded otherwise',
  becomes: (from: string) => `formerly ${from}`,
  found: 'recognised, not declared',
  into: 'merged into',
  nowIn: 'its words may now be in',
  signsOnly: 'only signs and spacing',
  nothing: '(nothing)',
  more: (n: number) => `and ${n} more; npm run diff lists all`,
  history: 'History',
  event: {
    seen: 'First seen in',
    added: 'New in this release',
    renamed: 'Renamed from',
    merged: 'Merged with',
    edited: 'Edited in this release:',
  },
};

export type ChangesWords = typeof changesEn;
