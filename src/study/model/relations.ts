// In: the statements of all passages, and the companion model. Out: the relations between codes, each in its true direction, with its origin.

import type { CompanionModel } from './companion/types.ts';
import { codeId } from './ids.ts';
import type { Relation, Source } from './study.ts';

export const relationsOf = (sources: readonly Source[], model: CompanionModel | null): readonly Relation[] => [
  ...sources.flatMap(relationsOfNotes),
  ...(model ? relationsOfModel(model) : []),
];

const relationsOfNotes = (source: Source): readonly Relation[] =>
  source.passages.flatMap((passage) =>
    passage.statements.flatMap((statement) =>
      (statement.relations ?? []).map(({ from, to, kind, detail }): Relation => ({
        from: codeId(from),
        to: codeId(to),
        kind,
        ...(detail === undefined ? {} : { detail }),
        origin: 'notes',
        source: source.id,
        file: source.file,
        line: statement.line,
      })),
    ),
  );

/** Links of the model whose two ends have a name; evidence is no relation between codes. */
function relationsOfModel(model: CompanionModel): readonly Relation[] {
  const rows = [
    ...model.links.map((link) => ({
      ...link,
      kind: link.association ?? 'belongs to',
      detail: link.stereotypes.join(', '),
    })),
    ...model.forces.map((force) => ({
      ...force,
      from: force.solution,
      to: force.force,
      kind: 'has force',
      detail: force.impact.join(', '),
    })),
  ];
  return rows.flatMap(({ from, to, kind, detail, file, line }): readonly Relation[] =>
    from === null || to === null
      ? []
      : [
          {
            from: codeId(from),
            to: codeId(to),
            kind,
            ...(detail === '' ? {} : { detail }),
            origin: 'model',
            file,
            line,
          },
        ],
  );
}
