// The preview card of a code.

import type { APIRoute } from 'astro';
import { codeCard } from '#site/components/cards-view.ts';
import { currentStudy } from '#site/study.ts';
import { siteWords } from '#site/words/index.ts';

export const getStaticPaths = () => currentStudy().codes.map(({ id, slug }) => ({ params: { slug }, props: { id } }));

export const GET: APIRoute = ({ props }) => {
  const study = currentStudy();
  const code = study.codeById.get(String(props['id']));
  return Response.json(code ? codeCard(code, study, siteWords()) : null);
};
