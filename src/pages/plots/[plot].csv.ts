// /plots/<name>.csv: the data of a plot; a row a mark.

import type { APIRoute } from 'astro';
import { dataFile } from '#site/plots/files.ts';
import { allPlots } from '#site/plots/index.ts';
import { currentStudy } from '#site/study.ts';

export const getStaticPaths = () => allPlots(currentStudy()).map(({ plot }) => ({ params: { plot: plot.name } }));

export const GET: APIRoute = ({ params }) => {
  const listed = allPlots(currentStudy()).find(({ plot }) => plot.name === params['plot']);
  return new Response(listed ? dataFile(listed.plot) : '', { headers: { 'content-type': 'text/csv' } });
};
