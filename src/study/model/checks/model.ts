// In: a study with a companion model. Out: one problem when the evidence of the model is not the evidence of the notes.

import { problem } from '../../problems/report.ts';
import type { Problem } from '../../problems/problem.ts';
import { evidenceRows, type CodedStudy } from '../model-evidence.ts';

export function checkModelEvidence(study: CodedStudy): readonly Problem[] {
  const rows = evidenceRows(study);
  const onlyModel = rows.filter(({ origin }) => origin === 'model').length;
  const onlyNotes = rows.filter(({ origin }) => origin === 'notes').length;
  const place = placeOf(study);
  if (onlyModel + onlyNotes === 0 || !place) return [];
  return [problem('model-drift', place, { onlyModel, onlyNotes })];
}

/** Where the model's evidence begins; where its first class stands when it lists none. */
function placeOf({ companion }: CodedStudy): { file: string; line: number; column: number } | undefined {
  const first = companion?.evidence[0] ?? companion?.classes[0];
  return first && { file: first.file, line: first.line, column: 1 };
}
