import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/study/derive/search/parse-query.ts';
import {
  allOf,
  anyOf,
  everything,
  filter,
  formatQuery,
  isEmpty,
  not,
  type Query,
} from '../../../../src/study/derive/search/query.ts';
import { filterFields } from '../../../../src/study/derive/search/record.ts';
import { aQuery } from './records.ts';

const word = (text: string, variants = false): Query => ({ kind: 'word', text, variants });
const phrase = (text: string): Query => ({ kind: 'phrase', text });
const read = (text: string): Query => parseQuery(text).query;
const noticesOf = (text: string): readonly string[] =>
  parseQuery(text).notices.map((notice) => `${notice.kind} ${notice.text}@${notice.at}`);

describe('a query as typed', () => {
  it.each<[string, Query]>([
    ['', everything],
    ['  \n ', everything],
    ['governance', word('governance')],
    ['data mesh', allOf([word('data'), word('mesh')])],
    ['data AND mesh', allOf([word('data'), word('mesh')])],
    ['data and mesh or so', allOf([word('data'), word('and'), word('mesh'), word('or'), word('so')])],
    ['a b OR c', anyOf([allOf([word('a'), word('b')]), word('c')])],
    ['a (b OR c)', allOf([word('a'), anyOf([word('b'), word('c')])])],
    ['((a))', word('a')],
    ['-a NOT b', allOf([not(word('a')), not(word('b'))])],
    ['NOT NOT a', word('a')],
    ['-(a OR b)', not(anyOf([word('a'), word('b')]))],
    ['-"a b"', not(phrase('a b'))],
    ['"self-serve  platform" governance', allOf([phrase('self-serve platform'), word('governance')])],
    ['“self serve„ x', allOf([phrase('self serve'), word('x')])],
    ['„selbst bedient“', phrase('selbst bedient')],
    ['"say ""so"""', phrase('say "so"')],
    ['self-serve', word('self-serve')],
    ['~platform', word('platform', true)],
    ['-~platform', not(word('platform', true))],
    ['code:access_control', filter('code', 'access_control')],
    ['CODE:access_control', filter('code', 'access_control')],
    ['-code:C++', not(filter('code', 'C++'))],
    ['code:"C++ x", mesh', allOf([filter('code', 'C++ x'), word('mesh')])],
    ['code:a, code:b', allOf([filter('code', 'a'), filter('code', 'b')])],
    ['is:Coded', filter('is', 'coded')],
    ['type:“Blog post”', filter('type', 'Blog post')],
    ['https://example.org/a', word('https://example.org/a')],
    ['foo:bar', word('foo:bar')],
    ['🙂', phrase('🙂')],
    ['.* [a-z]+$', allOf([phrase('.*'), word('a-z')])],
    ['שלום עולם', allOf([word('שלום'), word('עולם')])],
    ['governance, (mesh)!', allOf([word('governance'), word('mesh')])],
    ['f(x)', allOf([word('f'), word('x')])],
    ['() a', word('a')],
  ])('%j is read', (text, query) => {
    expect(read(text)).toEqual(query);
  });

  it.each<[string, Query, readonly string[]]>([
    ['"self serve', allOf([word('self'), word('serve')]), ['unbalanced-quote "@0']],
    ['5" disk', allOf([word('5'), word('disk')]), ['unbalanced-quote "@1']],
    ['a (b', allOf([word('a'), word('b')]), ['unbalanced-parenthesis (@2']],
    ['a) b', allOf([word('a'), word('b')]), ['unbalanced-parenthesis )@1']],
    ['OR a', allOf([word('or'), word('a')]), ['operator-without-words OR@0']],
    ['a OR', allOf([word('a'), word('or')]), ['operator-without-words OR@2']],
    ['a OR AND b', allOf([word('a'), word('or'), word('b')]), ['operator-without-words OR@2']],
    ['a NOT', allOf([word('a'), word('not')]), ['operator-without-words NOT@2']],
    ['a ""', word('a'), ['empty-quotes ""@2']],
    ['data - mesh', allOf([word('data'), word('mesh')]), ['signs-ignored -@5']],
    ['C++', word('C'), ['signs-ignored C++@0']],
    ['is:lost', word('is:lost'), ['unknown-value is:lost@0']],
    ['code: a', allOf([word('code'), word('a')]), []],
  ])('%j is read literally where it cannot be meant, with a notice', (text, query, notices) => {
    expect(read(text)).toEqual(query);
    expect(noticesOf(text)).toEqual(notices);
  });

  it('takes 200 words, and every one of them counts', () => {
    const typed = Array.from({ length: 200 }, (_, index) => `word${index}`);
    const query = read(typed.join(' '));
    expect(query).toEqual(allOf(typed.map((text) => word(text))));
  });

  it('bears any nesting and any length without failing', () => {
    const deep = '('.repeat(5000) + 'a' + ')'.repeat(5000);
    expect(read(deep)).toEqual(word('a'));
    expect(noticesOf(deep)).toContain('nested-too-deep (@40');
    expect(read('NOT '.repeat(9999) + 'a')).toEqual(not(word('a')));
    const heaps = [`x${'.'.repeat(90_000)}x`, `code:${','.repeat(90_000)}x`, `x${'🙂'.repeat(30_000)}`];
    for (const sign of [...heaps, '"', '“', '(', ')', '-', '~', 'code:', '"" ', '-"', 'a OR ', '“” ']) {
      const started = performance.now();
      parseQuery(sign.length > 100 ? sign : sign.repeat(30_000));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });

  const hostile = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '"',
      '“',
      '”',
      '(',
      ')',
      '-',
      '~',
      ' ',
      'code:',
      'is:',
      'kind:x',
      ' OR ',
      ' AND ',
      'NOT ',
      '.',
      '🙂',
      '\u00ad',
      '\u0301',
      ',',
      '_',
      '¹',
      '₂',
      'ʼ',
      '數',
      '\ud800',
    ),
    maxLength: 14,
  });

  it('never fails, and written back it is read as the same query', () => {
    const stays = (text: string): void => {
      const query = read(text);
      expect(read(formatQuery(query))).toEqual(query);
    };
    fc.assert(fc.property(hostile, stays), { numRuns: 5000 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), stays), { numRuns: 2000 });
  });

  it('is written back so that it is read as the same tree, whatever the tree', () => {
    fc.assert(
      fc.property(aQuery, (query) => {
        expect(read(formatQuery(query))).toEqual(query);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every value of a field through writing and reading', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', '"', '”', ' ', '(', ',', ':', '+', '-', '🙂', 'é'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(value, fc.constantFrom(...filterFields.filter((field) => field !== 'is')), (text, field) => {
        fc.pre(text.trim() === text);
        const query = allOf([filter(field, text), word('b')]);
        expect(read(formatQuery(query))).toEqual(query);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows when nothing was asked', () => {
    expect(isEmpty(read('""'))).toBe(true);
    expect(isEmpty(read('-a'))).toBe(false);
  });
});
