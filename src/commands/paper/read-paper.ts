// In: the bytes of a paper and the ending of its name. Out: what it mentions.

import { type Mention, UnreadablePaper } from './mention.ts';
import { readDocx } from './read-docx.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPdf } from './read-pdf.ts';
import { readTex } from './read-tex.ts';

export async function readPaper(bytes: Uint8Array, ending: string): Promise<Mention[]> {
  switch (ending) {
    case '.pdf':
      return readPdf(bytes);
    case '.docx':
      return readDocx(bytes);
    case '.tex':
    case '.ltx':
      return readTex(textOf(bytes));
    case '.md':
    case '.markdown':
    case '.qmd':
    case '.txt':
      return readMarkdown(textOf(bytes));
    default:
      throw new UnreadablePaper(`Its name ends in ${ending || 'nothing'}; expected .pdf, .docx, .tex or .md.`);
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
