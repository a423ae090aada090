// In: a study as the notes have it. Out: the study as it may be shown: the one place where text is taken away.
// Everything that is published (pages, search, exports) is made from what comes out; nothing else needs to know what is withheld.
// Places, ids, codes and counts stay. Doing it again changes nothing, so that a site can be rebuilt from its own study.json.

import type { Excerpt, Source, Study } from '../model/study.ts';
import { contentDigest } from './content-digest.ts';
import { accidentalCodes, withoutCodes } from './publish-codes.ts';
import { emptiedInterview, publicFiles, publicLinks, publicPaths } from './publish-interview.ts';
import { publicMemos } from './publish-memos.ts';
import { publicPassages, publicRemarks, quotesWithheld } from './publish-passages.ts';
import { publicProblems } from './publish-problems.ts';
import { modelWords, publicModel } from './publish-model.ts';
import { publicSettings } from './publish-settings.ts';
import { type Quotes, withheldQuotes } from './withheld-words.ts';
import { type Reasons, interviewReason, reasonsFor, withheldReasons } from './withholding.ts';

export function publicStudy(study: Study): Study {
  const reasons = withheldReasons(study);
  if (reasons.size === 0 && study.sources.every((source) => interviewReason(source, study.settings) === null))
    return study;
  const quotes = withheldQuotes(withheldTexts(study, reasons), researcherWords(study));
  const paths = publicPaths(study);
  const sources = study.sources.map((source) => publicSource(source, study, reasons, quotes));
  const shown: Study = {
    ...withoutQuotes(study, quotes),
    ...publicLinks(study, reasons),
    ...publicModel(study, quotes),
    ...publicMemos(study, reasons, quotes),
    sources,
    files: publicFiles(study, reasons, paths),
    problems: publicProblems(study, sources, reasons, quotes),
    settings: publicSettings(study, sources, paths),
    relations: study.relations.map((one) => (one.file === undefined ? one : { ...one, file: paths(one.file) })),
    sourceById: new Map(sources.map((source) => [source.id, source])),
    excerptById: new Map(sources.flatMap(({ excerpts }) => excerpts.map((excerpt) => [excerpt.id, excerpt] as const))),
    passageById: new Map(sources.flatMap(({ passages }) => passages.map((passage) => [passage.id, passage] as const))),
  };
  // A digest of the notes would let withheld words be guessed: this one is made from what is shown.
  const clean = withoutCodes(shown, accidentalCodes(study, reasons));
  return { ...clean, digest: contentDigest(clean) };
}

function* withheldTexts(study: Study, reasons: Reasons): Generator<string> {
  for (const source of study.sources)
    for (const { id, text, alt } of source.excerpts)
      if (reasons.has(id)) {
        yield text;
        if (alt !== undefined) yield alt;
      }
}

/** Sentences in which a researcher may have repeated a quote. */
function* researcherWords(study: Study): Generator<string> {
  for (const { passages, remarks: apart } of study.sources) {
    for (const { text } of apart) yield text;
    for (const { openCodes, remarks, statements } of passages)
      for (const { text } of [...openCodes, ...remarks, ...statements]) yield text;
  }
  for (const { codebook } of study.codes) if (codebook !== null) yield* sentences(codebook);
  for (const { statement } of study.claims) yield statement;
  for (const { definition } of study.groups) yield definition;
  for (const { text } of study.memos ?? []) yield text;
  for (const { words } of study.tombstones) if (words !== undefined) yield words;
  yield* modelWords(study);
  for (const { message, args } of study.problems) yield* [message, ...Object.values(args).map(String)];
}

function* sentences(entry: object): Generator<string> {
  for (const value of Object.values(entry)) if (typeof value === 'string') yield value;
}

function publicSource(source: Source, study: Study, reasons: Reasons, quotes: Quotes): Source {
  const interview = interviewReason(source, study.settings);
  const shown = {
    ...source,
    excerpts: source.excerpts.map((excerpt) => publicExcerpt(excerpt, reasons.get(excerpt.id))),
    passages: publicPassages(source, study, reasons, quotes),
    remarks: publicRemarks(source.remarks, interview, quotes),
  };
  return interview === null ? shown : emptiedInterview(shown, interview);
}

function publicExcerpt(excerpt: Excerpt, reason: string | undefined): Excerpt {
  if (reason === undefined) return excerpt;
  const { alt: _alt, url: _url, language: _language, ...place } = excerpt;
  return { ...place, text: '', repairs: [], withheld: reason };
}

/** Codebook, groups, claims and retired excerpts: a sentence that quotes withheld text is not shown, and says so in its place. */
function withoutQuotes(study: Study, quotes: Quotes): Study {
  const shown = (text: string): string => (quotes(text) ? `[withheld: ${quotesWithheld}]` : text);
  const codes = study.codes.map((code) => {
    if (code.codebook === null) return code;
    const fields = Object.entries(code.codebook).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? shown(value) : value,
    ]);
    // The same names with values of the same types.
    return { ...code, codebook: Object.fromEntries(fields) as typeof code.codebook };
  });
  return {
    ...study,
    codes,
    codeById: new Map(codes.map((code) => [code.id, code])),
    claims: study.claims.map((claim) => ({ ...claim, statement: shown(claim.statement) })),
    groups: study.groups.map((group) => ({ ...group, definition: shown(group.definition) })),
    tombstones: publicTombstones(study, quotes),
  };
}

/** What stood there was withheld if its source or id is, if its text lives on in a withheld excerpt, or if not all text is shown. */
function publicTombstones(study: Study, quotes: Quotes): Study['tombstones'] {
  const { settings, sourceById } = study;
  const ids = new Map([
    ...reasonsFor(settings, 'source'),
    ...reasonsFor(settings, 'excerpt'),
    ...withheldReasons(study),
  ]);
  return study.tombstones.map((tombstone) => {
    const { words, ...place } = tombstone;
    const source = sourceById.get(tombstone.source);
    const hidden =
      settings.show !== 'all' ||
      [tombstone.id, tombstone.source, ...tombstone.to].some((id) => ids.has(id)) ||
      (source === undefined ? settings.interviews === 'withheld' : interviewReason(source, settings) !== null) ||
      (words !== undefined && quotes(words));
    return hidden ? place : tombstone;
  });
}
