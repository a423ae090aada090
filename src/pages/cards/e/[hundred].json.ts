// The preview cards of a source's excerpts, a hundred numbers a file.

import type { APIRoute } from 'astro';
import { byHundreds, excerptCard } from '#site/components/cards-view.ts';
import { quoteLanguage } from '#site/components/evidence/evidence-view.ts';
import { currentStudy } from '#site/study.ts';
import { siteWords } from '#site/words/index.ts';

export const getStaticPaths = () =>
  currentStudy().sources.flatMap((source) =>
    [...byHundreds(source).keys()].map((hundred) => ({
      params: { hundred: `${source.id}-${hundred}` },
      props: { source: source.id, hundred },
    })),
  );

export const GET: APIRoute = ({ props }) => {
  const study = currentStudy();
  const words = siteWords();
  const source = study.sourceById.get(String(props['source']));
  const excerpts = (source && byHundreds(source).get(Number(props['hundred']))) ?? [];
  const lang = source && quoteLanguage(source, study);
  return Response.json(
    Object.fromEntries(excerpts.map((excerpt) => [excerpt.id, excerptCard(excerpt, study, words, lang)])),
  );
};
