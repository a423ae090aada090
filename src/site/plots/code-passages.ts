// In: a study. Out: how many passages carry each code, as bars in alphabetical order, so that length is read and rank is not offered.

import { scaleLinear } from 'd3';
import { byLabel, type Code, type Study } from '#study';
import { inOneLine } from '#site/shown-text.ts';
import { kindClass, signs } from '#site/kinds.ts';
import { codeUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { fitted, type Mark } from './drawing.ts';
import type { Plot } from './plot.ts';

const [row, left, span] = [18, 270, 460];

export function codePassages(study: Study, words: TheoryWords): Plot {
  const codes = byLabel(study.codes, ({ label }) => label);
  const most = codes.reduce((highest, { passages }) => Math.max(highest, passages.length), 1);
  const length = scaleLinear([0, most], [0, span]);
  const said = words.plots.codePassages;
  return {
    name: 'code-passages',
    title: said.title,
    question: said.question,
    caption: [said.caption, words.plots.notImportance],
    drawing: {
      width: left + span + 8,
      height: Math.max(1, codes.length) * row,
      marks: codes.flatMap((code, i): readonly Mark[] => [
        { mark: 'link', href: codeUrl(code), name: inOneLine(code.label), marks: label(code, i), label: true },
        {
          mark: 'link',
          href: `${codeUrl(code)}#passages`,
          name: `${inOneLine(code.label)}: ${words.plots.passages(code.passages.length)}`,
          marks: bar(code, i, length(code.passages.length)),
        },
      ]),
    },
    table: {
      columns: [words.plots.code, words.plots.label, words.plots.kind, words.plots.passagesHead],
      rows: codes.map((code) => ({
        cells: [
          { text: code.id, href: codeUrl(code) },
          code.label,
          code.kind ?? words.plots.notDefined,
          { text: String(code.passages.length), href: `${codeUrl(code)}#passages`, number: true },
        ],
      })),
    },
  };
}

function label(code: Code, i: number): readonly Mark[] {
  const tone = kindClass(code.kind);
  const y = i * row + 13;
  return [
    { mark: 'text', x: 2, y, text: signs[tone], size: 10, tone },
    { mark: 'text', x: 17, y, text: fitted(inOneLine(code.label), left - 52, 11.5), size: 11.5 },
  ];
}

function bar(code: Code, i: number, length: number): readonly Mark[] {
  const y = i * row;
  const count = String(code.passages.length);
  return [
    // Before the bar: on a phone long bars run out of sight, and their numbers must not.
    { mark: 'text', x: left - 8, y: y + 13, text: count, size: 10.5, tone: 'soft', anchor: 'end' },
    { mark: 'rect', x: left, y: y + 4, w: Math.max(length, 0.5), h: row - 8, fill: kindClass(code.kind) },
  ];
}
