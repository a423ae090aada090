// In: a study. Out: llms.txt, a plain guide to the site for language models and whoever else reads Markdown.
// llmstxt.org: a title, a block quote, sections with lists of links.

import { codePath, sourcePath } from '../model/addresses.ts';
import { escapeMarkdown, markdownAddress } from './escape-markdown.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { visibleControls } from './visible-controls.ts';

export const llmsTxt: ExportFormat = {
  id: 'llms-txt',
  title: 'Guide in plain text (llms.txt)',
  purpose: 'What this site holds and where its data lie, for language models and scripts.',
  follows: 'llmstxt.org',
  files: (context) => [{ path: 'llms.txt', mediaType: 'text/plain', write: () => writeGuide(context) }],
};

function* writeGuide(context: ExportContext): Generator<string> {
  const { study } = context;
  const { title, subtitle, description, licence, release, wording } = study.settings;
  yield `# ${plain(title)}\n\n> ${plain(description || subtitle || 'A coded study of the grey literature.')}\n\n`;
  yield `${study.sources.length} sources, ${study.excerptById.size} excerpts, ${study.passageById.size} coded passages, ${study.codes.length} codes. `;
  yield 'Every excerpt has a permanent id such as s6-e12; a code belongs to a passage, that is a run of excerpts. ';
  yield wording === 'paraphrased'
    ? 'Excerpts are paraphrased, not quoted.\n'
    : 'Excerpts are the words of their authors.\n';
  if (release !== '') yield `\nRelease ${plain(release)}; digest ${study.digest}.\n`;
  if (licence !== '') yield `\nLicence of codes and notes, not of the quoted texts: ${plain(licence)}.\n`;
  yield '\n## Data\n\n';
  for (const [path, words] of dataFiles) yield item(path, permalink(context, path), words);
  yield '\n## Sources\n\n';
  for (const { id, title: name, excerpts } of study.sources)
    yield item(`${id} ${name}`, permalink(context, sourcePath(id)), `${excerpts.length} excerpts`);
  yield '\n## Codes\n\n';
  for (const { id, slug, label, kind, passages } of study.codes)
    yield item(label || id, permalink(context, codePath(slug)), `${kind ?? 'no kind'}, ${passages.length} passages`);
}

const dataFiles = [
  ['exports/study.json', 'everything, described by exports/study.schema.json'],
  ['exports/codings.csv', 'a row an excerpt and code'],
  ['exports/excerpts.csv', 'a row an excerpt'],
  ['exports/sources.csv', 'a row a source'],
  ['exports/codes.csv', 'a row a code'],
] as const;

const item = (name: string, address: string, words: string): string =>
  `- [${plain(name.trim())}](${markdownAddress(address)}): ${plain(words)}\n`;

/** One line that shows exactly the text. */
const plain = (text: string): string => escapeMarkdown(visibleControls(text).replace(/\s+/gu, ' '));
