// Problems of a note's header and of its metadata trace.

import type { CatalogueEntry } from './entry.ts';

const shown = (value: string | number | undefined): string =>
  value === '' || value === undefined ? 'nothing' : `“${value}”`;

export const headerProblems = {
  'header-key-missing': {
    severity: 'warning',
    title: 'A header field is missing',
    why: 'The bibliographic record of the source is not complete; the page says “not recorded”.',
    mend: 'Add the heading and its value, in the order of the template.',
    message: (a) => `the header has no field ## ${a['key']}`,
  },
  'header-key-unknown': {
    severity: 'info',
    title: 'A header line looks like a field and is none',
    why: 'Only the nine fields of the template are headings. The line was read as part of the value before it.',
    mend: 'Correct the name of the field, or write the line without ##.',
    message: (a) => `“## ${a['key']}” is none of the nine fields; read as text`,
  },
  'header-key-repeated': {
    severity: 'warning',
    strict: true,
    title: 'A header field stands twice',
    why: 'Only one value can be right.',
    mend: 'Delete one of the two.',
    message: (a) => `## ${a['key']} stands twice; ${shown(a['kept'])} is kept, ${shown(a['ignored'])} is not shown`,
  },
  'header-field-empty': {
    severity: 'info',
    title: 'A header field is empty',
    why: 'The page says “not recorded”.',
    mend: 'Write the value below the heading, or leave it if it is not known.',
    message: (a) => `## ${a['key']} is empty`,
  },
  'header-stray-text': {
    severity: 'warning',
    strict: true,
    title: 'Text in the header that belongs to no field',
    why: 'It is shown on this page only.',
    mend: 'Put it below a field, or after # coding as an excerpt.',
    message: (a) => `“${a['text']}” stands in the header before any field`,
  },
  'header-missing': {
    severity: 'warning',
    strict: true,
    title: 'The note has no header',
    why: 'A note starts with # s or # p, a number and nine fields; without them the record of the source is empty.',
    mend: 'Add the header of the template before the first excerpt.',
    message: () => 'no line “# s” or “# p” stands before the excerpts; the fields are not recorded',
  },
  'header-id-conflict': {
    severity: 'warning',
    title: 'File name, header and metadata name different sources',
    why: 'One of them is wrong, and a citation may point at the wrong source.',
    mend: 'Make the number in the header, the variable of the metadata and the file name agree.',
    message: (a) => `${a['where']} says ${a['found']}, the source is ${a['id']} (${a['votes']})`,
  },
  'header-url-suffix': {
    severity: 'warning',
    title: "A short address carries another source's number",
    why: 'The short address probably leads to the other source.',
    mend: 'Check where the address leads and correct it.',
    message: (a) => `${a['field']} ${a['url']} ends in ${a['suffix']}; this is ${a['id']}`,
  },
  'header-value-not-url': {
    severity: 'warning',
    title: 'An address is not an address',
    why: 'It cannot be followed, so it is shown as text and not as a link.',
    mend: 'Write a whole address that starts with https://.',
    message: (a) => `${a['field']} ${shown(a['value'])} is not an address (http or https)`,
  },
  'header-value-list': {
    severity: 'warning',
    title: 'A value is none of the usual ones',
    why: 'Lists and filters of the site go by this value.',
    mend: 'Write yes or no (header), True or False (metadata).',
    message: (a) => `${a['field']} is ${shown(a['value'])}; expected ${a['expected']}`,
  },
  'header-url-shared': {
    severity: 'warning',
    title: 'Two sources share an address',
    why: 'Either the article was coded twice or one address is wrong.',
    mend: 'Correct the address, or join the two notes.',
    message: (a) => `${a['id']} and ${a['other']} have the same address ${a['url']}`,
  },
  'header-title-shared': {
    severity: 'warning',
    title: 'Two sources share a title',
    why: 'Readers cannot tell them apart, and one title may have been copied by mistake.',
    mend: 'Check both titles against their articles.',
    message: (a) => `${a['id']} and ${a['other']} have the same title “${a['title']}”`,
  },
  'header-not-recorded': {
    severity: 'warning',
    strict: true,
    title: 'Neither title nor address is recorded',
    why: 'Nobody can find the source.',
    mend: 'Add ## title and ## url.',
    message: (a) => `${a['id']} has neither a title nor an address`,
  },
  'metadata-missing': {
    severity: 'info',
    title: 'The note has no metadata trace',
    why: 'Header and metadata check each other; without it the header stands alone.',
    mend: 'Add the AXIAL CODING TRACE with CClass(source, …) after the header.',
    message: () => 'no metadata trace stands before the first excerpt; the header is shown',
  },
  'metadata-syntax-salvaged': {
    severity: 'warning',
    strict: true,
    title: 'The metadata trace is not valid Python',
    why: 'Other tools of the study cannot read it. What could be read is shown.',
    mend: 'Correct the line that is marked.',
    message: (a) => `“${a['text']}” is not valid Python here; what could be read is shown`,
  },
  'metadata-key-repeated': {
    severity: 'warning',
    strict: true,
    title: 'A metadata key stands twice',
    why: 'In Python the later value replaces the earlier one, which is then shown nowhere.',
    mend: 'Delete one of the two.',
    message: (a) =>
      `“${a['key']}” stands twice in the metadata; ${shown(a['kept'])} is kept, ${shown(a['ignored'])} is not shown`,
  },
  'metadata-statement': {
    severity: 'warning',
    strict: true,
    title: 'A statement in the metadata trace that describes no source',
    why: 'The first axial fence describes the source and its references. What else stands there belongs to no passage.',
    mend: 'Move the statement into the axial part of a trace that follows excerpts.',
    message: (a) => `“${a['text']}” stands in the metadata trace and describes no source; it is shown as a remark`,
  },
  'metadata-key-missing': {
    severity: 'info',
    title: 'A metadata key is missing',
    why: 'The header is shown in its place.',
    mend: 'Add the key to values={…}.',
    message: (a) => `the metadata has no “${a['key']}”`,
  },
  'metadata-mismatch': {
    severity: 'warning',
    title: 'Header and metadata disagree',
    why: 'One of the two is wrong. Where excerpts decide, the metadata is right far more often.',
    mend: 'Look at the article and make both agree.',
    message: (a) =>
      `${a['field']}: the header says ${shown(a['header'])}, the metadata ${shown(a['metadata'])}; the ${a['shown']}'s value is shown`,
  },
  'metadata-title-not-found': {
    severity: 'info',
    title: 'The title occurs in no excerpt',
    why: 'Articles are usually quoted with their title. Where it does not occur, title or address may be those of another article.',
    mend: 'Compare the title with the article that the excerpts come from.',
    message: (a) => `the title “${a['title']}” occurs in none of the excerpts`,
  },
} satisfies Record<string, CatalogueEntry>;
