// In: a drawing. Out: SVG. On a page its colours are classes (theory.css) and its heads are drawings of their own, which stay in sight;
// alone it is one file with colours, fonts, title and source line of its own. Neither has a style attribute: the policy forbids them.

import { inOneLine } from '#site/shown-text.ts';
import { rounded, textWidth, type Drawing, type Mark, type Text, type Tone } from './drawing.ts';
import { fonts, palette } from './palette.ts';

/** How ink becomes attributes. */
interface Look {
  readonly paint: (what: 'fill' | 'stroke', tone: Tone) => string;
  readonly classes: boolean;
  /** `null` leaves a link's marks without it. */
  readonly address: (href: string) => string | null;
}

const onPage: Look = { paint: (what, tone) => `${what[0] ?? ''}-${tone}`, classes: true, address: (href) => href };

const alone = (site: string, base: string): Look => ({
  paint: (what, tone) => ` ${what}="${palette[tone]}"`,
  classes: false,
  address: (href) => (site === '' ? null : site + href.slice(base.length)),
});

export interface Caption {
  readonly title: string;
  /** What can be seen, in words, for those who do not see it. */
  readonly description: string;
}

export interface PagePieces {
  readonly body: string;
  readonly left?: string;
  readonly top?: string;
}

/** `name` makes the ids of title and description unique on the page. */
export function svgOnPage(drawing: Drawing, name: string, { title, description }: Caption): PagePieces {
  const { width, height, marks, heads } = drawing;
  const said = `<title id="${name}-title">${escape(title)}</title><desc id="${name}-desc">${escape(description)}</desc>`;
  const open = (x: number, y: number, w: number, h: number, more: string): string =>
    `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" width="${rounded(w)}" height="${rounded(h)}" viewBox="${[x, y, w, h].map(rounded).join(' ')}"${more}>`;
  const role = ` role="group" aria-labelledby="${name}-title" aria-describedby="${name}-desc"`;
  const body = `${open(0, 0, width, height, role)}${said}${arrows(name, marks)}${written(marks, onPage, name)}</svg>`;
  if (!heads) return { body };
  return {
    body,
    left: `${open(-heads.left, 0, heads.left, height, '')}${written(heads.leftMarks, onPage, name)}</svg>`,
    top: `${open(0, -heads.top, width, heads.top, '')}${written(heads.topMarks, onPage, name)}</svg>`,
  };
}

export interface Imprint {
  readonly title: string;
  readonly description: string;
  /** Which study, release and licence it comes from; several lines. */
  readonly source: readonly string[];
  /** Full address of the site's root, `''` when it is not known, and its path. */
  readonly site: string;
  readonly base: string;
}

const margin = 16;
const titleSize = 15;

export function svgAlone(drawing: Drawing, name: string, imprint: Imprint): string {
  const look = alone(imprint.site, imprint.base);
  const { left = 0, top = 0, leftMarks = [], topMarks = [] } = drawing.heads ?? {};
  const words = [imprint.title, ...imprint.source];
  const inner = Math.max(drawing.width + left, ...words.map((text, i) => textWidth(text, i === 0 ? titleSize : 10)));
  const above = margin + 28;
  const below = margin + 8 + imprint.source.length * 14;
  const [w, h] = [inner + 2 * margin, drawing.height + top + above + below];
  const [x, y] = [-left - margin, -top - above];
  const foot = drawing.height + 22;
  const texts: readonly Text[] = [
    { mark: 'text', x: -left, y: y + margin + titleSize, text: imprint.title, size: titleSize, bold: true },
    ...imprint.source.map((text, i): Text => ({
      mark: 'text',
      x: -left,
      y: foot + i * 14,
      text,
      size: 10,
      tone: 'soft',
    })),
  ];
  const marks = [...topMarks, ...leftMarks, ...drawing.marks];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${rounded(w)}" height="${rounded(h)}" viewBox="${[x, y, w, h].map(rounded).join(' ')}" font-family="${fonts}" role="img" aria-labelledby="title desc">\n`,
    `<title id="title">${escape(imprint.title)}</title>\n<desc id="desc">${escape(imprint.description)}</desc>\n`,
    `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(w)}" height="${rounded(h)}" fill="#ffffff"/>\n`,
    arrows(name, marks, palette.soft),
    written([...marks, ...texts], look, name, '\n'),
    '</svg>\n',
  ].join('');
}

