// In: a study. Out: lines to copy into a paper that cites it, with ids that the study really has.

import { texCodeName, type Study } from '#study';

export interface PaperLines {
  readonly preamble: string;
  readonly ways: string;
  readonly tables: string;
  readonly markdown: string;
  readonly pandoc: string;
}

export function paperLines({ settings, sources, codes }: Study): PaperLines {
  const { key } = settings;
  const [first, second] = sources;
  const source = first?.id ?? 's1';
  const list = [source, ...(second === undefined ? [] : [second.id])].join(',');
  const excerpt = first?.excerpts[0]?.id ?? `${source}-e1`;
  const code = codes[0];
  const named = code === undefined ? '' : texCodeName(code);
  const ofCode = (line: string): readonly string[] => (named === '' ? [] : [line]);
  return {
    preamble: ['\\usepackage{hyperref}', `\\usepackage[study=${key}]{catena}`].join('\n'),
    ways: [
      `\\ceexcerpt{${excerpt}}`,
      `\\cesource{${source}}`,
      `\\cesourcetitle{${source}}`,
      `\\cesources{${list}}`,
      `\\ceexcerpt[as they say]{${excerpt}}`,
      `\\ceexcerpt*{${excerpt}}`,
      ...ofCode(`\\cecode{${named}}`),
    ].join('\n'),
    tables: [`\\input{catena-${key}-sources}`, `\\input{catena-${key}-codes}`].join('\n'),
    markdown: [
      `[](catena:${excerpt})`,
      `[as they say](catena:${excerpt})`,
      ...ofCode(`[](catena:code/${encodeURIComponent(named)})`),
    ].join('\n'),
    pandoc: 'pandoc paper.md --lua-filter catena.lua --citeproc --bibliography sources.csl.json -o paper.docx',
  };
}
