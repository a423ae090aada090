// In: the excerpts of a study and a seed. Out: 300 searches over them: words, phrases, code expressions, mixtures, absent words.

import { fold, wordsOf, type SearchRecord } from '../../src/study/derive/search/index.ts';

export function generatedSearches(records: readonly SearchRecord[], seed: number): readonly string[] {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const texts = records.map((record) => record.text).filter((text) => wordsOf(fold(text)).length > 3);
  const codes = [...new Set(records.flatMap((record) => record.codes))];
  const sources = [...new Set(records.map((record) => record.source))];
  const word = (): string => pick(pick(texts)?.match(/[\p{L}\p{N}][\p{L}\p{N}’'_.-]*/gu) ?? []) ?? 'word';
  const phrase = (): string => {
    const parts = (pick(texts) ?? '').split(/\s+/).filter((part) => !part.includes('"'));
    const start = Math.floor(random() * Math.max(1, parts.length - 3));
    return `"${parts.slice(start, start + 2 + Math.floor(random() * 3)).join(' ')}"`;
  };
  const code = (): string => {
    const id = pick(codes) ?? 'none';
    return /^\w+$/.test(id) ? `code:${id}` : `code:"${id.replaceAll('"', '""')}"`;
  };
  const absent = (): string => `${pick(['zq', 'xw', 'vj'] as const) ?? ''}${word().replace(/\P{L}/gu, '')}qz`;
  const typed: readonly (() => string)[] = [
    word,
    () => `${word()} ${word()}`,
    () => `${word()} ${word()} ${word()}`,
    () => `${word()} OR ${word()}`,
    () => `${word()} -${word()}`,
    () => `(${word()} OR ${word()}) NOT ${word()}`,
    () => `~${word()} ${word()}`,
    phrase,
    () => `${phrase()} ${word()}`,
    () => `${phrase()} OR ${phrase()}`,
    () => `${word()} -${phrase()}`,
    code,
    () => `${code()} ${code()}`,
    () => `${code()} OR ${code()}`,
    () => `${code()} -${code()}`,
    () => `(${code()} OR ${code()}) NOT ${code()}`,
    () => `${code()} ${word()}`,
    () => `-${code()} ${word()} kind:quote`,
    () => `${word()} source:${pick(sources) ?? ''}`,
    () => `is:uncoded ${word()}`,
    () => `-${word()} -${word()}`,
    absent,
    () => `${absent()} ${word()}`,
    () => `${absent()} OR ${word()}`,
    () => `"${absent()} ${word()}"`,
  ];
  const chip = (mode: string): readonly [string, string] => {
    const id = pick(codes) ?? 'none';
    return mode === 'and' ? ['code', id] : [mode, `code:${id}`];
  };
  const chips: readonly (() => readonly (readonly [string, string])[])[] = [
    () => [chip('and')],
    () => [chip('and'), chip('and')],
    () => [chip('any'), chip('any')],
    () => [chip('not')],
    () => [chip('and'), chip('not'), ['is', 'coded']],
    () => [chip('any'), chip('any'), chip('not')],
    () => [['q', word()], chip('and')],
    () => [['q', word()], chip('any'), chip('any'), ['kind', 'quote']],
    () => [
      ['q', phrase()],
      ['source', pick(sources) ?? ''],
      ['source', pick(sources) ?? ''],
    ],
    () => [['q', word()], chip('not'), ['variants', 'on']],
  ];
  return Array.from({ length: 300 }, (_, index) => {
    if (index % 3 < 2) return `?${new URLSearchParams({ q: typed[index % typed.length]?.() ?? '' }).toString()}`;
    return `?${new URLSearchParams((chips[index % chips.length]?.() ?? []).map((pair) => [...pair])).toString()}`;
  });
}

/** Mulberry32: small, seeded, the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
