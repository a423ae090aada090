// The preview card of a source.

import type { APIRoute } from 'astro';
import { sourceCard } from '#site/components/cards-view.ts';
import { currentStudy } from '#site/study.ts';
import { siteWords } from '#site/words/index.ts';

export const getStaticPaths = () => currentStudy().sources.map(({ id }) => ({ params: { source: id } }));

export const GET: APIRoute = ({ params }) => {
  const source = currentStudy().sourceById.get(params['source'] ?? '');
  return Response.json(source ? sourceCard(source, siteWords()) : null);
};
