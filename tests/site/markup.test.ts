// The one helper that writes markup outside Astro: what comes from notes stays text, whatever it looks like.

import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { asHtml, markup } from '../../src/site/markup.ts';
import { shown } from '../../src/site/shown-markup.ts';
import { shownPieces } from '../../src/site/shown-text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('<script>', '</p>', '"', "'", '&amp;', '&', '<!--', ' onerror=', '>', '{x}', 'w'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);

/** HTML itself reads `\r` as a line end and refuses NUL: such characters go through `shown`. */
const written = hostile.map((text) => text.replace(/[\0\r]/g, '').toWellFormed());

const only = (html: string): DefaultTreeAdapterTypes.Element => {
  const [node, ...more] = parseFragment(html).childNodes;
  if (node === undefined || more.length > 0 || !('attrs' in node)) throw new Error(`one element was expected: ${html}`);
  return node;
};

const textOf = (node: Node): string =>
  node.nodeName === 'br'
    ? ''
    : 'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(textOf).join('')
        : '';

describe('markup', () => {
  it('holds a value as the text of an element and of an attribute, and as nothing else', () => {
    fc.assert(
      fc.property(written, written, (name, text) => {
        const element = only(asHtml(markup`<p title="${name}">${text}</p>`));
        expect(element.attrs).toEqual([{ name: 'title', value: name }]);
        expect(element.childNodes.every(({ nodeName }) => nodeName === '#text')).toBe(true);
        expect(element.childNodes.map(textOf).join('')).toBe(text);
      }),
    );
  });

  it('writes lists one after the other, numbers as they are, and nothing for what is absent', () => {
    const items = [1, 2].map((number) => markup`<li>${number}</li>`);
    expect(asHtml(markup`<ul>${items}${false}${undefined}${''}${['a', ['<']]}</ul>`)).toBe(
      '<ul><li>1</li><li>2</li>a&lt;</ul>',
    );
  });

  it('takes an object that only looks like markup for no markup', () => {
    const forged = JSON.parse('{"markup":"<b>","Symbol(markup)":"<b>"}') as never;
    expect(() => asHtml(forged)).toThrow(TypeError);
  });
});

describe('text of a note as markup', () => {
  it('keeps every character that a page can carry, with line ends as breaks and controls by name', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const element = only(asHtml(markup`<p>${shown(text)}</p>`));
        const kept = shownPieces(text).map((piece) =>
          piece.kind === 'text' ? piece.text : piece.kind === 'control' ? piece.name : '\n',
        );
        expect(element.childNodes.map(textOf).join('')).toBe(kept.join(''));
      }),
    );
  });

  it('writes no break where line ends are seen already', () => {
    expect(asHtml(shown('a\nb', { pre: true }))).toBe('a\nb');
    expect(asHtml(shown('a\nb'))).toBe('a<br>\nb');
  });
});
