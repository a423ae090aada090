import { describe, expect, it } from 'vitest';
import { firstWords, hashOf, normaliseText } from '../../../../src/study/model/anchors/normalise.ts';
import { nearness, readSketch, shapeOf, sketchOf } from '../../../../src/study/model/anchors/similarity.ts';
import { figure, quote, sentence } from './notes.ts';

const same = (a: string, b: string): boolean => hashOf(quote(a)) === hashOf(quote(b));

describe('the normal form', () => {
  it('does not mind quotes, dashes, white space and letter case', () => {
    expect(normaliseText(' “It’s — well…\u00A0\n\tALL–right” ')).toBe(`"it's - well... all-right"`);
    expect(same('the ﬁrst\r\nline', 'The first line')).toBe(true);
    expect(same('e\u0301te\u0301', 'été')).toBe(true);
  });

  it('minds every other character', () => {
    for (const other of ['data mesh!', 'data mash', 'datamesh', 'data mesh 2', ''])
      expect(same('data mesh', other)).toBe(false);
  });

  it('is its own normal form', () => {
    for (const text of ['İSTANBUL ẞ ǅ', '½ ﷺ ´', '″x″ ‴', 'ΟΔΟΣ', '①–②', '\u{1F642} ﹣']) {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }
  });

  it('counts the address of a figure, and never takes a figure for a quote', () => {
    expect(hashOf(figure('A', 'https://x.org/a.png'))).not.toBe(hashOf(figure('A', 'https://x.org/b.png')));
    expect(hashOf(figure('A', ''))).not.toBe(hashOf(quote('A')));
    expect(hashOf(figure('', ''))).not.toBe(hashOf(quote('')));
  });

  it('cuts first words short, of a line without blanks and of torn characters too', () => {
    expect(firstWords(quote('x'.repeat(10_000_000)))).toHaveLength(80);
    expect(firstWords(quote('a b c d e f g h i j'))).toBe('a b c d e f g h');
    expect(firstWords(quote('\uD83D'))).toBe('\uFFFD');
    expect(firstWords(figure('', 'https://x.org/a.png'))).toBe('https://x.org/a.png');
  });
});

describe('a sketch', () => {
  it('tells what the text told, up to 128 word pairs exactly', () => {
    for (const text of ['', 'one', '!', sentence(1, 2), sentence(2, 129)]) {
      const shape = shapeOf(quote(text));
      expect(readSketch(sketchOf(shape))).toEqual(shape);
    }
    const shape = shapeOf(figure('an overview of it', 'https://x.org/a/b.png?c=1'));
    expect(readSketch(sketchOf(shape))).toEqual(shape);
  });

  it('stays within its stated error for longer texts', () => {
    let worst = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const words = sentence(seed, 600).split(' ');
      const edited = words.map((word, at) => (at % 6 === 0 ? `${word}x` : word)).join(' ');
      const [old, now] = [shapeOf(quote(words.join(' '))), shapeOf(quote(edited))];
      expect(sketchOf(old).length).toBeLessThan(530);
      worst = Math.max(worst, Math.abs(nearness(readSketch(sketchOf(old)), now).score - nearness(old, now).score));
    }
    // Four standard errors of a sample of 128.
    expect(worst).toBeLessThan(0.18);
    expect(worst).toBeGreaterThan(0);
  });

  it('counts characters where there are no blanks between words', () => {
    const near = nearness(shapeOf(quote('数据平台的自助服务能力')), shapeOf(quote('数据平台的自助服务能力很好')));
    expect(near.score).toBeGreaterThan(0.5);
    expect(nearness(shapeOf(quote('数据平台')), shapeOf(quote('完全不同'))).score).toBe(0);
  });

  it('knows a figure by its address and never by its words alone', () => {
    const near = (a: readonly [string, string], b: readonly [string, string]): number =>
      nearness(shapeOf(figure(...a)), shapeOf(figure(...b))).score;
    const words = 'press to see the whole image in its full size';
    expect(near([words, 'https://x.org/1.png'], [words, 'https://x.org/2.png'])).toBe(0);
    expect(near(['', 'https://x.org/1.png'], ['', 'https://x.org/2.png'])).toBe(0);
    expect(near([words, 'https://x.org/1.png'], ['the platform', 'https://x.org/1.png'])).toBeGreaterThanOrEqual(0.5);
    expect(near([words, 'hhttps://x.org/1.png'], [words, 'https://y.org/1.png?w=2'])).toBeGreaterThanOrEqual(0.5);
    expect(near([words, ''], [words, 'https://x.org/1.png'])).toBe(1);
    expect(near(['', ''], ['', 'https://x.org/1.png'])).toBe(0);
    expect(nearness(shapeOf(quote(words)), shapeOf(figure(words, ''))).score).toBe(0);
  });
});
