// In: all sources and the settings. Out: what is wrong between sources, and ids in settings that do not exist.

import type { Place } from '../../problems/place.ts';
import { placeAt, problem } from '../../problems/report.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Draft } from '../draft.ts';
import type { Settings, Source } from '../study.ts';

export function checkSources(drafts: readonly Draft[], sources: readonly Source[]): readonly Problem[] {
  return [
    ...shared(drafts, sources, 'header-url-shared', 'url', (source) => normalUrl(source.url)),
    ...shared(drafts, sources, 'header-title-shared', 'title', (source) =>
      source.title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim(),
    ),
    ...sources
      .filter((source) => source.excerpts.length === 0)
      .map((source) =>
        problem(
          'source-without-excerpts',
          { file: source.file, line: 1, column: 1 },
          { id: source.id },
          { source: source.id },
        ),
      ),
  ];
}

const normalUrl = (url: string): string =>
  url
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();

function shared(
  drafts: readonly Draft[],
  sources: readonly Source[],
  code: string,
  key: 'url' | 'title',
  valueOf: (source: Source) => string,
): readonly Problem[] {
  const first = new Map<string, Source>();
  const places = new Map(drafts.map((draft) => [draft.id as string, fieldPlace(draft, key)]));
  return sources.flatMap((source) => {
    const value = valueOf(source);
    if (value === '') return [];
    const other = first.get(value);
    if (!other) {
      first.set(value, source);
      return [];
    }
    const place = places.get(source.id) ?? { file: source.file, line: 1, column: 1 };
    const args = { id: source.id, other: other.id, [key]: (key === 'url' ? source.url : source.title).slice(0, 200) };
    const there = places.get(other.id);
    const base = problem(code, place, args, { source: source.id });
    return [there ? { ...base, other: { ...there, words: `the ${key} of ${other.id}` } } : base];
  });
}

function fieldPlace(draft: Draft, key: 'url' | 'title'): Place {
  const field = draft.note.header.fields.get(key);
  const span =
    field && field.text.trim() !== '' ? field.span : (draft.note.metadata?.spans[key] ?? draft.note.header.span);
  return placeAt(draft.file.path, draft.lines.position, span);
}

export function checkInterviews(
  settings: Settings,
  sources: readonly Source[],
  hasSettings: boolean,
): readonly Problem[] {
  const interviews = sources.filter((source) => source.kind === 'interview');
  const first = interviews[0];
  if (!first || settings.interviews !== null) return [];
  const place = { file: hasSettings ? 'study.yaml' : first.file, line: 1, column: 1 };
  return [
    problem('interviews-undeclared', place, { count: interviews.length }, hasSettings ? {} : { source: first.id }),
  ];
}
