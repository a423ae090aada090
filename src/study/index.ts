// The front door of the toolkit: the only names that other rooms may use.

export { buildStudy, type Built, type BuildOptions } from './build-study.ts';
export { catalogue, isFatalWhenStrict, type CatalogueEntry } from './problems/catalogue.ts';
export { countProblems, formatGithub, formatProblem, formatSarif, visible, type Look } from './problems/format.ts';
export { publicStudy } from './derive/publish.ts';
export { headerKeys } from './model/study.ts';
export type * from './model/study.ts';
export type * from './problems/problem.ts';
export type { CodeId, ExcerptId, PassageId, Slug, SourceId } from './model/ids.ts';
export type { ExportContext, ExportFile, ExportFormat } from './exports/format.ts';
export { formats } from './exports/index.ts';
export { codePath, excerptAnchor, excerptPath, passagePath, sourcePath } from './model/addresses.ts';
