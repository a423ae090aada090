import { describe, expect, it } from 'vitest';
import { repair } from '../../../src/study/read/repair.ts';

const shown = (text: string): string => repair(text).text;

describe('twice-encoded characters', () => {
  it('become what they were, runs of them at once', () => {
    expect(repair('itâ€™s Ã¼ber')).toEqual({
      text: 'it’s über',
      repairs: [
        { kind: 'mojibake', original: 'â€™', repaired: '’', at: 2 },
        { kind: 'mojibake', original: 'Ã¼', repaired: 'ü', at: 7 },
      ],
    });
    expect(shown('ðŸ™‚ðŸ™‚')).toBe('🙂🙂');
    expect(shown('plat\u00c2\u00adform')).toBe('platform');
  });

  it('become what they were when they were encoded three times', () => {
    expect(shown('Ã¢â‚¬â„¢')).toBe('’');
  });

  it('stay where they could be meant', () => {
    for (const text of ['château', 'Ã la carte', 'naïve', 'â €', 'Â', '100 °C', 'œuvre'])
      expect(repair(text)).toEqual({ text, repairs: [] });
  });

  it('are repaired however many there are', () => {
    const { text, repairs } = repair('Ã©'.repeat(5000));
    expect(text).toBe('é'.repeat(5000));
    expect(repairs.map((one) => one.original).join('')).toBe('Ã©'.repeat(5000));
  });
});

describe('controls left from ligatures', () => {
  it('are letters between letters', () => {
    expect(shown('e\u000bective, \u000cnd, e\u000ccient, di\u000ecult, ba\u000fed')).toBe(
      'effective, \u000cnd, eficient, difficult, baffled',
    );
  });

  it('stay where no letter touches them', () => {
    expect(repair('a \u000b b')).toEqual({ text: 'a \u000b b', repairs: [] });
  });
});

describe('invisible characters', () => {
  it('go, and are declared', () => {
    expect(repair('plat\u00adform\u200b')).toEqual({
      text: 'platform',
      repairs: [
        { kind: 'invisible', original: '\u00ad', repaired: '', at: 4 },
        { kind: 'invisible', original: '\u200b', repaired: '', at: 9 },
      ],
    });
  });

  it('stay where they shape an emoji or a letter', () => {
    for (const text of ['👩\u200d💻', '❤\ufe0f\u200d🔥', 'می\u200cخواهم']) expect(shown(text)).toBe(text);
    expect(shown('a\u200db')).toBe('ab');
  });
});

describe('everything else', () => {
  it('stays as it is: look-alikes, NUL, direction marks, accents', () => {
    const text = 'plаtform \0 \u202eabc e\u0301 ﬁ';
    expect(repair(text)).toEqual({ text, repairs: [] });
  });
});
