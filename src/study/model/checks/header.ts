// In: one note's header, metadata and record. Out: what is missing or cannot be right.

import { headerKeys, type HeaderKey, type Notice } from '../../parse/note.ts';
import type { Span } from '../../problems/place.ts';
import type { Draft } from '../draft.ts';
import { foldWords, standingIn } from '../in-vivo.ts';
import { flag, isUrl } from '../record.ts';

export function checkHeader(draft: Draft): readonly Notice[] {
  const { header } = draft.note;
  if (header.letter === null && header.fields.size === 0) {
    return [{ code: 'header-missing', span: header.span }, ...checkMetadata(draft), ...checkRecord(draft)];
  }
  return [...headerKeys.flatMap((key) => checkField(draft, key)), ...checkMetadata(draft), ...checkRecord(draft)];
}

function checkField(draft: Draft, key: HeaderKey): readonly Notice[] {
  const { header } = draft.note;
  const field = header.fields.get(key);
  if (!field) return [{ code: 'header-key-missing', span: header.span, args: { key } }];
  const value = field.text.trim();
  // Most articles cite nothing that the notes record.
  if (value === '')
    return key === 'references' ? [] : [{ code: 'header-field-empty', span: field.span, args: { key } }];
  return checkValue(`the header's ${key}`, key, value, field.span, 'yes or no');
}

function checkValue(name: string, key: HeaderKey, value: string, span: Span, expected: string): readonly Notice[] {
  if ((key === 'url' || key.endsWith(' url')) && !isUrl(value)) {
    return [{ code: 'header-value-not-url', span, args: { field: name, value: value.slice(0, 200) } }];
  }
  if ((key === 'example' || key === 'source code') && flag(value) === null) {
    return [{ code: 'header-value-list', span, args: { field: name, value: value.slice(0, 80), expected } }];
  }
  return [];
}

const metadataKeys = ['title', 'url', 'archive url', 'tiny url', 'author type', 'type', 'example', 'source code'];

function checkMetadata(draft: Draft): readonly Notice[] {
  const { metadata, header } = draft.note;
  if (!metadata) return [{ code: 'metadata-missing', span: header.span }];
  return metadataKeys.flatMap((key): readonly Notice[] => {
    if (!Object.hasOwn(metadata.values, key))
      return [{ code: 'metadata-key-missing', span: metadata.span, args: { key } }];
    const value = String(metadata.values[key]).trim();
    const counterpart: HeaderKey | undefined = key === 'type' ? 'source type' : headerKeys.find((own) => own === key);
    if (value === '' || !counterpart) return [];
    return checkValue(
      `the metadata's ${key}`,
      counterpart,
      value,
      metadata.spans[key] ?? metadata.span,
      'True or False',
    );
  });
}

function checkRecord(draft: Draft): readonly Notice[] {
  const { record, note } = draft;
  const notices: Notice[] = [];
  if (record.title === '' && record.url === '')
    notices.push({ code: 'header-not-recorded', span: note.header.span, args: { id: draft.id } });
  return [...notices, ...titleNotices(draft), ...hostNotices(draft)];
}

/** Both titles are looked for where they differ; an article that is quoted without its title is no fault. */
function titleNotices(draft: Draft): readonly Notice[] {
  const { note } = draft;
  const texts = note.excerpts.flatMap((excerpt) => (excerpt.kind === 'figure' ? [] : [excerpt.text]));
  const header = note.header.fields.get('title');
  const metadata = note.metadata?.values['title'];
  const titles = new Map<string, { title: string; span: Span }>();
  const add = (title: string, span: Span): void => {
    const folded = foldWords(title);
    const quoted = texts.some((text) => text.length < 400 && text.includes(title));
    if (folded !== '' && !quoted && !titles.has(folded)) titles.set(folded, { title, span });
  };
  if (header) add(header.text, header.span);
  if (typeof metadata === 'string') add(metadata, note.metadata?.spans['title'] ?? note.header.span);
  if (texts.length === 0 || titles.size === 0) return [];
  const found = standingIn([...titles.keys()], texts.map(foldWords));
  return [...titles]
    .filter(([folded]) => !found.has(folded))
    .map(([, { title, span }]) => ({ code: 'metadata-title-not-found', span, args: { title } }));
}

function hostNotices(draft: Draft): readonly Notice[] {
  const host = hostOf(draft.record.url);
  if (host === undefined) return [];
  const figures = draft.note.excerpts.filter((excerpt) => excerpt.kind === 'figure');
  const others = figures.filter(
    (figure) => hostOf(figure.url ?? '') !== undefined && siteOf(hostOf(figure.url ?? '') ?? '') !== siteOf(host),
  );
  const first = others[0];
  if (!first) return [];
  const hosts = [...new Set(others.map((figure) => hostOf(figure.url ?? '') ?? ''))].join(', ');
  return [
    { code: 'figure-other-host', span: first.span, args: { count: others.length, hosts: hosts.slice(0, 200), host } },
  ];
}

const hostOf = (url: string): string | undefined => (isUrl(url) ? new URL(url).hostname.toLowerCase() : undefined);
const siteOf = (host: string): string => host.split('.').slice(-2).join('.');
