// In: the companion model, and what is withheld. Out: the model without sentences that quote withheld text, and without what its
// author calls an interview that is withheld as a whole. Its classes are codes and keep their labels.

import type { CompanionModel } from '../model/companion/types.ts';
import type { Study } from '../model/study.ts';
import { quotesWithheld } from './publish-passages.ts';
import type { Quotes } from './withheld-words.ts';
import { interviewReason } from './withholding.ts';

export function publicModel({ companion, sourceById, settings }: Study, quotes: Quotes): Pick<Study, 'companion'> {
  if (companion === undefined) return {};
  const shown = (text: string): string => (quotes(text) ? `[withheld: ${quotesWithheld}]` : text);
  const isHidden = (id: string | null): boolean => {
    const source = sourceById.get(id ?? '');
    return source !== undefined && interviewReason(source, settings) !== null;
  };
  const free = ({ how, role, name }: CompanionModel['links'][number]) => ({
    ...(how === undefined ? {} : { how: shown(how) }),
    ...(role === undefined ? {} : { role: shown(role) }),
    ...(name === undefined ? {} : { name: shown(name) }),
  });
  return {
    companion: {
      ...companion,
      classes: companion.classes.map((one) => (isHidden(one.id) ? { ...one, label: one.id ?? '' } : one)),
      options: companion.options.map((option) => ({ ...option, name: shown(option.name) })),
      links: companion.links.map((link) => ({ ...link, ...free(link) })),
      views: companion.views.map((view) => ({ ...view, name: shown(view.name) })),
    },
  };
}

/** Sentences of the model in which its author may have repeated a quote. */
export function* modelWords({ companion }: Study): Generator<string> {
  if (companion === undefined) return;
  for (const { name } of [...companion.options, ...companion.views]) yield name;
  for (const { how, role, name } of companion.links)
    for (const text of [how, role, name]) if (text !== undefined) yield text;
}
