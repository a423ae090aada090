// The theory that a study's companion model tells: classes, options, forces, links, evidence and views, as plain data in file order.

/** Where it stands in a model file; `line` from 1. */
export interface ModelPlace {
  readonly file: string;
  readonly line: number;
}

/** A class, source or reference: `id = CClass(kind, "Label")`. */
export interface ModelClass extends ModelPlace {
  /** The variable's name; `null` when no name stands for it any more. */
  readonly id: string | null;
  readonly label: string;
  /** Name of its metaclass: `Decision`, `Pattern`, `Do Nothing` … */
  readonly kind: string;
  /** Ids of its superclasses, those without id left out. */
  readonly superclasses: readonly string[];
}

export interface ModelOption extends ModelPlace {
  readonly decision: string | null;
  readonly option: string | null;
  /** The words of the option; `''` when it has none. */
  readonly name: string;
  /** A link «has», or a dependency called «Option». */
  readonly by: 'has' | 'is dependent on';
}

export interface ModelForce extends ModelPlace {
  readonly solution: string | null;
  readonly force: string | null;
  /** `++ + o - -- +/-`, usually one; none when the impact is not said. */
  readonly impact: readonly string[];
}

/** Every link but forces and evidence, in its true direction: from the association's first end to its second. */
export interface ModelLink extends ModelPlace {
  /** The variable that holds the link, when one does: it can itself be evidence. */
  readonly id: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** `null` for the two associations that have no name. */
  readonly association: string | null;
  readonly stereotypes: readonly string[];
  readonly how?: string;
  readonly role?: string;
  readonly name?: string;
}

export interface ModelEvidence extends ModelPlace {
  readonly source: string | null;
  /** A code's id, or that of a link. */
  readonly code: string | null;
}

export interface ModelView extends ModelPlace {
  readonly id: string | null;
  readonly name: string;
  /** Ids in the order in which they were reached; what has no id is left out. */
  readonly elements: readonly string[];
}

export interface CompanionModel {
  /** The files that were read as model, by path. */
  readonly files: readonly string[];
  readonly classes: readonly ModelClass[];
  readonly options: readonly ModelOption[];
  readonly forces: readonly ModelForce[];
  readonly links: readonly ModelLink[];
  readonly evidence: readonly ModelEvidence[];
  readonly views: readonly ModelView[];
}
