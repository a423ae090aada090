// The front door of the toolkit: the only names that other rooms may use.

export { buildStudy, type Built, type BuildOptions } from './build-study.ts';
export { catalogue, isFatalWhenStrict, type CatalogueEntry } from './problems/catalogue.ts';
export { wrongSetting } from './model/checks/settings.ts';
export { countProblems, formatProblem, type Look } from './problems/format.ts';
export { safeJson, visible } from './problems/visible.ts';
export { formatGithub, formatJson, formatSarif } from './problems/format-programs.ts';
export { publicStudy } from './derive/publish.ts';
export { publicAs } from './derive/publish-earlier.ts';
export { changesBetween, type Changes, type Renamed } from './derive/changes.ts';
export { codeHistory, type CodeEvent, type CodeHistory, type RetiredCode } from './derive/code-history.ts';
export type { EditedExcerpt, Recoded } from './derive/changed-excerpts.ts';
export { goneSources, type GoneSource } from './derive/gone-sources.ts';
export { findExcerpts, type Findings, type FindOptions, type Found } from './derive/find.ts';
export { reviseLedger, type LedgerDecisions, type LedgerRevision } from './derive/revise-ledger.ts';
export { isEmptyComment } from './parse/page-comments.ts';
export { isPagePath } from './model/page-path.ts';
export { studyFromJson, type ReadStudy } from './read-study-json.ts';
export { escapeHtml } from './exports/escape-html.ts';
export { writeZip, type ZipEntry } from './exports/zip.ts';
export { sha256Sums, sumsName, type FileHash } from './exports/sha256-sums.ts';
export { headerKeys } from './model/study.ts';
export type * from './model/study.ts';
export type * from './problems/problem.ts';
export type { CodeId, ExcerptId, PassageId, Slug, SourceId } from './model/ids.ts';
export type { ExportContext, ExportFile, ExportFormat } from './exports/format.ts';
export { formats } from './exports/index.ts';
export { codePath, excerptAnchor, excerptPath, passagePath, sourcePath } from './model/addresses.ts';
export { citableIds, citableKinds, type CitableId, type CitableKind } from './exports/citable-ids.ts';
export { basketShards } from './exports/basket-records.ts';
export { editionWords } from './exports/edition-words.ts';
export { citations, cite, citationFormats, type CitationFormat } from './exports/citation.ts';
export type { HeadElement } from './exports/head-elements.ts';
export { headOf, type HeadContext, type HeadPage, type PageHead } from './exports/page-head.ts';
export { codeKey, referenceItem, sourceKey, type CitationTarget, type ReferenceItem } from './exports/reference.ts';
export { bibliographyFile, sourceFilePath, type BibliographyFormat } from './exports/source-files.ts';
export { isBeyondPdfLatex } from './exports/sources-bib.ts';
export { texCodeName } from './exports/tex-reference.ts';
export {
  originalLinks,
  stateOf,
  type LinkState,
  type OriginalLink,
  type OriginalLinks,
} from './derive/original-links.ts';
export { textFragments } from './derive/text-fragment.ts';
export { hostOf, webAddress } from './derive/web-address.ts';
export { linkLedgerFaults, readLinkLedger } from './model/links.ts';
export { bookIndex, numberRange, type IndexEntry, type IndexSubEntry } from './derive/book-index.ts';
export { codeIndex, type CodeEntry, type CodeInSource } from './derive/code-index.ts';
export {
  codePairs,
  companionsOf,
  crowdedPassages,
  mostCodes,
  type CodePair,
  type Companion,
} from './derive/codes-together.ts';
export { byLabel, initialOf } from './derive/in-order.ts';
export { inPages } from './derive/in-pages.ts';
export { oncePerStudy } from './derive/once-per-study.ts';
export { memosAt } from './derive/memos-at.ts';
export { kindsOf, portrait, type KindCount, type PortraitCell } from './derive/portrait.ts';
export { problemsAt, type ProblemsAt } from './derive/problems-at.ts';
export { relationsOf, type RelationsOfCode } from './derive/relations-of.ts';
export {
  codesOfSource,
  commonCodes,
  mostSources,
  pairsAreListed,
  sharingWith,
  sourcePairs,
  type SharingSource,
  type SourcePair,
} from './derive/sources-together.ts';
export { codePageOf, codePages } from './derive/code-pages.ts';
export { inVivoCodes } from './derive/in-vivo-codes.ts';
export { formerNames, type FormerName } from './derive/former-names.ts';
export { chainSteps, evidenceChain, type Chain, type ChainRow, type ChainStep } from './derive/chain.ts';
export { claimsOf, claimViews, uncitedCodes, type ClaimEvidence, type ClaimView } from './derive/claims.ts';
export { codeMatrix, matrixOrders, ordersFor, type CodeMatrix, type MatrixOrder } from './derive/code-matrix.ts';
export { coOccurrence, mostShown, type CoOccurrence, type TogetherPair, type Unit } from './derive/co-occurrence.ts';
export { coverage, type Coverage, type CoverageCell } from './derive/coverage.ts';
export { decisionGraph, type DecisionCard, type DecisionEdge, type DecisionGraph } from './derive/decision-graph.ts';
export { decisionsOf, decisionViews, type DecisionView } from './derive/decisions.ts';
export { askedBy, reporting, type ReportAnswer, type ReportItem } from './derive/reporting.ts';
export { sourceFlow, type SourceFlow } from './derive/flow.ts';
export { forceTable, impacts, isImpact, type ForceTable, type Impact } from './derive/force-table.ts';
export { inGroups } from './derive/in-groups.ts';
export { isDefined } from './derive/is-defined.ts';
export { localGraph, mostNodes, type LocalEdge, type LocalGraph } from './derive/local-graph.ts';
export { modelGraph, wholeModel, type ModelEdge, type ModelGraph, type ModelNode } from './derive/model-graph.ts';
export { saturation, type Saturation, type SaturationPoint } from './derive/saturation.ts';
export {
  evidenceDifferences,
  evidenceOf,
  relationKey,
  statedInNotes,
  theoryOf,
  type EvidenceRow,
  type Theory,
} from './derive/theory.ts';
export type * from './model/companion/types.ts';
export { decisionPath } from './model/addresses.ts';
export { slugOf } from './model/ids.ts';
export { writeRows } from './exports/csv.ts';
