import { describe, expect, it } from 'vitest';
import { codesGraphml, togetherPairs } from '../../../src/study/exports/graphml.ts';
import { codeId, passageId, sourceId } from '../../../src/study/model/ids.ts';
import type { Passage, Study } from '../../../src/study/model/study.ts';
import { all, parseXml } from '../refi/parse-xml.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';
import { richStudy } from '../study-json/rich-study.ts';

const graph = (study: Study) => {
  const [file] = [...codesGraphml.files(sampleContext(study))];
  return parseXml([...(file?.write() ?? [])].join(''));
};

describe('codes.graphml', () => {
  const study = richStudy();
  const root = graph(study);
  const nodes = all(root, 'node');
  const edges = all(root, 'edge');
  const value = (
    node: {
      readonly children: readonly { readonly attributes: Readonly<Record<string, string>>; readonly text: string }[];
    },
    key: string,
  ) => node.children.find(({ attributes }) => attributes['key'] === key)?.text;

  it('has a node for each code, by its name as written', () => {
    expect(nodes.map((node) => value(node, 'name'))).toEqual(study.codes.map(({ id }) => id.replace('\r', '')));
    expect(new Set(nodes.map(({ attributes }) => attributes['id'])).size).toBe(study.codes.length);
  });

  it('has an edge for each relation and for each pair of codes that occur together', () => {
    const pairs = [...togetherPairs(study)];
    expect(edges).toHaveLength(study.relations.length + pairs.length);
    const ids = new Set(nodes.map(({ attributes }) => attributes['id']));
    for (const { attributes } of edges) {
      expect(ids).toContain(attributes['source']);
      expect(ids).toContain(attributes['target']);
    }
  });

  it('directs relations and says what they are', () => {
    const relation = edges.find((edge) => value(edge, 'relation') === 'has force');
    expect(relation?.attributes).toMatchObject({
      source: 'access_control',
      target: 'cost_transparency',
      directed: 'true',
    });
    expect(relation === undefined ? '' : value(relation, 'detail')).toBe('++');
  });

  it('weighs a pair by the passages that bear both codes', () => {
    const weights = [...togetherPairs(study)].map(([a, b, passages]) => `${a.id} ${b.id} ${passages}`);
    expect(weights).toContain('VMs access_control 2');
    expect(weights).toContain('C++ cost_transparency 1');
  });

  it('declares each key that it uses', () => {
    const declared = new Set(all(root, 'key').map(({ attributes }) => attributes['id']));
    for (const { attributes } of all(root, 'data')) expect(declared).toContain(attributes['key']);
  });

  it('ends in seconds for a passage of a hundred thousand codes, which has no pairs', () => {
    const codes = Array.from({ length: 100_000 }, (_, n) => codeId(`c${n}`));
    const passage: Passage = {
      id: passageId(sourceId('s9'), 1),
      source: sourceId('s9'),
      number: 1,
      line: 1,
      excerpts: [],
      openCodes: [],
      codes,
      statements: [],
      remarks: [],
      lines: [1, 1],
    };
    const sample = sampleStudy();
    const huge = { ...sample, passageById: new Map(sample.passageById).set(passage.id, passage) };
    expect([...togetherPairs(huge)]).toEqual([...togetherPairs(sample)]);
  });
});
