// The list of exports: /exports/ and the build go through it in this order. To add one: a file beside this one, and a line here.

import { chainCsv } from './chain-csv.ts';
import { chainLatex } from './chain-latex.ts';
import { catenaDef } from './catena-def.ts';
import { catenaIds } from './catena-ids.ts';
import { catenaQuotes } from './catena-quotes.ts';
import { catenaSty } from './catena-sty.ts';
import { annotations } from './annotations.ts';
import { citationCff } from './citation-cff.ts';
import { codesCsv } from './codes-csv.ts';
import { codingsCsv } from './codings-csv.ts';
import { dataPackage } from './datapackage.ts';
import { excerptsCsv } from './excerpts-csv.ts';
import { feed } from './feed.ts';
import type { ExportFormat } from './format.ts';
import { latexTables } from './latex-tables.ts';
import { linksetOf } from './linkset.ts';
import { codesGraphml } from './graphml.ts';
import { llmsTxt } from './llms-txt.ts';
import { modelGraphml } from './model-graphml.ts';
import { modelJson } from './model-json.ts';
import { modelPlantuml } from './model-plantuml.ts';
import { problemsCsv } from './problems-csv.ts';
import { refiCodebook } from './refi-codebook.ts';
import { refiProject } from './refi-project.ts';
import { sourcesBib } from './sources-bib.ts';
import { sourcesBibtex } from './sources-bibtex.ts';
import { sourcesCsl } from './sources-csl.ts';
import { sitemap } from './sitemap.ts';
import { sourcesCsv } from './sources-csv.ts';
import { sourcesRis } from './sources-ris.ts';
import { studyJson } from './study-json.ts';
import { tablesMarkdown } from './tables-markdown.ts';
import { theoryCsv } from './theory-csv.ts';
import { theoryLatex } from './theory-latex.ts';
import { theoryMarkdown } from './theory-markdown.ts';
import { vault } from './vault.ts';

const files: readonly ExportFormat[] = [
  sourcesCsv,
  excerptsCsv,
  codingsCsv,
  codesCsv,
  problemsCsv,
  dataPackage,
  studyJson,
  modelJson,
  refiCodebook,
  refiProject,
  annotations,
  codesGraphml,
  sitemap,
  feed,
  citationCff,
  llmsTxt,
  vault,
  sourcesCsl,
  sourcesRis,
  sourcesBib,
  sourcesBibtex,
  catenaSty,
  catenaDef,
  catenaQuotes,
  latexTables,
  theoryLatex,
  chainLatex,
  tablesMarkdown,
  theoryMarkdown,
  theoryCsv,
  chainCsv,
  modelPlantuml,
  modelGraphml,
  catenaIds,
];

export const formats: readonly ExportFormat[] = [...files, linksetOf(files)];
