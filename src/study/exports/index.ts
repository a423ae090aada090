// The list of exports: /exports/ and the build go through it in this order. To add one: a file beside this one, and a line here.

import { codesCsv } from './codes-csv.ts';
import { codingsCsv } from './codings-csv.ts';
import { dataPackage } from './datapackage.ts';
import { excerptsCsv } from './excerpts-csv.ts';
import type { ExportFormat } from './format.ts';
import { problemsCsv } from './problems-csv.ts';
import { refiCodebook } from './refi-codebook.ts';
import { refiProject } from './refi-project.ts';
import { sourcesCsv } from './sources-csv.ts';
import { studyJson } from './study-json.ts';

export const formats: readonly ExportFormat[] = [
  sourcesCsv,
  excerptsCsv,
  codingsCsv,
  codesCsv,
  problemsCsv,
  dataPackage,
  studyJson,
  refiCodebook,
  refiProject,
];
