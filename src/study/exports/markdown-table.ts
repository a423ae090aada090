// In: cells. Out: rows of a Markdown table, with text and links that cannot leave their cell.

import { escapeMarkdown, markdownAddress } from './escape-markdown.ts';

export const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
export const inCell = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ').trim());
export const linked = ({ label, link }: { readonly label: string; readonly link: string }): string =>
  link === '' ? inCell(label) : `[${inCell(label)}](${markdownAddress(link)})`;
