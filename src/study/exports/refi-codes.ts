// In: a study. Out: its codes as the <Codes> of REFI-QDA 1.5, the same in a codebook and in a project.
//
// | ours                           | REFI-QDA                                              |
// |--------------------------------|-------------------------------------------------------|
// | code                           | Code@isCodable="true", name = its id, made unique     |
// | group of the codebook          | Code@isCodable="false"                                |
// | first parent in the codebook   | the Code around it                                    |
// | kind                           | Code@color, and a line of Description                 |
// | label, codebook entry, address | Description                                           |
//
// Names are unique because QualCoder keeps the codings of a second code of the same name without any code.

import type { Code, CodeGroup, Study } from '../model/study.ts';
import type { ExportContext } from './format.ts';
import { permanentUuid } from './permanent-uuid.ts';
import { codeDescription, codeLink } from './table-columns.ts';
import { visibleControls } from './visible-controls.ts';
import { close, element, open } from './xml.ts';

export const codeGuid = (study: Study, id: string): string => permanentUuid(study.settings.key, 'code', id);

/** Nothing when the study has no codes: the schemas want at least one. */
export function* refiCodes(context: ExportContext): Generator<string> {
  const { study } = context;
  if (study.codes.length === 0) return;
  const names = uniqueNames(study);
  const { roots, below } = codeTree(study);
  function* branch(node: Node): Generator<string> {
    yield `${open('Code', attributesOf(node, study, names.get(node.entry) ?? ''))}\n`;
    yield element('Description', {}, describe(node, context));
    for (const child of below.get(node.entry) ?? []) yield* branch(child);
    yield close('Code');
  }
  yield `${open('Codes')}\n`;
  for (const node of roots) yield* branch(node);
  yield close('Codes');
}

type Node = { readonly kind: 'group'; readonly entry: CodeGroup } | { readonly kind: 'code'; readonly entry: Code };

/** Colours of the kinds, so that QualCoder does not draw lots for them. */
const colours: ReadonlyMap<string | null, string> = new Map([
  ['practice', '#2F6F6B'],
  ['pattern', '#5B4E8C'],
  ['force', '#A4552D'],
  ['decision', '#3D5A80'],
]);

function attributesOf({ kind, entry }: Node, study: Study, name: string) {
  if (kind === 'group') {
    const guid = permanentUuid(study.settings.key, 'group', entry.id);
    return { guid, name, isCodable: false, color: null };
  }
  return { guid: codeGuid(study, entry.id), name, isCodable: true, color: colours.get(entry.kind) ?? '#6B6B6B' };
}

function describe({ kind, entry }: Node, context: ExportContext): string {
  if (kind === 'group') return entry.definition;
  const others = entry.codebook?.parents.slice(1) ?? [];
  const lines = [
    codeDescription(entry),
    entry.kind === null ? '' : `Kind: ${entry.kind}`,
    entry.aliases.length === 0 ? '' : `Also: ${entry.aliases.join('; ')}`,
    others.length === 0 ? '' : `Also below: ${others.join('; ')}`,
    codeLink(entry, context),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** The name of an attribute is one line: an id that differs only in what one line cannot show gets its slug behind it. */
function uniqueNames({ codes, groups }: Study): ReadonlyMap<Code | CodeGroup, string> {
  const taken = new Set<string>();
  const names = new Map<Code | CodeGroup, string>();
  const name = (entry: Code | CodeGroup, wanted: string, behind: string) => {
    const plain = visibleControls(wanted).replace(/\s+/g, ' ').trim() || behind;
    let unique = plain;
    for (let n = 1; taken.has(unique); n += 1) unique = n === 1 ? `${plain} (${behind})` : `${plain} (${behind} ${n})`;
    taken.add(unique);
    names.set(entry, unique);
  };
  for (const code of codes) name(code, code.id, code.slug);
  for (const group of groups) name(group, group.label || group.id, `group ${group.id}`);
  return names;
}

/** Readers nest as deeply as the file does: what hangs deeper, or in a circle, stands at the top. */
const deepest = 32;

function codeTree({ codes, groups }: Study) {
  const groupNodes = new Map(groups.map((entry): [string, Node] => [entry.id, { kind: 'group', entry }]));
  const codeNodes = new Map(codes.map((entry): [string, Node] => [entry.id, { kind: 'code', entry }]));
  const parentOf = ({ kind, entry }: Node): Node | undefined => {
    const parent = kind === 'code' ? entry.codebook?.parents[0] : undefined;
    return parent === undefined ? undefined : (groupNodes.get(parent) ?? codeNodes.get(parent));
  };
  const roots: Node[] = [];
  const below = new Map<Code | CodeGroup, Node[]>();
  for (const node of [...groupNodes.values(), ...codeNodes.values()]) {
    const parent = parentOf(node);
    if (parent === undefined || depthOf(node, parentOf) > deepest) roots.push(node);
    else append(below, parent.entry, node);
  }
  return { roots, below };
}

function append(below: Map<Code | CodeGroup, Node[]>, parent: Code | CodeGroup, node: Node): void {
  const children = below.get(parent);
  if (children === undefined) below.set(parent, [node]);
  else children.push(node);
}

function depthOf(node: Node, parentOf: (node: Node) => Node | undefined): number {
  let depth = 0;
  for (let above = parentOf(node); above !== undefined && depth <= deepest; above = parentOf(above)) depth += 1;
  return depth;
}
