// The front door of search: one engine for the site, the offline bundle and the terminal. It needs nothing but its input: no
// network, no page, no clock. scan.ts is its definition, rules.ts says it to readers.

export { byCodePoint, fold, foldWithOffsets, originalSpan, type FoldedText } from './folding.ts';
export { wordSpans, wordsOf, type WordSpan } from './words.ts';
export { filterFields, filterKey, isSingleField, valuesOf, type FilterField, type SearchRecord } from './record.ts';
export {
  allOf,
  anyOf,
  everything,
  filter,
  filtersOf,
  formatQuery,
  isEmpty,
  needsText,
  not,
  textsOf,
  withVariants,
  type Query,
} from './query.ts';
export { parseQuery, type ParsedQuery } from './parse-query.ts';
export type { Notice, NoticeKind } from './query-tokens.ts';
export {
  fromParams,
  orderOf,
  queryOf,
  sorts,
  startState,
  toParams,
  views,
  withChip,
  withoutChip,
  type Chip,
  type ChipMode,
  type SearchState,
  type Sort,
  type View,
} from './state.ts';
export { searchRules, type SearchRule } from './rules.ts';
export { matcher, matches, refusalOf, scan, type Refusal } from './scan.ts';
export { search, type Count, type Results } from './search.ts';
export { joinHits, verify, type Candidate, type Refused, type Verified } from './verify.ts';
export { marksIn, piecesOf, type Piece } from './marks.ts';
export { concordance, linesAsText, linesOf, type KwicLine, type LineOrder } from './kwic.ts';
export { countOfText, countWithout, facetOf, type Facet, type FacetValue } from './facets.ts';
export {
  suggestCodes,
  suggestSources,
  suggestWords,
  type CodeSuggestion,
  type SourceSuggestion,
  type WordSuggestion,
} from './suggest.ts';
export { absentWords, spellingSuggestions } from './spelling.ts';
export { variantsIn, vocabularyOf, type Vocabulary } from './word-index.ts';
export {
  buildStore,
  type BuiltStore,
  type ShardEntry,
  type StoreFile,
  type StoredStudy,
  type StoreManifest,
} from './store.ts';
export { isComplete, openStore, shardOf, storeOf, withShard, withWords, type Store } from './open-store.ts';
export { bytesOf, countOf, missingShards, missingWordFiles, shardsOf } from './needed-shards.ts';
export { headOf, resultFiles, type ResultFile, type ResultSet } from './result-files.ts';
