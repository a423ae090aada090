import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredOrder, jaccardDistance } from '../../../src/study/derive/clusters.ts';
import { coOccurrence } from '../../../src/study/derive/co-occurrence.ts';
import { codeMatrix, matrixOrders } from '../../../src/study/derive/code-matrix.ts';
import { coverage } from '../../../src/study/derive/coverage.ts';
import { sourceFlow } from '../../../src/study/derive/flow.ts';
import { localGraph } from '../../../src/study/derive/local-graph.ts';
import type { Study } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';
import { bakery, flow } from '../../plots/bakery.ts';

const study = sampleStudy();
/** A recount that knows nothing of the code under test. */
const recount = (code: string, source: string): number =>
  study.sources.find(({ id }) => id === source)?.passages.filter(({ codes }) => codes.some((id) => id === code))
    .length ?? 0;

describe('the source × code matrix', () => {
  it.each(matrixOrders)('counts each passage once (%s)', (order) => {
    const { cellsOf, codes, sources } = codeMatrix(study, order);
    const cells = sources.flatMap(cellsOf);
    expect(cells.reduce((sum, { passages }) => sum + passages.length, 0)).toBe(
      study.sources.reduce((sum, { passages }) => sum + passages.reduce((n, { codes: own }) => n + own.length, 0), 0),
    );
    for (const { code, source, passages } of cells) expect(passages).toHaveLength(recount(code, source));
    expect(new Set(codes)).toEqual(new Set(study.codes.filter(({ passages }) => passages.length > 0)));
    expect(new Set(sources)).toEqual(new Set(study.sources));
  });

  it('stands by name, or in the order in which sources mention codes', () => {
    expect(codeMatrix(study, 'name').codes[0]?.id).toBe('acces_control');
    expect(codeMatrix(study, 'appearance').codes[0]?.id).toBe(
      study.sources.flatMap(({ passages }) => passages)[0]?.codes[0],
    );
  });
});

describe('clustering', () => {
  it('puts those together that carry the same', () => {
    const sets = [
      ['a', 'b'],
      ['x', 'y'],
      ['a', 'b', 'c'],
      ['x', 'y', 'z'],
    ].map((one) => new Set(one));
    expect(clusteredOrder(sets)).toEqual([0, 2, 1, 3]);
  });

  it('is an order of all items, and ends, whatever they carry', () => {
    const item = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (items) => {
        const order = clusteredOrder(items.map((one) => new Set(one)));
        expect([...order].sort((a, b) => a - b)).toEqual(items.map((_, i) => i));
      }),
    );
  });

  it('measures by what is shared', () => {
    expect(jaccardDistance(new Set(['a', 'b']), new Set(['b', 'c']))).toBeCloseTo(2 / 3);
    expect(jaccardDistance(new Set(), new Set())).toBe(1);
  });
});

describe('co-occurrence', () => {
  it.each(['passage', 'source'] as const)('names its unit and counts each place once (%s)', (unit) => {
    const { pairs, codes } = coOccurrence(study, unit);
    for (const { a, b, places } of pairs) {
      const both = (own: readonly string[]): boolean => own.includes(a) && own.includes(b);
      const expected = study.sources.flatMap(({ id, passages }) =>
        unit === 'passage'
          ? passages.filter((one) => both(one.codes)).map((one) => one.id as string)
          : both(passages.flatMap((one) => one.codes))
            ? [id as string]
            : [],
      );
      expect(places).toEqual(expected);
    }
    expect(pairs.filter(({ a, b }) => a === b)).toHaveLength(codes.length);
  });

  it('declares what it cuts', () => {
    const { codes, total } = coOccurrence(study, 'passage', 2);
    expect(codes).toHaveLength(2);
    expect(total).toBe(study.codes.filter(({ passages }) => passages.length > 0).length);
  });
});

describe('coverage', () => {
  it('has a cell for every source and kind, empty ones too', () => {
    const { rows, kinds } = coverage(study);
    expect(rows.map(({ source }) => source)).toEqual(study.sources);
    for (const { source, cells } of rows) {
      expect(cells.map(({ kind }) => kind)).toEqual(kinds);
      for (const { kind, passages } of cells)
        expect(passages).toEqual(
          source.passages.filter(({ codes }) => codes.some((id) => study.codeById.get(id)?.kind === kind)),
        );
    }
    expect(rows.some(({ cells }) => cells.some(({ passages }) => passages.length === 0))).toBe(true);
  });
});

describe('the flow of sources', () => {
  const of = (changed: Study['settings']['flow']) => sourceFlow(bakery({ flow: changed }));

  it('keeps the numbers, and says which do not add up', () => {
    expect(of(flow)).toMatchObject({ identified: 20, excluded: flow.excluded });
    const sources = study.sources.length;
    expect(of(flow)?.mismatches).toEqual(sources === 7 ? [] : [{ what: 'sources', expected: sources, found: 7 }]);
    expect(of({ ...flow, screened: 17, included: 7 })?.mismatches.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['screened', 'included']),
    );
  });

  it('takes nothing that is no count', () => {
    expect(of(null)).toBeNull();
    expect(of({ identified: '12', excluded: 'many', included: -1, screened: 1.5 })).toBeNull();
    expect(of({ excluded: 3 })).toMatchObject({ excluded: [{ reason: '', n: 3 }], identified: null });
    expect(of({ excluded: [null, 3, { reason: 5, n: 2 }] })).toMatchObject({ excluded: [{ reason: '', n: 2 }] });
  });
});

describe('the local graph', () => {
  const centre = study.codeById.get('access_control');
  if (!centre) throw new Error('the sample study has this code');

  it('has the code first, then those it is related to, then its company', () => {
    const { nodes, edges, neighbours } = localGraph(study, centre);
    expect(nodes[0]).toBe(centre);
    expect(nodes.slice(1, 3).map(({ id }) => id)).toEqual(['cost_transparency', 'share_oven']);
    expect(nodes).toHaveLength(neighbours + 1);
    for (const { from, to } of edges) expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([from, to]));
  });

  it('is cut where it is told, and says how many there are', () => {
    const whole = localGraph(study, centre);
    const cut = localGraph(study, centre, 3);
    expect(cut.nodes).toHaveLength(3);
    expect(cut.neighbours).toBe(whole.neighbours);
  });
});
