// In: the release before, and the study now. Out: that release as it may be shown now: what is withheld today is not shown because it
// was shown once, under whatever name it stood there.

import type { Study } from '../model/study.ts';
import { publicStudy } from './publish.ts';
import { followed, reasonsFor, renamedExcerpts, withheldReasons } from './withholding.ts';

export function publicAs(earlier: Study, now: Study): Study {
  const { show, maxWords, interviews, renamed } = now.settings;
  const sources = backwards(renamed.sources);
  const hidden = new Map([...reasonsFor(now.settings, 'excerpt'), ...withheldReasons(now)]);
  const moved = now.tombstones.flatMap(({ id, to }) => to.map((heir) => [heir, id] as const));
  const rules = {
    source: followed(reasonsFor(now.settings, 'source'), sources),
    code: followed(reasonsFor(now.settings, 'code'), backwards(renamed.codes)),
    excerpt: followed(hidden, [...moved, ...renamedExcerpts(hidden.keys(), sources)]),
  };
  const withhold = (['source', 'code', 'excerpt'] as const).flatMap((kind) =>
    [...rules[kind]].map(([id, reason]) => ({ kind, id, reason })),
  );
  return publicStudy({ ...earlier, settings: { ...earlier.settings, show, maxWords, interviews, withhold } });
}

const backwards = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([old, now]) => [now, old] as const);
