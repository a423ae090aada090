// In: a study with a companion model. Out: exports/model.graphml: its elements and relations, with the views that each element is in.
//
// | CodeableModels              | GraphML 1.0                                                        |
// |-----------------------------|--------------------------------------------------------------------|
// | class but sources           | node, id = its slug; name, label, kind, views (joined by "; ")      |
// | link, option, force         | directed edge; association, words (stereotypes, option, impact)     |

import { modelGraph, wholeModel } from '../derive/model-graph.ts';
import type { CompanionModel } from '../model/companion/types.ts';
import { slugOf } from '../model/ids.ts';
import { xmlEdition } from './edition-words.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { elementNames } from './theory-rows.ts';
import { close, element, open, xmlDeclaration } from './xml.ts';

export const modelGraphml: ExportFormat = {
  id: 'model-graphml',
  title: 'The companion model (GraphML)',
  purpose: 'Elements, relations and views of the model, for yEd, Gephi, Cytoscape, NetworkX and igraph.',
  follows: 'GraphML 1.0 with attributes',
  files: (context) => {
    const { companion } = context.study;
    return companion
      ? [{ path: 'exports/model.graphml', mediaType: 'application/xml', write: () => writeGraph(companion, context) }]
      : [];
  },
};

const keys = [
  ['name', 'node'],
  ['label', 'node'],
  ['kind', 'node'],
  ['views', 'node'],
  ['permalink', 'node'],
  ['association', 'edge'],
  ['words', 'edge'],
] as const;

function* writeGraph(model: CompanionModel, context: ExportContext): Generator<string> {
  const { nodes, edges } = wholeModel(model);
  const named = elementNames(context);
  yield xmlDeclaration;
  yield xmlEdition(context.study);
  yield `${open('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' })}\n`;
  for (const [id, on] of keys)
    yield `${open('key', { id, for: on, 'attr.name': id, 'attr.type': 'string' })}${close('key')}`;
  yield `${open('graph', { id: 'model', edgedefault: 'directed' })}\n`;
  const views = viewsByElement(model);
  for (const { id, label, kind } of nodes) {
    const fields = { name: id, label, kind, views: (views.get(id) ?? []).join('; '), permalink: named(id).link };
    yield `${open('node', { id: slugOf(id) })}\n${data(fields)}${close('node')}`;
  }
  for (const [i, { from, to, association, words }] of edges.entries()) {
    const start = open('edge', { id: `e${i + 1}`, source: slugOf(from), target: slugOf(to) });
    yield `${start}\n${data({ association, words })}${close('edge')}`;
  }
  yield close('graph');
  yield close('graphml');
}

const data = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => element('data', { key }, text))
    .join('');

function viewsByElement(model: CompanionModel): ReadonlyMap<string, readonly string[]> {
  const views = new Map<string, string[]>();
  for (const { name, elements } of model.views)
    for (const { id } of modelGraph(model, elements).nodes) {
      const known = views.get(id);
      if (known) known.push(name);
      else views.set(id, [name]);
    }
  return views;
}
