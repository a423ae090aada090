// In: the bytes of a PDF. Out: the addresses of its link annotations (ISO 32000-1, 12.5.6.5 and 12.6.4.7), page by page; of a PDF without
// any link, as LaTeX makes it without hyperref, the addresses that are printed.

import { getDocumentProxy } from 'unpdf';
import { type Mention, printedUrls, UnreadablePaper } from './mention.ts';

export async function readPdf(bytes: Uint8Array): Promise<Mention[]> {
  const document = await openPdf(bytes);
  try {
    const linked = await ofEachPage(document, linksOf);
    return linked.length > 0 ? linked : await ofEachPage(document, printedOn);
  } finally {
    await document.loadingTask.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** The same address twice in a row is a link over two lines: it counts once. */
async function ofEachPage(document: Pdf, read: (page: PdfPage) => Promise<string[]>): Promise<Mention[]> {
  const mentions: Mention[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const urls = await read(await document.getPage(number));
    const once = urls.filter((url, index) => url !== urls[index - 1]);
    mentions.push(...once.map((url): Mention => ({ kind: 'url', url, words: url, place: `page ${String(number)}` })));
  }
  return mentions;
}

async function linksOf(page: PdfPage): Promise<string[]> {
  return (await page.getAnnotations()).flatMap((annotation: unknown) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const url = 'url' in annotation ? annotation.url : 'unsafeUrl' in annotation ? annotation.unsafeUrl : undefined;
    return typeof url === 'string' ? [url] : [];
  });
}

/** An address that reaches the end of its line goes on in the next one, unless it is a whole page's of a review. */
async function printedOn(page: PdfPage): Promise<string[]> {
  const { items } = await page.getTextContent();
  const lines = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  const text = lines.split('\n').reduce((before, line) => {
    const end = before.slice(-400);
    const goesOn = /https?:\S*$/.test(end) && !/\/[secd]\/[^\s/]+\/(?:#\S+-[ep]\d+)?$/.test(end);
    return `${before}${goesOn ? '' : '\n'}${line}`;
  });
  return printedUrls(text);
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
