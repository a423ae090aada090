// In: problems of one code. Out: a row each: place, message, the other place, and why it was acknowledged.

import type { Problem } from '#study';
import { sentence } from '#site/components/evidence/evidence-view.ts';
import { markup, type Markup } from '#site/markup.ts';
import { shown } from '#site/shown-markup.ts';
import { currentStudy } from '#site/study.ts';
import { codeUrl, excerptUrl, passageUrl, sourceUrl } from '#site/urls.ts';
import { englishHere, siteWords } from '#site/words/index.ts';

export function problemRows(problems: readonly Problem[]): readonly Markup[] {
  const said = siteWords().problems;
  const english = englishHere();
  const language = english !== undefined && markup` lang="${english}"`;
  return problems.map((problem) => {
    const { place, other, severity, source, code, acknowledged, message } = problem;
    const links = subjectsOf(problem).map(({ url, name }) => markup`<a href="${url}"><bdi>${shown(name)}</bdi></a> `);
    return markup`<li data-severity="${severity}" data-source="${source ?? ''}" data-problem="${code}"><span dir="auto"${language}>${shown(sentence(message))}</span> <span class="apparatus">${links}${placeMarkup(place)}${
      other && markup` ${said.other} ${placeMarkup(other)}`
    }</span>${
      acknowledged !== undefined &&
      markup` <span class="apparatus ack">${shown(said.acknowledged(acknowledged))}</span>`
    }</li>`;
  });
}

const placeMarkup = ({ file, line, column }: Problem['place']): Markup =>
  markup`<code><bdi>${shown(file)}</bdi>:${line}:${column}</code>`;

interface Subject {
  readonly url: string;
  readonly name: string;
}

/** What a problem is about: the smallest part of the evidence that has an address, and a code. */
function subjectsOf({ excerpt, passage, source, codeId }: Problem): readonly Subject[] {
  const { codeById } = currentStudy();
  const code = codeById.get(codeId ?? '');
  const evidence = evidenceAt(excerpt, passage, source);
  return [...(evidence ? [evidence] : []), ...(code ? [{ url: codeUrl(code), name: code.label }] : [])];
}

function evidenceAt(excerpt = '', passage = '', source = ''): Subject | undefined {
  const { sourceById, excerptById, passageById } = currentStudy();
  const one = excerptById.get(excerpt);
  if (one) return { url: excerptUrl(one), name: one.id };
  const run = passageById.get(passage);
  if (run) return { url: passageUrl(run), name: run.id };
  return sourceById.has(source) ? { url: sourceUrl(source), name: source } : undefined;
}
