import { describe, expect, it } from 'vitest';
import { looksAlike } from '../../../src/study/model/spelling.ts';

const pairs = (...ids: string[]): readonly string[] =>
  [...looksAlike(ids)].flatMap(([id, others]) => others.map((other) => `${id} ${other}`));

describe('ids that are spelt nearly alike', () => {
  it('differ by one letter more, less, other or swapped', () => {
    for (const other of ['acces_control', 'access_contrul', 'access_cnotrol', 'access_controll'])
      expect(pairs('access_control', other), other).toHaveLength(2);
  });

  it('differ by case, underscores or an ending', () => {
    expect(pairs('data_lake', 'datalake')).toHaveLength(2);
    expect(pairs('VMs', 'vms', 'Latency', 'latency')).toEqual(['Latency latency', 'latency Latency']);
    expect(pairs('category', 'categories')).toHaveLength(2);
  });

  it('do not differ by a digit alone, by two letters, or as short words', () => {
    expect(pairs('ipv4_net', 'ipv6_net')).toEqual([]);
    expect(pairs('access_control', 'acces_contrl')).toEqual([]);
    expect(pairs('cat', 'car', 'cost', 'cast')).toEqual([]);
  });

  it('are not looked for among a hundred of a pattern', () => {
    expect(
      pairs(...Array.from({ length: 100 }, (_, i) => `pattern_${String.fromCharCode(97 + (i % 26))}_${i}`)),
    ).toEqual([]);
  });

  it('may be names that JavaScript knows', () => {
    expect(pairs('__proto__', 'constructor', 'toString', 'constructors')).toEqual([
      'constructor constructors',
      'constructors constructor',
    ]);
  });
});
