import { describe, expect, it } from 'vitest';
import { readFigure } from '../../../src/study/parse/figure.ts';

function read(line: string): readonly (readonly string[] | string | null)[] {
  const { words, address, fault } = readFigure(line);
  const cut = ({ start, end }: { start: number; end: number }): string => line.slice(start, end);
  return [words.map(cut), address && cut(address), ...(fault ? [fault] : [])];
}

describe('a figure', () => {
  it('has words and an address', () => {
    expect(read('![The planes](https://example.org/a.png)')).toEqual([['The planes'], 'https://example.org/a.png']);
    expect(read('![](https://example.org/a_(1).png)')).toEqual([[], 'https://example.org/a_(1).png']);
    expect(read('![a [b](c)](<https://example.org/a>)')).toEqual([['a [b](c)'], 'https://example.org/a']);
  });

  it('keeps the words of its title', () => {
    expect(read('![a](https://example.org/a.png "and more")')).toEqual([
      ['a', 'and more'],
      'https://example.org/a.png',
    ]);
  });

  it('is read as far as its brackets can be told apart', () => {
    expect(read('![Summary(https://example.org/a.png)]')).toEqual([
      ['Summary'],
      'https://example.org/a.png',
      'malformed',
    ]);
    expect(read('![Summary](https://example.org/a.png')).toEqual([
      ['Summary'],
      'https://example.org/a.png',
      'malformed',
    ]);
    expect(read('![one](https://example.org/a.png) and words')).toEqual([
      ['one', 'and words'],
      'https://example.org/a.png',
      'malformed',
    ]);
    expect(read('![a](data:image/png;base64,AAAA)')).toEqual([['a'], 'data:image/png;base64,AAAA', 'malformed']);
  });

  it('without an address keeps all its words', () => {
    expect(read('![only words')).toEqual([['only words'], null, 'no-url']);
    expect(read('![words]()')).toEqual([['words'], null, 'no-url']);
    expect(read('![words](see the article)')).toEqual([['words', 'see the article'], null, 'no-url']);
    expect(read('![')).toEqual([[], null, 'no-url']);
  });

  it('over an insecure connection says so', () => {
    expect(read('![a](http://example.org/a.png)')[2]).toBe('insecure');
  });
});
