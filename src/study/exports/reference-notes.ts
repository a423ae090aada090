// In: a reference item. Out: what its note says, a line each, for formats with one free note (RIS N1, CSL note, Zotero's Extra).

import type { ReferenceItem } from './reference.ts';

export function itemNotes(item: ReferenceItem): string[] {
  const { archive, quoted } = item;
  return [
    item.remark,
    item.evidence === '' ? '' : `Evidence: ${item.evidence}`,
    archive === null ? '' : `Archived${archive.date === '' ? '' : ` (${archive.date})`}: ${archive.url}`,
    quoted === null ? '' : `Quoted source: ${quoted.key}${quoted.url === '' ? '' : `, ${quoted.url}`}`,
  ].filter((line) => line !== '');
}
