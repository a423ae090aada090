// In: a passage as a view. Out: what stands beside it: codes, open codes, and the statements and remarks of its trace as written.

import { markup, type Markup } from '#site/markup.ts';
import { shown } from '#site/shown-markup.ts';
import { siteWords, type Words } from '#site/words/index.ts';
import { codesMarkup } from './codes-markup.ts';
import type { OpenCodeView, PassageView, WrittenView } from './evidence-view.ts';
import { notesMarkup } from './excerpts-markup.ts';
import { memosMarkup } from './memos-markup.ts';

const mostUnfolded = 8;

export function glossMarkup({ codes, excerpts, openCodes, statements, remarks, notes }: PassageView): Markup {
  const words = siteWords();
  const said = words.source;
  const many = openCodes.length > mostUnfolded;
  return markup`<div class="gloss">${
    codes.length > 0 ? codesMarkup(codes) : markup`<p class="apparatus">${said.noCodes}</p>`
  }${memosMarkup(excerpts.map(({ id }) => id))}${
    openCodes.length > 0 &&
    markup`<details class="open-codes"${!many && markup` open`}><summary>${said.openCodes}${many && ` (${openCodes.length})`}</summary><ul>${openCodes.map((open) => openCode(open, words))}</ul></details>`
  }${
    statements.length + remarks.length > 0 &&
    markup`<details class="written"><summary>${said.asWritten(statements.length, remarks.length)}</summary>${remarks.map((remark) => markup`<p dir="auto">${asWritten(remark, words, false)}</p>`)}${statements.length > 0 && markup`<pre dir="auto"><code>${statements.map((statement) => markup`${asWritten(statement, words, true)}\n`)}</code></pre>`}</details>`
  }${notesMarkup(notes)}</div>`;
}

function openCode({ text, sign, inVivo, withheld, joined, note }: OpenCodeView, words: Words): Markup {
  const { inVivo: label, inVivoLong } = words.source;
  return markup`<li${joined.length > 0 && markup` class="joined"`}>${
    withheld === undefined
      ? markup`<span dir="auto">${shown(text)}</span>`
      : markup`<span class="withheld">${words.withheld(withheld)}</span>`
  }${sign !== '' && markup` <span class="sign">${sign}</span>`}${
    inVivo && markup` <abbr class="vivo" title="${inVivoLong}">${label}</abbr>`
  }${note !== undefined && markup` <span class="note">${shown(note)}</span>`}</li>`;
}

const asWritten = ({ text, withheld }: WrittenView, words: Words, pre: boolean): Markup | string =>
  withheld === undefined ? shown(text, { pre }) : words.withheld(withheld);
