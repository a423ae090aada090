// In: elements, a role or an association. Out: links in their true direction; a link drawn twice undoes the whole call.

import { associations, isKindOf, metaclasses, rolesNamed, type Association } from '../../parse/metamodel.ts';
import type { Span } from '../../problems/place.ts';
import { mayGoOn, placeOf, report, type Module, type Reading } from './reading.ts';
import type { KindValue, Linkable, LinkValue, StereotypeValue } from './values.ts';

/** What a call of `add_links` says beside the two ends. */
export interface LinkWords {
  readonly role: string | null;
  readonly association: Association | null;
  readonly stereotypes: readonly StereotypeValue[];
  readonly tagged: ReadonlyMap<string, string>;
}

export interface Pair {
  readonly from: Linkable;
  readonly to: Linkable;
}

interface Direction {
  readonly association: Association;
  readonly forward: boolean;
}

/** Draws all links of one call, or none: `null` after a problem. */
export function drawLinks(
  reading: Reading,
  module: Module,
  span: Span,
  pairs: readonly Pair[],
  words: LinkWords,
): readonly LinkValue[] | null {
  const drawn: LinkValue[] = [];
  for (const pair of pairs) {
    const reason = drawLink(reading, module, span, pair, words, drawn);
    if (reason === null) continue;
    for (const link of drawn.reverse()) undo(reading, link);
    report(reading, module, 'model-link', span, { what: nameOf(pair), reason });
    return null;
  }
  return drawn;
}

const nameOf = ({ from, to }: Pair): string => `the link of “${labelOf(from)}” and “${labelOf(to)}”`;
const labelOf = (end: Linkable): string => (end.type === 'class' ? end.label : 'a link');

/** `null` when it was drawn, else why not. */
function drawLink(
  reading: Reading,
  module: Module,
  span: Span,
  pair: Pair,
  words: LinkWords,
  drawn: LinkValue[],
): string | null {
  const direction = directionOf(pair, words);
  if (typeof direction === 'string') return direction;
  const { association, forward } = direction;
  const [first, second] = forward ? [pair.from, pair.to] : [pair.to, pair.from];
  if (!fits(first, association.first.kinds) || !fits(second, association.second.kinds)) {
    const args = { association: association.name ?? association.id, first: labelOf(first), second: labelOf(second) };
    report(reading, module, 'model-kind', span, args);
  }
  // As in the library: the same two ends and the same association, whatever the stereotypes.
  const key = keyOf(first, second, association);
  const twin = reading.drawn.get(key);
  if (twin !== undefined && module.sees.has(twin.file))
    return 'the same link is drawn twice; the whole call was undone';
  if (!mayGoOn(reading, module, span)) return 'the model is too large';
  const link: LinkValue = {
    type: 'link',
    number: (reading.things += 1),
    association,
    first,
    second,
    links: [],
    stereotypes: words.stereotypes,
    tagged: new Map(words.tagged),
    ...placeOf(module, span),
  };
  first.links.push(link);
  if (second !== first) second.links.push(link);
  reading.links.add(link);
  if (twin === undefined) reading.drawn.set(key, link);
  drawn.push(link);
  return null;
}

const keyOf = (first: Linkable, second: Linkable, association: Association): string =>
  `${first.number} ${second.number} ${association.id}`;

function undo(reading: Reading, link: LinkValue): void {
  reading.links.delete(link);
  const key = keyOf(link.first, link.second, link.association);
  if (reading.drawn.get(key) === link) reading.drawn.delete(key);
  for (const end of [link.first, link.second]) {
    const at = end.links.lastIndexOf(link);
    if (at >= 0) end.links.splice(at, 1);
  }
}

function directionOf(pair: Pair, words: LinkWords): Direction | string {
  const { role, association } = words;
  if (role !== null) {
    const named = rolesNamed(role).filter((one) => association === null || one.association === association);
    return named.find((one) => suits(pair, one)) ?? named[0] ?? `no association has the role “${role}”`;
  }
  if (association !== null) {
    const forward = { association, forward: true };
    const backward = { association, forward: false };
    return suits(pair, forward) || !suits(pair, backward) ? forward : backward;
  }
  return onlyDirection(pair, words.stereotypes);
}

/** Without role and association the kinds of the ends must leave one possibility; a stereotype may choose among several. */
function onlyDirection(pair: Pair, stereotypes: readonly StereotypeValue[]): Direction | string {
  const possible = associations.flatMap((association): Direction[] => {
    const both = [
      { association, forward: true },
      { association, forward: false },
    ];
    return both.filter((one) => suits(pair, one)).slice(0, 1);
  });
  const wanted = stereotypes.find((stereotype) => stereotype.association !== null)?.association;
  const chosen = possible.filter((one) => one.association.id === wanted);
  const [only] = chosen.length > 0 ? chosen : possible;
  if (only === undefined) return 'no association joins elements of these kinds';
  if (chosen.length === 0 && possible.length > 1)
    return 'several associations join elements of these kinds; name a role';
  return only;
}

function suits({ from, to }: Pair, { association, forward }: Direction): boolean {
  const [first, second] = forward ? [from, to] : [to, from];
  return fits(first, association.first.kinds) && fits(second, association.second.kinds);
}

/** Links can be codes and nothing else; an unknown kind fits everywhere. */
function fits(end: Linkable, wanted: readonly string[]): boolean {
  if (end.type === 'link') return wanted.includes('code');
  const { kind } = end;
  return kind === null || wanted.some((one) => conforms(kind, one, 8));
}

function conforms(kind: KindValue, wanted: string, depth: number): boolean {
  if (metaclasses.has(kind.variable)) return isKindOf(kind.variable, wanted);
  if (kind.parents.length === 0 || depth === 0) return true;
  return kind.parents.some((parent) => conforms(parent, wanted, depth - 1));
}
