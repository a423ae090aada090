// The study as everything downstream sees it. Read this file first: it is the vocabulary of the whole project.
// All of it is plain, readonly data; arrays are in study order (sources by id, excerpts as they stand in their note).

import type { HeaderKey, Repair } from '../parse/note.ts';
import type { Problem } from '../problems/problem.ts';
import type { CompanionModel } from './companion/types.ts';
import type { CodeId, ExcerptId, PassageId, Slug, SourceId } from './ids.ts';

export { headerKeys } from '../parse/note.ts';
export type { HeaderKey, Repair, Slot, SlotKind } from '../parse/note.ts';
export type { Position, Span } from '../problems/place.ts';

/** A reference that a source cites: `x = CClass(reference, "key", values={…})`. */
export interface Reference {
  readonly id: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | boolean | number>>;
  readonly line: number;
}

/** Header against metadata, where they differ: both values, and which one is shown. */
export interface Disagreement {
  readonly field: string;
  readonly header: string;
  readonly metadata: string;
  readonly shown: 'header' | 'metadata';
}

export interface Person {
  readonly family: string;
  readonly given?: string;
  readonly orcid?: string;
  readonly affiliation?: string;
}
export interface Organisation {
  readonly name: string;
}
export type Author = Person | Organisation;

/** What `sources.yaml` adds to a source; an absent field is unknown and says "not recorded". */
export interface Bibliography {
  readonly authors?: readonly Author[];
  /** ISO 8601, as exact as known: `2021`, `2021-02`, `2021-02-04`. */
  readonly date?: string;
  readonly site?: string;
  readonly language?: string;
  readonly doi?: string;
  readonly accessed?: string;
  readonly archived?: string;
  readonly rights?: string;
  readonly note?: string;
}

export interface Source {
  readonly id: SourceId;
  readonly kind: 'source' | 'interview';
  /** Path relative to the study, `/` between folders. */
  readonly file: string;
  /** `note` for a field note, `mdx` for a source written by hand. */
  readonly origin: 'note' | 'mdx';
  /** As written, blanks trimmed; every key is there, `''` when empty or missing. */
  readonly header: Readonly<Record<HeaderKey, string>>;
  readonly metadata: Readonly<Record<string, string | boolean | number>> | null;
  readonly disagreements: readonly Disagreement[];
  /** Shown values: metadata's when not empty and valid for its field, else the header's; `''` = not recorded. */
  readonly title: string;
  readonly url: string;
  readonly archiveUrl: string;
  readonly tinyUrl: string;
  readonly sourceType: string;
  readonly authorType: string;
  readonly example: boolean | null;
  readonly sourceCode: boolean | null;
  readonly references: readonly Reference[];
  readonly bibliography: Bibliography;
  readonly excerpts: readonly Excerpt[];
  readonly passages: readonly Passage[];
  /** What stands in traces that became no passage: kept and shown. */
  readonly remarks: readonly Remark[];
  /** Declared repairs to header values and titles (those of excerpts stand with the excerpts). */
  readonly repairs: readonly Repair[];
  /** Why its fields are not shown either: an interview that is withheld as a whole. */
  readonly withheld?: string;
}

export type ExcerptKind = 'quote' | 'heading' | 'figure' | 'listing' | 'note';

export interface Excerpt {
  readonly id: ExcerptId;
  readonly source: SourceId;
  /** Its permanent number (the 12 of `s6-e12`), from the ledger. */
  readonly number: number;
  /** Its place in the note, from 1: `position` of `source.excerpts.length`. */
  readonly position: number;
  readonly kind: ExcerptKind;
  /** The repaired text. Of a figure: its alternative text as written. A line end inside is a paragraph or list-item end. */
  readonly text: string;
  readonly speaker?: string;
  /** Figures: the address as written, and whether it may be a link (http, https). */
  readonly alt?: string;
  readonly url?: string;
  /** Listings: the word after the fence (`sql`), if any. */
  readonly language?: string;
  readonly passage: PassageId | null;
  readonly lines: readonly [first: number, last: number];
  readonly repairs: readonly Repair[];
  /** Why its text is not shown, when `study.yaml` withholds it; `text` is then empty everywhere. */
  readonly withheld?: string;
  /** From the ledger: the release since which this id stands, and the release of its last declared edit. */
  readonly since?: string;
  readonly editedSince?: string;
}

export interface OpenCode {
  readonly text: string;
  readonly line: number;
  /** A trailing ` +` or ` -` of the line, kept apart. */
  readonly sign?: '+' | '-';
  /** Verbatim in an excerpt of its passage (case and blanks folded). */
  readonly inVivo: boolean;
  /** The codes of the passage whose id or label says the same words. */
  readonly codes: readonly CodeId[];
  readonly repairs: readonly Repair[];
  /** Why its text is not shown, when `study.yaml` withholds the passage's whole text. */
  readonly withheld?: string;
}

