// Which files form which collection. Thin in the store: text stays in the study and is fetched when a page renders.

import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { codes, prosePages, sources } from '#site/collections.ts';
import { proseSchema } from '#site/prose.ts';

export const collections = {
  sources: defineCollection({ loader: sources(), schema: z.object({ file: z.string(), title: z.string() }) }),
  codes: defineCollection({
    loader: codes(),
    schema: z.object({ code: z.string(), label: z.string(), kind: z.string().nullable() }),
  }),
  pages: defineCollection({
    loader: prosePages(),
    schema: proseSchema,
  }),
};
