// In: problems. Out: what programs read: one JSON document, GitHub's workflow commands, a SARIF log.

import { catalogue, isFatalWhenStrict } from './catalogue.ts';
import type { Place } from './place.ts';
import type { Problem, Severity } from './problem.ts';
import { safeJson, visible } from './visible.ts';

/** All fields of all problems; `fatal` says whether `--strict` refuses it. */
export function formatJson(problems: readonly Problem[]): string {
  const rows = problems.map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    title: catalogue[problem.code]?.title ?? problem.code,
    message: problem.message,
    mend: catalogue[problem.code]?.mend ?? '',
    place: problem.place,
    other: problem.other ?? null,
    source: problem.source ?? null,
    excerpt: problem.excerpt ?? null,
    passage: problem.passage ?? null,
    codeId: problem.codeId ?? null,
    acknowledged: problem.acknowledged ?? null,
    fatal: isFatalWhenStrict(problem),
    args: problem.args,
  }));
  return `${safeJson({ problems: rows })}\n`;
}

const githubLevels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub's workflow commands; `%`, line ends, `:` and `,` are escaped as its toolkit does. An acknowledged problem is a notice. */
export function formatGithub(problem: Problem): string {
  const data = (text: string): string => visible(text).replace(/%/g, '%25');
  const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const { file, line, column, endLine, endColumn } = problem.place;
  const level = problem.acknowledged === undefined ? githubLevels[problem.severity] : 'notice';
  // GitHub takes end columns only on the same line.
  const end = endLine === line && endColumn !== undefined && endColumn > column ? `,endColumn=${endColumn}` : '';
  return `::${level} file=${property(file)},line=${line},col=${column}${end},title=${property(problem.code)}::${data(problem.message)}`;
}

const sarifLevels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, as code hosts and editors read it. */
export function formatSarif(problems: readonly Problem[]): string {
  const used = [...new Set(problems.map((problem) => problem.code))].sort((a, b) => (a < b ? -1 : 1));
  const rules = used.map((id) => {
    const entry = catalogue[id];
    return {
      id,
      shortDescription: { text: entry?.title ?? id },
      fullDescription: { text: entry?.why ?? '' },
      help: { text: entry?.mend ?? '' },
      defaultConfiguration: { level: sarifLevels[entry?.severity ?? 'warning'] },
    };
  });
  const results = problems.map((problem) => ({
    ruleId: problem.code,
    ruleIndex: used.indexOf(problem.code),
    level: sarifLevels[problem.severity],
    message: { text: visible(problem.message) },
    locations: [sarifLocation(problem.place)],
    ...(problem.other
      ? { relatedLocations: [{ ...sarifLocation(problem.other), message: { text: problem.other.words } }] }
      : {}),
    ...(problem.acknowledged === undefined
      ? {}
      : { suppressions: [{ kind: 'external', justification: problem.acknowledged }] }),
  }));
  const run = { tool: { driver: { name: 'Catena', rules } }, columnKind: 'unicodeCodePoints', results };
  return `${safeJson({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] })}\n`;
}

function sarifLocation(place: Place): object {
  const region = {
    startLine: place.line,
    startColumn: place.column,
    ...(place.endLine === undefined ? {} : { endLine: place.endLine }),
    ...(place.endColumn === undefined ? {} : { endColumn: place.endColumn }),
  };
  // A file name may hold every character that an address gives a meaning.
  const uri = place.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri }, region } };
}
