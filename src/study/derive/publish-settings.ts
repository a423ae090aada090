// In: the settings of a study and its public sources. Out: the settings without paths and open codes that are withheld.

import type { Settings, Source, Study } from '../model/study.ts';
import { foldedWords } from './withheld-words.ts';

export function publicSettings(
  { settings, sources }: Study,
  shown: readonly Source[],
  paths: (path: string) => string,
): Settings {
  const [before, after] = [openWords(sources), openWords(shown)];
  const isHidden = ({ kind, id }: Settings['outOfScope'][number]): boolean =>
    kind === 'openCode' && before.has(foldedWords(id)) && !after.has(foldedWords(id));
  return {
    ...settings,
    outOfScope: settings.outOfScope.filter((one) => !isHidden(one)),
    acknowledge: settings.acknowledge.map((one) => (one.file === undefined ? one : { ...one, file: paths(one.file) })),
  };
}

const openWords = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(
    sources.flatMap(({ passages }) =>
      passages.flatMap(({ openCodes }) => openCodes.map(({ text }) => foldedWords(text))),
    ),
  );
