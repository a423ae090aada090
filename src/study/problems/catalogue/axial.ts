// Problems of axial statements and of codes.

import type { CatalogueEntry } from './entry.ts';

export const axialProblems = {
  'axial-syntax-salvaged': {
    severity: 'error',
    title: 'Broken Python, read as well as possible',
    why: 'The statement is not valid Python: quotes, brackets, commas or names are wrong. Its codes were salvaged, which can be mistaken.',
    mend: 'Correct the statement; the frame shows where it breaks.',
    message: (a) => `“${a['text']}” is not valid Python; read as ${a['read'] || 'written'}`,
  },
  'axial-unreadable': {
    severity: 'error',
    title: 'A statement that cannot be read',
    why: 'No code could be made out in it. It is shown as written.',
    mend: 'Correct the statement.',
    message: (a) => `“${a['text']}” cannot be read as coding; it is shown as written`,
  },
  'axial-not-read': {
    severity: 'warning',
    strict: true,
    title: 'Python beyond coding',
    why: 'Loops, conditions and definitions are never run; coding is read from plain statements.',
    mend: 'Write the codes out.',
    message: (a) => `“${a['text']}” is a block of Python that is shown and not read`,
  },
  'axial-prose': {
    severity: 'warning',
    title: 'Words read as a code',
    why: 'A line of plain words stands where a code is expected. Blanks, slashes and hyphens became underscores.',
    mend: 'Write the code as one name.',
    message: (a) => `“${a['text']}” was read as ${a['read'] ?? a['id'] ?? 'a code'}`,
  },
  'axial-in-string': {
    severity: 'warning',
    strict: true,
    title: 'Statements inside a string',
    why: "Codes were put between ''' quotes, as if to switch them off. They were read as coding.",
    mend: 'Take the quotes away, or delete the codes.',
    message: (a) => `“${a['text']}” stands inside a string; its codes were read as coding`,
  },
  'axial-unknown-function': {
    severity: 'warning',
    strict: true,
    title: 'An unknown function',
    why: 'The function is none of the CodeableModels library. Its codes are kept, the relation it would draw is not.',
    mend: 'Correct its name.',
    message: (a) => `${a['name']}(…) is not known; its codes are kept`,
  },
  'axial-misspelt-function': {
    severity: 'error',
    title: 'A function is misspelt',
    why: 'Python would stop here. The statement was read as if the name were right.',
    mend: 'Correct its name.',
    message: (a) => `${a['name']}(…) is not known; read as ${a['meant']}(…)`,
  },
  'axial-unknown-kind': {
    severity: 'warning',
    title: 'An unknown kind of code',
    why: 'The metamodel has no such kind. The code is shown under the kind as written.',
    mend: 'Use a kind of the metamodel, such as practice, pattern, force or decision.',
    message: (a) => `${a['kind']} is no kind of the metamodel; kept as written`,
  },
  'axial-nesting': {
    severity: 'error',
    title: 'Nested too deeply',
    why: 'More than 32 brackets stand inside each other. What lies deeper was not read.',
    mend: 'Write the statement with fewer brackets.',
    message: () => 'brackets are nested more than 32 deep; what lies deeper was not read',
  },
  'axial-too-many-codes': {
    severity: 'error',
    title: 'A note with too many codes',
    why: 'Each code becomes a page. A note that names thousands would make a site that nobody can read, or no site at all.',
    mend: 'Write fewer codes, or divide the note if it holds more than one source.',
    message: (a) =>
      `the codes of this note are more than ${a['most']}; ${
        a['count'] === 1 ? 'this statement is' : `this statement and ${Number(a['count']) - 1} after it are`
      } shown as written and make no codes`,
  },
  'code-undefined': {
    severity: 'warning',
    title: 'A code that is defined nowhere',
    why: 'The code has neither label nor kind: readers see its name only.',
    mend: 'Define it once, where it is first used: code = CClass(practice, "Label").',
    message: (a) =>
      `${a['id']} is used in ${a['count']} ${a['count'] === 1 ? 'passage' : 'passages'} and defined nowhere`,
  },
  'code-redefined': {
    severity: 'info',
    title: 'A code is defined twice',
    why: 'Both definitions say the same.',
    mend: 'Keep one of them and refer to it by name elsewhere.',
    message: (a) => `${a['id']} is defined again`,
  },
  'code-redefined-differently': {
    severity: 'warning',
    title: 'A code is defined twice, differently',
    why: 'Label or kind differ between the definitions; the first is shown.',
    mend: 'Make the definitions agree, or give one of the codes another name.',
    message: (a) =>
      `${a['id']} is ${a['kind']} “${a['label']}” here and ${a['firstKind']} “${a['firstLabel']}” before; the first is shown`,
  },
  'code-same-label': {
    severity: 'warning',
    title: 'Two codes with one label',
    why: 'Readers cannot tell them apart; one label was probably copied. They are never merged unasked.',
    mend: 'Correct the label, or make one code an alias of the other in codebook.yaml.',
    message: (a) => `${a['id']} and ${a['other']} have the same label “${a['label']}”`,
  },
  'code-similar': {
    severity: 'info',
    title: 'Codes with nearly the same spelling',
    why: 'They may be one code, misspelt once.',
    mend: 'Correct the spelling, or make one an alias of the other in codebook.yaml.',
    message: (a) => `${a['id']} is spelt nearly like ${a['other']}`,
  },
  'code-repeated': {
    severity: 'info',
    title: 'A code is mentioned twice in a trace',
    why: 'It is counted once.',
    mend: 'Delete the second mention.',
    message: (a) => `${a['id']} is mentioned ${a['count']} times in this trace; it is counted once`,
  },
  'code-reserved-name': {
    severity: 'info',
    title: 'A code bears a name of the metamodel',
    why: 'Kinds, stereotypes and impacts are not codes; a code of the same name is easily overlooked.',
    mend: 'Give the code another name.',
    message: (a) => `${a['id']} is also a name of the metamodel`,
  },
} satisfies Record<string, CatalogueEntry>;
