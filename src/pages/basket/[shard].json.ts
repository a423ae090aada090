// /basket/s6-0.json: excerpts of one source, for the page of the basket.
import type { APIRoute, GetStaticPaths } from 'astro';
import { basketShard, basketShards } from '#study';
import { exportContext } from '#site/components/cite/context.ts';
import { currentStudy } from '#site/study.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentStudy().sources.flatMap((source) =>
    [...basketShards(source).keys()].map((hundred) => ({
      params: { shard: `${source.id}-${String(hundred)}` },
      props: { id: source.id, hundred },
    })),
  );

export const GET: APIRoute<{ id: string; hundred: number }> = ({ props: { id, hundred } }) => {
  const source = currentStudy().sourceById.get(id);
  const excerpts = source && basketShards(source).get(hundred);
  if (!source || !excerpts) return new Response(null, { status: 404 });
  return new Response(JSON.stringify(basketShard(exportContext(), source, excerpts)));
};
