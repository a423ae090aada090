// In: the edition. Out: its export files by what they are for, with size and digest, as the page of exports shows them.

import { createHash } from 'node:crypto';
import { formats, type ExportContext, type ExportFormat } from '#study';
import type { Edition, WrittenExport } from '#site/study.ts';

export const exportGroups = ['data', 'bibliography', 'paper', 'qualitative', 'web'] as const;
export type ExportGroup = (typeof exportGroups)[number];

/** A format that no group names is data. */
const groups: Readonly<Record<string, ExportGroup>> = {
  'sources-biblatex': 'bibliography',
  'sources-bibtex': 'bibliography',
  'sources-ris': 'bibliography',
  'sources-csl': 'bibliography',
  'catena-sty': 'paper',
  'catena-def': 'paper',
  'latex-tables': 'paper',
  'theory-latex': 'paper',
  'chain-latex': 'paper',
  'tables-markdown': 'paper',
  'theory-markdown': 'paper',
  'model-plantuml': 'paper',
  'catena-ids': 'paper',
  'refi-codebook': 'qualitative',
  'refi-project': 'qualitative',
  vault: 'qualitative',
  annotations: 'web',
  sitemap: 'web',
  feed: 'web',
  'llms-txt': 'web',
  linkset: 'web',
};

export interface FormatView {
  readonly format: ExportFormat;
  /** The first is the format's own; others are few enough to be named. */
  readonly files: readonly WrittenExport[];
  /** Files that are too many to be named: one a source. */
  readonly further: number;
  readonly furtherBytes: number;
}

const mostNamed = 12;

export function formatsByGroup(edition: Edition): ReadonlyMap<ExportGroup, readonly FormatView[]> {
  const byFormat = Map.groupBy(edition.exports ?? measured(edition), ({ format }) => format);
  const views = formats.flatMap((format): FormatView[] => {
    const files = byFormat.get(format.id) ?? [];
    if (files.length === 0) return [];
    const named = files.length <= mostNamed ? files : files.slice(0, 1);
    const rest = files.slice(named.length);
    return [
      { format, files: named, further: rest.length, furtherBytes: rest.reduce((sum, { bytes }) => sum + bytes, 0) },
    ];
  });
  return Map.groupBy(views, ({ format }) => groups[format.id] ?? 'data');
}

/** For the development server, which makes files when they are asked for. */
function measured({ study, site, excerptPages }: ExportContext): readonly WrittenExport[] {
  return formats.flatMap((format) =>
    [...format.files({ study, site, excerptPages })].map((file) => {
      const hash = createHash('sha256');
      let bytes = 0;
      for (const piece of file.write()) {
        hash.update(piece);
        bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
      }
      return { format: format.id, path: file.path, bytes, sha256: hash.digest('hex') };
    }),
  );
}

/** `812 B`, `12.3 kB`, `4.0 MB`; thousands, as files are counted on disks. */
export function sizeWords(bytes: number, language: string): string {
  if (bytes < 1000) return `${String(bytes)} B`;
  const [value, unit] = bytes < 999_950 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = value.toFixed(1);
  return `${language === 'de' ? digits.replace('.', ',') : digits} ${unit}`;
}
