// In: the edition. Out: what a picture that leaves the site says of itself: study, release, licence, address, digest.

import { inOneLine } from '#site/shown-text.ts';
import { currentEdition } from '#site/study.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { svgAlone } from './svg.ts';
import type { Plot } from './plot.ts';

/** The file that is downloaded. `url` is the address of its page. */
export function pictureFile(plot: Plot, url: string, words: TheoryWords): string {
  const { study, base, site } = currentEdition();
  const { settings } = study;
  const address = site === '' ? '' : site + url.slice(base.length);
  const source = [
    ...plot.caption,
    [
      words.plots.imprint(inOneLine(settings.title), settings.release),
      settings.licence === '' ? '' : words.plots.licence(inOneLine(settings.licence)),
      address === '' ? '' : words.plots.address(address),
    ]
      .filter((part) => part !== '')
      .join('. '),
  ];
  return svgAlone(plot.drawing, plot.name, {
    title: plot.title,
    description: plot.caption.join(' '),
    source,
    site,
    base,
  });
}
