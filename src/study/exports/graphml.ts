// In: a study. Out: exports/codes.graphml, its codes as a network for Gephi, yEd, Cytoscape, NetworkX and igraph.
//
// | ours                                   | GraphML 1.0                                             |
// |----------------------------------------|---------------------------------------------------------|
// | code                                   | node, id = its slug; name, label, kind, counts, address |
// | relation between two codes             | directed edge; kind, detail, origin                     |
// | two codes in the same passages         | undirected edge of kind "occurs with"; weight = passages |

import type { Code, Relation, Study } from '../model/study.ts';
import { xmlEdition } from './edition-words.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { codeLink } from './table-columns.ts';
import { close, element, open, xmlDeclaration } from './xml.ts';

export const codesGraphml: ExportFormat = {
  id: 'codes-graphml',
  title: 'Network of codes (GraphML)',
  purpose: 'Codes, their relations and how often they occur together, for Gephi, yEd, Cytoscape, NetworkX and igraph.',
  follows: 'GraphML 1.0 with attributes',
  files: (context) => [
    { path: 'exports/codes.graphml', mediaType: 'application/xml', write: () => writeGraph(context) },
  ],
};

const keys: readonly (readonly [id: string, on: 'node' | 'edge', name: string, type: 'string' | 'int'])[] = [
  ['name', 'node', 'name', 'string'],
  ['label', 'node', 'label', 'string'],
  ['kind', 'node', 'kind', 'string'],
  ['passages', 'node', 'passages', 'int'],
  ['permalink', 'node', 'permalink', 'string'],
  ['relation', 'edge', 'kind', 'string'],
  ['detail', 'edge', 'detail', 'string'],
  ['origin', 'edge', 'origin', 'string'],
  ['weight', 'edge', 'weight', 'int'],
];

function* writeGraph(context: ExportContext): Generator<string> {
  const { study } = context;
  yield xmlDeclaration;
  yield xmlEdition(study);
  yield `${open('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' })}\n`;
  for (const [id, on, name, type] of keys)
    yield `${open('key', { id, for: on, 'attr.name': name, 'attr.type': type })}${close('key')}`;
  yield `${open('graph', { id: 'codes', edgedefault: 'undirected' })}\n`;
  for (const code of study.codes) yield node(code, context);
  let number = 0;
  for (const relation of study.relations) {
    const ends = endsOf(relation, study);
    if (ends !== null) yield relationEdge((number += 1), relation, ends);
  }
  for (const [a, b, weight] of togetherPairs(study))
    yield edge((number += 1), [a, b], false, { relation: 'occurs with', origin: 'notes', weight: String(weight) });
  yield close('graph');
  yield close('graphml');
}

const node = (code: Code, context: ExportContext): string =>
  [
    `${open('node', { id: code.slug })}\n`,
    data('name', code.id),
    data('label', code.label),
    code.kind === null ? '' : data('kind', code.kind),
    data('passages', String(code.passages.length)),
    data('permalink', codeLink(code, context)),
    close('node'),
  ].join('');

type Ends = readonly [from: Code, to: Code];

function endsOf({ from, to }: Relation, { codeById }: Study): Ends | null {
  const start = codeById.get(from);
  const end = codeById.get(to);
  return start === undefined || end === undefined ? null : [start, end];
}

const relationEdge = (number: number, { kind, detail, origin }: Relation, ends: Ends): string =>
  edge(number, ends, true, { relation: kind, detail: detail ?? '', origin, weight: '1' });

function edge(number: number, [from, to]: Ends, directed: boolean, fields: Readonly<Record<string, string>>): string {
  const filled = Object.entries(fields).filter(([, text]) => text !== '');
  const start = open('edge', { id: `e${number}`, source: from.slug, target: to.slug, directed });
  return `${start}\n${filled.map(([key, text]) => data(key, text)).join('')}${close('edge')}`;
}

const data = (key: string, text: string): string => element('data', { key }, text);

/** A passage of more codes than any researcher writes would alone make millions of edges: it is left out of these pairs. */
const mostCodes = 500;

/** Pairs of codes in order of the codes, each once, with the number of passages that bear both. */
export function* togetherPairs(study: Study): Generator<readonly [a: Code, b: Code, passages: number]> {
  const place = new Map(study.codes.map((code, index) => [code.id as string, index]));
  const counts = new Map<number, number>();
  for (const { codes } of study.passageById.values()) {
    if (codes.length > mostCodes) continue;
    const places = codes.flatMap((id) => place.get(id) ?? []).sort((a, b) => a - b);
    for (const [index, a] of places.entries())
      for (const b of places.slice(index + 1)) {
        const pair = a * study.codes.length + b;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
  }
  for (const [pair, passages] of [...counts].sort(([a], [b]) => a - b)) {
    const a = study.codes[Math.floor(pair / study.codes.length)];
    const b = study.codes[pair % study.codes.length];
    if (a !== undefined && b !== undefined) yield [a, b, passages];
  }
}
