// Problems of characters: what the bytes of a note say, and what had to be repaired to show it.

import type { CatalogueEntry } from './entry.ts';

export const encodingProblems = {
  'encoding-mojibake': {
    severity: 'warning',
    title: 'Twice-encoded characters repaired',
    why: 'The text was read as Windows-1252 and saved again as UTF-8, so that one character became two to four. The original cannot be searched for or found on its page in that form.',
    mend: 'Replace the characters in the note by the ones that are shown.',
    message: (a) =>
      `${a['count']} twice-encoded ${a['count'] === 1 ? 'character was' : 'characters were'} repaired here (“${a['original']}” is shown as “${a['repaired']}”)`,
  },
  'encoding-windows-1252': {
    severity: 'warning',
    strict: true,
    title: 'The file is Windows-1252',
    why: 'Notes are UTF-8. A Windows-1252 file reads differently on every system.',
    mend: 'Save the file as UTF-8.',
    message: () => 'the file is not UTF-8; it was read as Windows-1252',
  },
  'encoding-invalid-bytes': {
    severity: 'warning',
    strict: true,
    title: 'Bytes that are no characters',
    why: 'The file is UTF-8 (or UTF-16) but for some bytes, which other programs show as question marks.',
    mend: 'Write the characters again and save the file as UTF-8.',
    message: (a) =>
      `${a['count']} ${a['count'] === 1 ? 'byte is' : 'bytes are'} not valid ${a['as']} (shown as “${a['shown']}”)`,
  },
  'encoding-utf-16': {
    severity: 'warning',
    title: 'The file is UTF-16',
    why: 'Notes are UTF-8; version control shows a UTF-16 file as binary.',
    mend: 'Save the file as UTF-8.',
    message: (a) => `the file is ${a['encoding']}; it was read as such`,
  },
  'encoding-bom': {
    severity: 'info',
    title: 'Byte order mark',
    why: 'An invisible mark stands before the first character. It does no harm here, but hides the header from other tools.',
    mend: 'Save the file as UTF-8 without a byte order mark.',
    message: () => 'the file starts with a byte order mark; it was left out',
  },
  'encoding-crlf': {
    severity: 'info',
    title: 'Windows or old Mac line ends',
    why: 'Line ends differ between files, so that a comparison of versions may show every line as changed.',
    mend: 'Save the file with LF line ends, or keep `*.md text eol=lf` in `.gitattributes`.',
    message: (a) => `lines end in ${a['ends']}; they were read as line ends`,
  },
  'encoding-ligature': {
    severity: 'warning',
    title: 'Control characters from PDF ligatures repaired',
    why: 'Copying from a PDF left control characters in place of ff, fi, ffi or ffl: the words cannot be found.',
    mend: 'Write the letters in the note.',
    message: (a) =>
      `${a['count']} control ${a['count'] === 1 ? 'character' : 'characters'} between letters shown as the ligature's letters (“${a['repaired']}”)`,
  },
  'encoding-invisible': {
    severity: 'info',
    title: 'Invisible characters removed',
    why: 'Soft hyphens and zero-width characters cannot be seen and split words for a search.',
    mend: 'Delete the characters from the note.',
    message: (a) => `${a['count']} invisible ${a['count'] === 1 ? 'character' : 'characters'} left out (${a['names']})`,
  },
  'encoding-control': {
    severity: 'warning',
    title: 'Control characters',
    why: 'A control character has no shape. It is shown as a labelled token, so that nothing is hidden.',
    mend: 'Replace it by what it stood for.',
    message: (a) => `${a['count']} control ${a['count'] === 1 ? 'character' : 'characters'} shown as ${a['names']}`,
  },
  'encoding-nul': {
    severity: 'warning',
    strict: true,
    title: 'NUL characters',
    why: 'NUL ends a text for many programs: a part of the note may be lost elsewhere.',
    mend: 'Delete the character, or save the file as UTF-8 if it was UTF-16.',
    message: (a) => `${a['count']} NUL ${a['count'] === 1 ? 'character' : 'characters'} shown as U+0000`,
  },
  'encoding-lookalike': {
    severity: 'warning',
    title: 'Look-alike letters inside words',
    why: 'Letters of another script stand inside words (often Cyrillic а, е, о in English words). The words look right and cannot be found. They are shown as they are.',
    mend: 'If the source is written so, keep it; else write the word again.',
    message: (a) =>
      `${a['count']} ${a['count'] === 1 ? 'word mixes' : 'words mix'} ${a['scripts']} letters, such as “${a['word']}”`,
  },
  'encoding-bidi': {
    severity: 'info',
    title: 'Characters that turn the direction of writing',
    why: 'Direction marks can show text in another order than it is written. Each line is kept apart from the text around it.',
    mend: 'Delete the marks unless the quote is written from right to left.',
    message: (a) =>
      `${a['count']} ${a['count'] === 1 ? 'character turns' : 'characters turn'} the direction of writing (${a['names']})`,
  },
} satisfies Record<string, CatalogueEntry>;
