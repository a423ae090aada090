// Problems of excerpts and figures.

import type { CatalogueEntry } from './entry.ts';

export const excerptProblems = {
  'excerpt-unquoted': {
    severity: 'warning',
    title: 'A paragraph without a quote sign',
    why: 'It may be a quote whose > was forgotten, or a remark of the researcher. It is shown as an unquoted paragraph.',
    mend: 'Put > before it if it is quoted, or move it into a trace.',
    message: (a) => `a paragraph stands outside quotes and traces: “${a['words']}”; it is kept as a note`,
  },
  'excerpt-repeated': {
    severity: 'warning',
    title: 'The same excerpt twice in a row',
    why: 'It was probably pasted twice, and would be counted twice.',
    mend: 'Delete one of them; if the source repeats itself, acknowledge the problem.',
    message: (a) => `${a['id']} says the same as the excerpt before it`,
  },
  'excerpt-placeholder': {
    severity: 'warning',
    title: 'A placeholder stands in an excerpt',
    why: 'Words of the template or of the researcher stand where the source should speak.',
    mend: 'Replace the placeholder by the quote, or delete it.',
    message: (a) => `${a['id']} holds the placeholder “${a['found']}”`,
  },
  'excerpt-redaction': {
    severity: 'info',
    title: 'A trace of redaction',
    why: 'Something was taken out of the transcript; readers should know that a gap is meant.',
    mend: 'Nothing, if the gap is meant.',
    message: (a) => `${a['id']} holds “${a['found']}”, as left by a redaction`,
  },
  'excerpt-latex': {
    severity: 'info',
    title: 'LaTeX commands in an excerpt',
    why: 'Commands left from a LaTeX source are shown as they are.',
    mend: 'Write the text that the command stands for.',
    message: (a) => `${a['id']} holds “${a['found']}”`,
  },
  'excerpt-nesting': {
    severity: 'warning',
    title: 'Quotes nested very deeply',
    why: 'More than 32 quote signs stand before the words. Nobody writes that by hand.',
    mend: 'Keep one > before the words.',
    message: (a) => `${a['depth']} quote signs stand before the words; all but the first are shown as text`,
  },
  'speaker-silent': {
    severity: 'info',
    title: 'A speaker without words',
    why: 'The label stands alone: no quote follows before the next label or the end of the note, so the label is shown nowhere.',
    mend: 'Add what was said, or delete the label.',
    message: (a) => `no quote follows the label “${a['label']}”; it was left out`,
  },
  'excerpts-uncoded': {
    severity: 'info',
    title: 'Excerpts behind the last trace',
    why: 'A trace codes the excerpts before it. Those behind the last one have no codes.',
    mend: 'Nothing, if they are not to be coded; else add a trace behind them.',
    message: (a) =>
      `${a['count']} ${a['count'] === 1 ? 'excerpt' : 'excerpts'} of ${a['id']} from here on ${a['count'] === 1 ? 'has' : 'have'} no trace behind ${a['count'] === 1 ? 'it' : 'them'}, and so no codes`,
  },
  'source-without-excerpts': {
    severity: 'warning',
    title: 'A source without excerpts',
    why: 'Its page has nothing to show, and nothing in the study can rest on it.',
    mend: 'Quote the source, or remove the note.',
    message: (a) => `${a['id']} quotes nothing`,
  },
  'figure-malformed': {
    severity: 'warning',
    title: 'A figure is written wrongly',
    why: 'Brackets are missing or displaced. Words and address are shown as far as they can be told apart.',
    mend: 'Write ![words](https://address).',
    message: (a) =>
      a['url'] === ''
        ? 'the figure cannot be read as ![words](address)'
        : `the figure cannot be read as ![words](address); its address seems to be ${a['url']}`,
  },
  'figure-no-url': {
    severity: 'warning',
    title: 'A figure without an address',
    why: 'The figure cannot be found.',
    mend: 'Add its address.',
    message: () => 'the figure has no address; its words are shown',
  },
  'figure-insecure': {
    severity: 'info',
    title: 'A figure over an insecure connection',
    why: 'The address starts with http://; browsers may warn, and the figure may have been changed on its way.',
    mend: 'Use https:// if the host offers it.',
    message: (a) => `the figure's address is not secure: ${a['url']}`,
  },
  'figure-other-host': {
    severity: 'info',
    title: "Figures come from another host than the source's address",
    why: "Often a content host of the same site, but also a sign that the address is another article's.",
    mend: 'Check that address and figures belong to the same article.',
    message: (a) =>
      `${a['count']} ${a['count'] === 1 ? 'figure comes' : 'figures come'} from ${a['hosts']}; the source's address is on ${a['host']}`,
  },
  'text-unread': {
    severity: 'warning',
    strict: true,
    title: 'Characters that belong to nothing',
    why: 'Every character of a note is accounted for. These are in no field, excerpt or trace, and are shown here only.',
    mend: 'Delete them, or write them as the format has it.',
    message: (a) => `“${a['text']}” is in no field, excerpt or trace`,
  },
} satisfies Record<string, CatalogueEntry>;