const escape = (text: string): string =>
  inOneLine(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

function arrows(name: string, marks: readonly Mark[], fill = ''): string {
  const pointing = (mark: Mark): boolean =>
    mark.mark === 'link' ? mark.marks.some(pointing) : mark.mark === 'path' && mark.arrow === true;
  const some = marks.some(pointing);
  const ink = fill === '' ? ' class="f-soft"' : ` fill="${fill}"`;
  return some
    ? `<defs><marker id="${name}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 1L7 4L0 7z"${ink}/></marker></defs>`
    : '';
}

const written = (marks: readonly Mark[], look: Look, name: string, between = ''): string =>
  marks.map((mark) => writeMark(mark, look, name) + between).join('');

function writeMark(mark: Mark, look: Look, name: string): string {
  switch (mark.mark) {
    case 'link': {
      // The link has a name; its letters, which may be cut, would say it twice.
      const silent = mark.marks.map((one) => (one.mark === 'text' ? { ...one, silent: true } : one));
      // A blank between lines: they are words of one label.
      const inner = written(silent, look, name, silent.length > 2 ? ' ' : '');
      const href = look.address(mark.href);
      if (href === null) return inner;
      return `<a href="${escape(href)}" aria-label="${escape(mark.name)}"${mark.label && look.classes ? ' class="of-head"' : ''}>${inner}</a>`;
    }
    case 'rect':
      return `<rect x="${rounded(mark.x)}" y="${rounded(mark.y)}" width="${rounded(mark.w)}" height="${rounded(mark.h)}"${painted(mark, look)}/>`;
    case 'circle':
      return `<circle cx="${rounded(mark.x)}" cy="${rounded(mark.y)}" r="${rounded(mark.r)}"${painted(mark, look)}/>`;
    case 'path':
      return `<path d="${mark.d}"${mark.fill === undefined ? ' fill="none"' : ''}${painted(mark, look)}${mark.arrow ? ` marker-end="url(#${name}-arrow)"` : ''}/>`;
    case 'text':
      return writeText(mark, look);
  }
}

type Painted = Extract<Mark, { readonly mark: 'rect' | 'circle' | 'path' }>;

function painted(mark: Painted, look: Look): string {
  const inks = (['fill', 'stroke'] as const).flatMap((what) => {
    const tone = mark[what];
    return tone === undefined ? [] : [look.paint(what, tone)];
  });
  const classes = look.classes ? [...inks, ...(mark.part === undefined ? [] : [mark.part])] : [];
  const hollow = mark.mark !== 'path' && mark.fill === undefined ? ' fill="none"' : '';
  return [
    look.classes ? (classes.length === 0 ? '' : ` class="${classes.join(' ')}"`) : inks.join(''),
    hollow,
    mark.opacity === undefined ? '' : ` opacity="${mark.opacity}"`,
    mark.width === undefined ? '' : ` stroke-width="${rounded(mark.width)}"`,
    mark.dashed ? ' stroke-dasharray="3 3"' : '',
  ].join('');
}

function writeText(mark: Text, look: Look): string {
  const { x, y, tone = 'ink', size = 12, anchor, bold, italic, turned, halo, silent, part } = mark;
  const ink = look.paint('fill', tone);
  const classes = [ink, ...(halo ? ['halo'] : []), ...(part === undefined ? [] : [part])];
  const around = halo && !look.classes ? ' stroke="#ffffff" stroke-width="3" paint-order="stroke"' : '';
  return [
    `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${rounded(size)}"`,
    look.classes ? ` class="${classes.join(' ')}"` : ink,
    anchor === undefined || anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    bold ? ' font-weight="600"' : '',
    italic ? ' font-style="italic"' : '',
    turned === undefined ? '' : ` transform="rotate(${rounded(turned)} ${rounded(x)} ${rounded(y)})"`,
    around,
    silent && look.classes ? ' aria-hidden="true"' : '',
    `>${escape(mark.text)}</text>`,
  ].join('');
}
