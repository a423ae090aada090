// In: a study. Out: all its sources as strips on one scale: a block a passage, coloured by the kind of most codes; grey is not coded.

import { scaleLinear } from 'd3';
import { inPages, kindsOf, type Excerpt, type Source, type Study } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { kindClass, signs } from '#site/kinds.ts';
import { excerptPlaceUrl, passageUrl, sourceUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { fitted, type Link, type Mark } from './drawing.ts';
import { drawnOnDemand, type Plot, type PlotCell } from './plot.ts';

export const portraitName = (part = 1): string => `portrait${part === 1 ? '' : `-${part}`}`;

interface Block {
  readonly source: Source;
  readonly first: Excerpt;
  readonly last: Excerpt;
  /** `undefined` where no trace covers the excerpts. */
  readonly passage?: Source['passages'][number];
}

const [row, left, right] = [15, 60, 900];
/** Blocks a page. */
const mostBlocks = 5000;

export function portraits(study: Study, words: TheoryWords): readonly Plot[] {
  const longest = study.sources.reduce((most, { excerpts }) => Math.max(most, excerpts.length), 1);
  const parts = inPages(study.sources, mostBlocks, (source) => blocksOf(source).length);
  return parts.map((part, i) => portraitOf(study, words, part, longest, [i + 1, parts.length]));
}

function portraitOf(
  study: Study,
  words: TheoryWords,
  sources: readonly Source[],
  longest: number,
  [part, parts]: readonly [number, number],
): Plot {
  const said = words.plots.portrait;
  const blocks = () => sources.flatMap((source, y) => blocksOf(source).map((block) => ({ block, y })));
  const about = {
    name: portraitName(part),
    title: said.title + (parts > 1 ? ` ${words.plots.part(part, parts)}` : ''),
    question: said.question,
    caption: [said.caption, said.scale(longest)],
  };
  return drawnOnDemand(about, {
    drawing: () => ({
      width: right,
      height: Math.max(1, sources.length) * row,
      marks: [
        ...sources.map((source, y): Link => ({
          mark: 'link',
          href: sourceUrl(source.id),
          name: `${source.id} ${inOneLine(source.title)}`,
          label: true,
          marks: [
            {
              mark: 'text',
              x: left - 10,
              y: y * row + 11,
              text: fitted(source.id, left - 12, 11),
              size: 11,
              anchor: 'end',
            },
          ],
        })),
        ...blocks().map(({ block, y }) => blockLink(block, y, longest, study, words)),
      ],
    }),
    table: () => ({
      columns: [words.plots.source, said.block, said.excerpts, words.plots.kind],
      rows: blocks().map(({ block }) => ({
        cells: [
          { text: block.source.id, href: sourceUrl(block.source.id) },
          { text: block.passage?.id ?? said.uncoded, href: addressOf(block) } satisfies PlotCell,
          { text: String(block.last.position - block.first.position + 1), number: true },
          kindsIn(block, study, words),
        ],
      })),
    }),
  });
}

/** Runs of excerpts with the same passage, in order. */
function blocksOf(source: Source): readonly Block[] {
  const passages = new Map<string | null, Source['passages'][number]>(source.passages.map((one) => [one.id, one]));
  const blocks: Block[] = [];
  for (const excerpt of source.excerpts) {
    const last = blocks.at(-1);
    if (last && last.last.passage === excerpt.passage) blocks[blocks.length - 1] = { ...last, last: excerpt };
    else {
      const passage = passages.get(excerpt.passage);
      blocks.push({ source, first: excerpt, last: excerpt, ...(passage ? { passage } : {}) });
    }
  }
  return blocks;
}

const addressOf = ({ passage, first }: Block): string => (passage ? passageUrl(passage) : excerptPlaceUrl(first));

const kindsIn = ({ passage }: Block, study: Study, words: TheoryWords): string =>
  passage
    ? kindsOf(passage, study)
        .map(({ kind, codes }) => `${inOneLine(kind ?? words.plots.notDefined)} ${codes}`)
        .join(', ') || words.plots.portrait.noCode
    : words.plots.portrait.uncoded;

function blockLink(block: Block, y: number, longest: number, study: Study, words: TheoryWords): Link {
  const x = scaleLinear([0, longest], [left, right]);
  const from = x(block.first.position - 1);
  const lead = block.passage && kindsOf(block.passage, study)[0];
  const tone = lead ? kindClass(lead.kind) : null;
  const w = Math.max(1, x(block.last.position) - from - 1);
  const range = words.plots.portrait.range(block.first.number, block.last.number);
  const strip: Mark = { mark: 'rect', x: from, y: y * row + 2, w, h: row - 4, fill: tone ?? 'rule' };
  const text = { mark: 'text', x: from + 4, y: y * row + 11, size: 8.5, tone: 'paper' } as const;
  return {
    mark: 'link',
    href: addressOf(block),
    name: `${block.passage?.id ?? block.source.id}, ${range}: ${kindsIn(block, study, words)}`,
    // Colour is never alone: where the block is wide enough, the sign of the kind stands in it.
    marks: tone && w >= 14 ? [strip, { ...text, text: signs[tone] }] : [strip],
  };
}
