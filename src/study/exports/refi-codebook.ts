// In: a study. Out: exports/codebook.qdc, its codes for ATLAS.ti, MAXQDA, NVivo, QualCoder, Quirkos.
// REFI-QDA 1.5, Codebook.xsd 1.0; the mapping of a code is in refi-codes.ts.

import { xmlEdition } from './edition-words.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { refiCodes } from './refi-codes.ts';
import { close, open, xmlDeclaration } from './xml.ts';

export const refiCodebook: ExportFormat = {
  id: 'refi-codebook',
  title: 'Codebook (REFI-QDA)',
  purpose: 'The codes with descriptions and parents, for ATLAS.ti, MAXQDA, NVivo, QualCoder and Quirkos.',
  follows: 'REFI-QDA 1.5, Codebook.xsd 1.0',
  // A codebook without a code is not valid: there is then no such file.
  files: (context) =>
    context.study.codes.length === 0
      ? []
      : [{ path: 'exports/codebook.qdc', mediaType: 'application/xml', write: () => writeCodebook(context) }],
};

function* writeCodebook(context: ExportContext): Generator<string> {
  yield xmlDeclaration;
  yield xmlEdition(context.study);
  yield `${open('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Catena' })}\n`;
  yield* refiCodes(context);
  yield close('CodeBook');
}