/** A line or paragraph of a trace that is neither code nor statement (labels, remarks after a fence): kept and shown. */
export interface Remark {
  readonly text: string;
  readonly line: number;
  readonly kind: 'label' | 'prose' | 'marker' | 'comment';
  /** Why its text is not shown: it quotes withheld text. */
  readonly withheld?: string;
}

export interface Passage {
  readonly id: PassageId;
  readonly source: SourceId;
  readonly number: number;
  /** Line of the trace's first marker. */
  readonly line: number;
  readonly excerpts: readonly ExcerptId[];
  readonly openCodes: readonly OpenCode[];
  /** In order of first mention, each once. */
  readonly codes: readonly CodeId[];
  readonly statements: readonly Statement[];
  readonly remarks: readonly Remark[];
  readonly lines: readonly [first: number, last: number];
}

/** One statement of an axial fence, as far as it could be read. `text` is its source, always shown in full. */
export interface Statement {
  readonly kind: 'define' | 'reference' | 'call' | 'assign' | 'prose' | 'other';
  readonly text: string;
  readonly line: number;
  /** Ids it defines, assigns, references or uses, in order of mention, without the metamodel's own names. */
  readonly ids: readonly CodeId[];
  readonly define?: { readonly id: CodeId; readonly kind: string; readonly label: string };
  readonly relations?: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: string;
    readonly detail?: string;
  }[];
  /** True when the salvage pass had to mend it. */
  readonly salvaged: boolean;
  /** Why its text is not shown: it quotes withheld text. Its ids stay. */
  readonly withheld?: string;
}

export interface CodeDefinition {
  readonly source: SourceId;
  readonly passage: PassageId;
  readonly line: number;
  readonly label: string;
  readonly kind: string;
}

/** What `codebook.yaml` says of a code; an absent field is "not recorded". */
export interface CodebookEntry {
  readonly label?: string;
  readonly definition?: string;
  readonly use?: string;
  readonly notUse?: string;
  readonly example?: string;
  readonly parents: readonly string[];
  readonly aliases: readonly string[];
  readonly memo?: string;
}

export interface Code {
  readonly id: CodeId;
  readonly slug: Slug;
  /** First definition's label, else the codebook's, else the id. */
  readonly label: string;
  /** `practice`, `pattern`, `force`, `decision` …; `null` when it is referenced and never defined. */
  readonly kind: string | null;
  readonly definitions: readonly CodeDefinition[];
  /** What the code stands for when it is the variable of a link: `x = a.add_links(b, …)[0]`. */
  readonly link?: { readonly from: string; readonly to: string; readonly kind: string; readonly detail?: string };
  readonly aliases: readonly string[];
  readonly codebook: CodebookEntry | null;
  /** Study order, each once. */
  readonly passages: readonly PassageId[];
  /** Where it is first mentioned, in study order; `null` for codes of the codebook that no passage uses. */
  readonly firstSeen: { readonly source: SourceId; readonly passage: PassageId; readonly line: number } | null;
  /** Codes with the same label (the first fifty), and codes with near-equal spelling: pointed out, never merged. */
  readonly sameLabel: readonly CodeId[];
  readonly similar: readonly CodeId[];
}

/** What the page of an excerpt's id says when the id no longer stands in the notes; the id is never given to other text. */
export interface Tombstone {
  readonly id: ExcerptId;
  readonly source: SourceId;
  readonly status: 'retired' | 'moved';
  readonly since: string;
  /** Release in which it went. */
  readonly gone: string;
  /** First words of what stood there; absent when they must not be shown. */
  readonly words?: string;
  readonly reason?: string;
  /** Ids that carry the text now, or parts of it. */
  readonly to: readonly ExcerptId[];
}

/** A relation between two codes: from an axial statement of a note, or from the companion model. */
export interface Relation {
  readonly from: CodeId;
  readonly to: CodeId;
  /** `has`, `has force`, `is dependent on`, `is next` … */
  readonly kind: string;
  /** Stereotype or impact: `Can Use`, `++` … */
  readonly detail?: string;
  readonly origin: 'notes' | 'model';
  readonly source?: SourceId;
  readonly file?: string;
  readonly line?: number;
}

export interface StudyFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: 'utf-8' | 'windows-1252' | 'mixed' | 'utf-16le' | 'utf-16be';
  /** `note` became a source; `template` and `skipped` did not (a problem says why). */
  readonly role: 'note' | 'mdx' | 'template' | 'skipped' | 'settings';
  readonly source?: SourceId;
  /** The certificate: bytes shown on a page, bytes of structure, bytes ignored with a reason; they add up to `bytes`. */
  readonly account?: { readonly shown: number; readonly structure: number; readonly ignored: number };
}

