// In: a study with a companion model. Out: exports/model-<n>.puml, a class diagram a view, as the tools of this tradition draw them.

import { modelGraph, wholeModel, type ModelEdge, type ModelGraph, type ModelNode } from '../derive/model-graph.ts';
import type { CompanionModel } from '../model/companion/types.ts';
import { plantumlEdition } from './edition-words.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { elementNames } from './theory-rows.ts';

export const modelPlantuml: ExportFormat = {
  id: 'model-plantuml',
  title: 'The views of the model (PlantUML)',
  purpose: 'A class diagram for each view of the companion model, for papers that have PlantUML figures already.',
  follows: 'PlantUML class diagrams (plantuml.com/class-diagram)',
  files: (context) => {
    const { companion } = context.study;
    return companion
      ? viewsOf(companion).map(({ name, graph }, i) => ({
          path: `exports/model-${i + 1}.puml`,
          mediaType: 'text/x-plantuml',
          write: () => diagram(name, graph, context),
        }))
      : [];
  },
};

/** The whole model where it has no views. */
function viewsOf(model: CompanionModel): readonly { readonly name: string; readonly graph: ModelGraph }[] {
  if (model.views.length === 0) return [{ name: 'Model', graph: wholeModel(model) }];
  return model.views.map(({ name, elements }) => ({ name, graph: modelGraph(model, elements) }));
}

function* diagram(name: string, { nodes, edges }: ModelGraph, context: ExportContext): Generator<string> {
  const named = elementNames(context);
  // Names in the diagram are numbers: a label may hold anything.
  const numbers = new Map(nodes.map(({ id }, i) => [id, `n${i + 1}`]));
  yield `@startuml\n${plantumlEdition(context.study)}title ${quoted(name)}\nleft to right direction\nhide empty members\nhide circle\n`;
  for (const node of nodes) yield classLine(node, numbers.get(node.id) ?? '', named(node.id).link);
  for (const edge of edges) yield edgeLine(edge, numbers);
  yield '@enduml\n';
}

const classLine = ({ label, kind }: ModelNode, number: string, link: string): string =>
  `class "${quoted(label)}" as ${number} <<${quoted(kind).replace(/[<>]/g, '')}>>${/^https?:[^\s[\]{}]+$/.test(link) ? ` [[${link}]]` : ''}\n`;

function edgeLine({ from, to, association, words }: ModelEdge, numbers: ReadonlyMap<string, string>): string {
  const said = [association, words]
    .filter((part) => part !== '')
    .map(quoted)
    .join(': ');
  const arrow = association === 'is dependent on' ? '..>' : '-->';
  return `${numbers.get(from) ?? ''} ${arrow} ${numbers.get(to) ?? ''}${said === '' ? '' : ` : ${said}`}\n`;
}

/** One line in which PlantUML finds no end of a string, no line break, no markup and no directive. */
const quoted = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replace(/["\\!@<>~%$|[\]{}]|--|__|\*\*|\/\/|''/g, (signs) =>
      [...signs].map((sign) => `&#${sign.codePointAt(0) ?? 0};`).join(''),
    );
