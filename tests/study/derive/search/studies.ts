// In: records. Out: the study that they would come from, as far as the store reads one.

import type { CodeId, PassageId } from '../../../../src/study/model/ids.ts';
import { byCodePoint } from '../../../../src/study/derive/search/folding.ts';
import type { SearchRecord } from '../../../../src/study/derive/search/record.ts';
import type { StoredStudy } from '../../../../src/study/derive/search/store.ts';

const digest = '0123456789abcdef'.repeat(4);

/** Each record that has codes becomes a passage of its own; a code whose name has a capital is a practice, any other a force. */
export function studyFrom(records: readonly SearchRecord[]): StoredStudy {
  const codes = [...new Set(records.flatMap((record) => record.codes))].toSorted(byCodePoint);
  const sources = [...new Set(records.map((record) => record.source))].map((id) => {
    const own = records.filter((record) => record.source === id);
    const coded = own.filter((record) => record.coded);
    return {
      id,
      title: own[0]?.sourceTitle ?? '',
      sourceType: own[0]?.sourceType ?? '',
      authorType: own[0]?.authorType ?? '',
      excerpts: own.map(({ id: excerpt, number, kind, text, speaker }) => ({
        id: excerpt,
        number,
        kind,
        text,
        ...(speaker === undefined ? {} : { speaker }),
      })),
      passages: coded.map((record) => ({
        id: `${record.id}-p` as PassageId,
        excerpts: [record.id],
        codes: record.codes,
        openCodes: (record.openCodes ?? []).map((text) => ({ text })),
      })),
    };
  });
  return {
    digest,
    settings: { release: '1.0' },
    codes: codes.map((id) => ({ id, label: id.replaceAll('_', ' '), kind: kindOf(id), aliases: [] })),
    sources,
  };
}

export const kindOf = (id: CodeId): string => (/[A-Z]/.test(id) ? 'practice' : 'force');