/** The fields of CITATION.cff, by their names in the Citation File Format 1.2.0. */
export type Citation = Readonly<Record<string, unknown>>;

export interface Settings {
  /** Prefix of citation keys: `[a-z][a-z0-9-]*`. */
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly authors: readonly Author[];
  /** Language of the quotes (BCP 47), `''` when not recorded. */
  readonly language: string;
  /** Language of the site's own words. */
  readonly interface: 'en' | 'de';
  readonly licence: string;
  readonly release: string;
  /** Date of the release as the researcher states it (ISO 8601), `''` when not recorded. Never the clock's. */
  readonly released: string;
  readonly wording: 'verbatim' | 'paraphrased';
  readonly interviews: 'reviewed' | 'withheld' | null;
  readonly show: 'all' | 'coded' | 'none';
  readonly maxWords: number | null;
  readonly withhold: readonly {
    readonly kind: 'source' | 'excerpt' | 'code';
    readonly id: string;
    readonly reason: string;
  }[];
  readonly acknowledge: readonly {
    readonly problem: string;
    readonly source?: string;
    readonly file?: string;
    readonly line?: number;
    readonly reason: string;
  }[];
  readonly renamed: {
    readonly sources: Readonly<Record<string, string>>;
    readonly codes: Readonly<Record<string, string>>;
  };
  readonly outOfScope: readonly {
    readonly kind: 'code' | 'openCode' | 'element';
    readonly id: string;
    readonly reason: string;
  }[];
  readonly order: 'file' | 'id' | 'date' | readonly string[];
  readonly flow: Readonly<Record<string, unknown>> | null;
  /** How many people coded; absent when not recorded. */
  readonly coders?: number;
  readonly contact: string;
  readonly doi: string;
  readonly site: string;
  readonly draft: boolean;
  /** Path of an earlier `study.json`, for the Changes page. */
  readonly previous: string;
}

/** A group of codes from the codebook: the themes that codes have as parents. */
export interface CodeGroup {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
}

/** A statement of the paper and the ids that carry it (`claims.yaml`). */
export interface Claim {
  readonly id: string;
  readonly statement: string;
  readonly section: string;
  readonly evidence: readonly string[];
  readonly line: number;
}

/** What the researchers noted at an excerpt or a source (`memos.yaml`): their words, shown beside the evidence and apart from it. */
export interface Memo {
  /** The id of an excerpt or a source. */
  readonly at: string;
  readonly text: string;
  readonly line: number;
  /** Why its text is not shown: it stands at withheld text or quotes it. */
  readonly withheld?: string;
}

/** What `npm run linkcheck` found out, and when (`links.json`). */
export interface LinkLedger {
  /** ISO date of the check. */
  readonly checked: string;
  readonly results: Readonly<Record<string, LinkResult>>;
}
export interface LinkResult {
  /** HTTP status, or what went wrong: `no such host`, `timeout` … */
  readonly status: number | string;
  readonly ok: boolean;
  /** Date of the first check in a row that failed. */
  readonly since?: string;
}

/** A page of prose that is the researchers' own. */
export interface StudyPage {
  /** Below `pages/`: `method.mdx`. */
  readonly path: string;
  /** MDX as written, without its comments. */
  readonly text: string;
}

export interface Study {
  readonly settings: Settings;
  /** SHA-256 over notes, codebook, model and ledger: the same words give the same digest, whatever the folder. */
  readonly digest: string;
  readonly files: readonly StudyFile[];
  readonly sources: readonly Source[];
  readonly codes: readonly Code[];
  readonly groups: readonly CodeGroup[];
  readonly relations: readonly Relation[];
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
  /** Look-ups over the same objects. */
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly excerptById: ReadonlyMap<string, Excerpt>;
  readonly passageById: ReadonlyMap<string, Passage>;
  readonly codeById: ReadonlyMap<string, Code>;
  /** Absent: no Python model lies beside the notes. */
  readonly companion?: CompanionModel;
  /** Absent: no pages lie beside the notes. */
  readonly pages?: readonly StudyPage[];
  /** Absent: no CITATION.cff lies beside the notes. */
  readonly citation?: Citation;
  /** Absent: there are none. */
  readonly memos?: readonly Memo[];
  /** Absent: links were not checked. */
  readonly links?: LinkLedger;
  /** False when no ledger lies beside the notes: excerpt addresses are then not yet permanent. */
  readonly permanent: boolean;
  readonly tombstones: readonly Tombstone[];
}
