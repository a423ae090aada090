// In: the bytes of a PDF. Out: the addresses of its link annotations (ISO 32000-1, 12.5.6.5 and 12.6.4.7), page by page.

import { getDocumentProxy } from 'unpdf';
import { type Mention, UnreadablePaper } from './mention.ts';

export async function readPdf(bytes: Uint8Array): Promise<Mention[]> {
  const document = await openPdf(bytes);
  try {
    const mentions: Mention[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const found = (await page.getAnnotations()).flatMap((annotation: unknown) => mentionsOf(annotation, number));
      mentions.push(...found.filter((mention, index) => mention.words !== found[index - 1]?.words));
    }
    return mentions;
  } finally {
    await document.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array) {
  try {
    // No fonts: only the annotations are asked for.
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      verbosity: 0,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\.$/, '') : 'it cannot be read';
    throw new UnreadablePaper(`It is no readable PDF: ${why}.`);
  }
}

/** A link over two lines is two annotations in a row; they count as one. */
function mentionsOf(annotation: unknown, page: number): Mention[] {
  if (typeof annotation !== 'object' || annotation === null) return [];
  const url = 'url' in annotation ? annotation.url : 'unsafeUrl' in annotation ? annotation.unsafeUrl : undefined;
  return typeof url === 'string' ? [{ kind: 'url', url, words: url, place: `page ${String(page)}` }] : [];
}
