// /plots/<name>.svg: the picture as a file that stands alone.

import type { APIRoute } from 'astro';
import { pictureFile } from '#site/plots/imprint.ts';
import { allPlots } from '#site/plots/index.ts';
import { currentStudy } from '#site/study.ts';
import { theoryWords } from '#site/words/theory.ts';

export const getStaticPaths = () => allPlots(currentStudy()).map(({ plot }) => ({ params: { plot: plot.name } }));

export const GET: APIRoute = ({ params }) => {
  const listed = allPlots(currentStudy()).find(({ plot }) => plot.name === params['plot']);
  return new Response(listed ? pictureFile(listed.plot, listed.url, theoryWords()) : '', {
    headers: { 'content-type': 'image/svg+xml' },
  });
};
