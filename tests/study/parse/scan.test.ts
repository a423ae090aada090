import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/study/parse/scan.ts';

const kindOf = (line: string): string => classify(line).kind;

describe('a marker', () => {
  it('may be bold, a heading, quoted, without TRACE, with its colon inside or outside', () => {
    for (const line of [
      '**OPEN CODING TRACE:**',
      '**OPEN CODING TRACE**:',
      '> **AXIAL CODING TRACE:**',
      '### Open coding',
      '# AXIAL CODING TRACE',
      'OPEN CODING TRACE:',
      '  **Axial Coding:**',
      '*AXIAL_CODING_TRACE*',
    ])
      expect(kindOf(line), line).toBe('marker');
  });

  it('may have blanks in it that nobody sees', () => {
    for (const line of ['\u200b**OPEN CODING TRACE:**', '**OPEN\u00a0CODING TRACE:**\u200b', '\ufeff# OPEN CODING'])
      expect(classify(line), line).toMatchObject({ kind: 'marker', marker: { rest: '' } });
    expect(kindOf('# coding\u00a0')).toBe('coding');
    expect(kindOf('\u200b```')).toBe('fence');
  });

  it('keeps the words behind it, and says whether it is the usual form', () => {
    expect(classify('**AXIAL CODING TRACE:** added later')).toMatchObject({
      marker: { part: 'axial', rest: 'added later', restAt: 24, usual: false },
    });
    expect(classify('**OPEN CODING TRACE:**  ')).toMatchObject({ marker: { part: 'open', rest: '', usual: true } });
  });

  it('is no sentence about coding', () => {
    for (const line of [
      'Open coding is done first.',
      '> Axial coding joins them',
      'We did open coding',
      '**Coding** was open',
      'OPEN CODING TRACES are many',
    ])
      expect(kindOf(line), line).not.toBe('marker');
  });
});

describe('a fence', () => {
  it('has three back-ticks or more, a word, and no back-tick behind them', () => {
    expect(classify('``` python ')).toMatchObject({
      kind: 'fence',
      ticks: 3,
      info: 'python',
      closes: false,
      quoted: false,
    });
    expect(classify('````  ')).toMatchObject({ kind: 'fence', ticks: 4, closes: true });
    expect(classify('> ```')).toMatchObject({ kind: 'fence', quoted: true });
    expect(kindOf('```code```')).toBe('text');
    expect(kindOf('``')).toBe('text');
  });
});

describe('a quote line', () => {
  it('starts its words behind blanks of any kind, with or without a blank after the sign', () => {
    expect(classify('>words')).toMatchObject({ at: 1, bare: false, depth: 1 });
    expect(classify('  > \u00a0words')).toMatchObject({ at: 5, bare: false });
    expect(classify('> > deep')).toMatchObject({ at: 2, depth: 2, bare: false });
  });

  it('is bare when signs and blanks are all of it', () => {
    for (const line of ['>', '> ', '> > >', '>\u200b', '>'.repeat(9)])
      expect(classify(line), line).toMatchObject({ kind: 'quote', bare: true });
  });
});

describe('a blank line', () => {
  it('holds nothing, or nothing that anybody can see', () => {
    for (const line of ['', ' \t', '\u00a0', '\u00ad\u200b\ufeff', '\u2003'])
      expect(kindOf(line), JSON.stringify(line)).toBe('blank');
  });

  it('holds no control character, for those are shown', () => {
    for (const line of ['\0', '\u001b', '\u000b']) expect(kindOf(line), JSON.stringify(line)).toBe('text');
  });
});

describe('other lines', () => {
  it('are images when they start so, the coding heading, or text', () => {
    expect(kindOf('![words')).toBe('image');
    expect(kindOf(' ![words](x)')).toBe('image');
    expect(kindOf('see ![words](x)')).toBe('text');
    expect(kindOf('# coding ')).toBe('coding');
    expect(kindOf('# codings')).toBe('text');
    expect(kindOf('## title')).toBe('text');
  });
});
