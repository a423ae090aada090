// In: a study. Out: exports/vault.zip, the study as a vault for Obsidian: a note a source and a code, joined by links.
// It is a study folder as well: `npm run build -- --study VAULT` gives the same dataset again, edits in Obsidian included.

import { hashOf } from '../model/anchors/normalise.ts';
import { type LedgerEntry, formatLedger } from '../model/anchors/ledger.ts';
import type { CompanionModel } from '../model/companion/types.ts';
import type { Excerpt, Memo, Settings, Study } from '../model/study.ts';
import { editionWords } from './edition-words.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { cffFields } from './citation-cff.ts';
import { modelPython } from './model-python.ts';
import { codeNote, fileOf, linkTo, oneLine, sourceNote } from './vault-note.ts';
import { type ZipEntry, writeZip } from './zip.ts';

export const vault: ExportFormat = {
  id: 'vault',
  title: 'Vault for Obsidian (Markdown)',
  purpose:
    'A note a source and a code with links, tags and block ids; a folder of notes from which this site can be built again.',
  follows: 'Obsidian Flavored Markdown; the format of the notes',
  files: (context) => [
    { path: 'exports/vault.zip', mediaType: 'application/zip', write: () => writeZip(vaultEntries(context)) },
  ],
};

export function* vaultEntries({ study }: ExportContext): Generator<ZipEntry> {
  yield entry('Start here.md', () => startNote(study));
  yield entry('study.yaml', () => [json(settingsFile(study))]);
  yield entry('codebook.yaml', () => [json(codebookFile(study))]);
  yield entry('sources.yaml', () => [
    json(Object.fromEntries(study.sources.map(({ id, bibliography }) => [id, inOrder(bibliography)]))),
  ]);
  yield entry('claims.yaml', () => [json({ claims: study.claims.map(({ line: _line, ...claim }) => claim) })]);
  const { citation } = study;
  if (citation !== undefined) yield entry('CITATION.cff', () => cffFields(citation));
  if (study.memos) yield entry('memos.yaml', () => [json(memosFile(study.memos ?? []))]);
  if (study.permanent) yield entry('anchors.jsonl', () => [formatLedger(ledgerEntries(study))]);
  for (const { path, text } of study.pages ?? []) yield entry(`pages/${path}`, () => [text]);
  for (const source of study.sources) yield entry(`sources/${fileOf(source.id)}.md`, () => sourceNote(source, study));
  if (study.companion) yield entry('sources/model.py', modelOf(study.companion));
  for (const code of study.codes) yield entry(`codes/${code.slug}.md`, () => codeNote(code, study));
}

const modelOf = (model: CompanionModel) => (): Iterable<string> => modelPython(model);

const entry = (path: string, write: () => Iterable<string>): ZipEntry => ({ path, write });

/** Fields in one order, wherever the study comes from; what is inside them keeps its own. */
const inOrder = (record: object): object =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** YAML 1.2 holds JSON. */
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function* startNote(study: Study): Generator<string> {
  const { title, description, licence } = study.settings;
  yield `# ${oneLine(title)}\n\n${oneLine(description)}\n\n`;
  yield `${study.sources.length} sources, ${study.excerptById.size} excerpts, ${study.codes.length} codes. ${editionWords(study)}\n`;
  if (licence !== '') yield `\nLicence of codes and notes, not of the quoted texts: ${oneLine(licence)}.\n`;
  yield '\nA coding trace covers the run of quotes before it; its codes stand behind it as links. ';
  yield 'Back-links of a code show where it was given.\n\n## Sources\n\n';
  for (const { id, title: name } of study.sources) yield `- ${linkTo(id, study)} ${oneLine(name)}\n`;
  yield '\n## Codes\n\n';
  for (const { id, kind } of study.codes) yield `- ${linkTo(id, study)}${kind === null ? '' : ` (${oneLine(kind)})`}\n`;
}

/** As study.yaml has them (model/settings.ts); what a rule for all has withheld stays withheld by name. */
function settingsFile({ settings, sources }: Study): object {
  const named = new Set(settings.withhold.map(({ kind, id }) => `${kind} ${id}`));
  const hidden = sources.flatMap(({ excerpts }) =>
    excerpts.flatMap(({ id, withheld }) =>
      withheld === undefined || named.has(`excerpt ${id}`) ? [] : [{ excerpt: id, reason: withheld }],
    ),
  );
  return inOrder({
    ...settings,
    withhold: [...settings.withhold.map(rule), ...hidden],
    outOfScope: settings.outOfScope.map(rule),
    previous: '',
  });
}

const rule = ({ kind, id, reason }: (Settings['withhold'] | Settings['outOfScope'])[number]): object => ({
  [kind]: id,
  reason,
});

const memosFile = (memos: readonly Memo[]): object =>
  Object.fromEntries(
    memos.map(({ at, text, withheld }) => [at, withheld === undefined ? text : `[withheld: ${withheld}]`]),
  );

const codebookFile = ({ codes, groups }: Study): object => ({
  groups: Object.fromEntries(groups.map(({ id, ...group }) => [id, group])),
  codes: Object.fromEntries(
    codes.flatMap(({ id, codebook }) => (codebook === null ? [] : [[id, inOrder(codebook)] as const])),
  ),
});

/** Enough for the next reading to give every excerpt its own number again, and no other excerpt that of one that is gone. */
function ledgerEntries({ sources, tombstones, settings }: Study): readonly LedgerEntry[] {
  const live = sources.flatMap(({ excerpts }) => excerpts.map((excerpt) => ledgerEntry(excerpt, settings.release)));
  const gone = tombstones.map(({ id, status, since, gone: when, words, reason, to }): LedgerEntry => ({
    id,
    status,
    since,
    gone: when,
    ...(reason === undefined ? {} : { reason }),
    order: 0,
    ...(words === undefined ? {} : { words }),
    ...(to.length === 0 ? {} : { to }),
    // Its text is not known here: a hash that no text has.
    hash: hashOf({ kind: 'figure', text: `gone ${id}`, url: `gone:${id}` }),
    sketch: '',
  }));
  return [...live, ...gone];
}

function ledgerEntry(excerpt: Excerpt, release: string): LedgerEntry {
  const { id, kind, text, url, withheld, since, editedSince, position } = excerpt;
  const shown =
    withheld === undefined
      ? { kind, text, ...(url === undefined ? {} : { url }) }
      : { kind: 'quote' as const, text: `[withheld: ${withheld}]` };
  return {
    id,
    status: 'live',
    since: since ?? release,
    ...(editedSince === undefined ? {} : { edited: editedSince }),
    order: position,
    hash: hashOf(shown),
    sketch: '',
  };
}
