// In: a study with a companion model. Out: exports/model.json, one record a line, and its JSON Schema; no files without a model.
//
// | CodeableModels                        | model.json                                                           |
// |---------------------------------------|----------------------------------------------------------------------|
// | CClass                                | classes[]; kind is the metaclass's name                              |
// | link of "has", «Option» dependency    | options[]; the links themselves also stand in links[]                |
// | link of "has force"                   | forces[]; its stereotypes are the impact                             |
// | link of "contains codes"              | evidence[]                                                           |
// | any other link                        | links[], from the association's first end to its second              |
// | CBundle                               | views[]                                                              |

import type { CompanionModel } from '../model/companion/types.ts';
import type { Problem } from '../problems/problem.ts';
import type { ExportFormat } from './format.ts';
import { list, oneOf, orNull, record, text, type Schema } from './json-schema.ts';

export const modelJson: ExportFormat = {
  id: 'model-json',
  title: 'The companion model (JSON)',
  purpose:
    'Decisions, options, forces, links, evidence and views of the model, for anyone who would draw or count it anew.',
  follows:
    'RFC 8259; described by model.schema.json (JSON Schema 2020-12); terms of the CodeableModels guidance metamodel',
  files: ({ study: { companion, problems, settings, digest } }) =>
    companion === undefined
      ? []
      : [
          {
            path: 'exports/model.json',
            mediaType: 'application/json',
            write: () => writeModelJson(companion, problems, { release: settings.release, digest }),
          },
          {
            path: 'exports/model.schema.json',
            mediaType: 'application/schema+json',
            write: () => [`${JSON.stringify(modelSchema, null, 2)}\n`],
          },
        ],
};

/** Pieces of model.json; of the study's problems it holds those of the model. */
export function* writeModelJson(
  model: CompanionModel,
  problems: readonly Problem[],
  study: { readonly release: string; readonly digest: string },
): Generator<string> {
  yield '{\n"$schema": "model.schema.json",\n"format": 1';
  yield `,\n"study": ${JSON.stringify(study)}`;
  yield `,\n"files": ${JSON.stringify(model.files)}`;
  yield* section('classes', model.classes);
  yield* section('options', model.options);
  yield* section('forces', model.forces);
  yield* section('links', model.links);
  yield* section('evidence', model.evidence);
  yield* section('views', model.views);
  yield* section('problems', problems.filter((one) => one.code.startsWith('model-')).map(problemRecord));
  yield '\n}\n';
}

function* section(name: string, records: readonly object[]): Generator<string> {
  yield `,\n${JSON.stringify(name)}: [`;
  let before = '\n';
  for (const one of records) {
    yield before + JSON.stringify(one);
    before = ',\n';
  }
  yield '\n]';
}

const problemRecord = ({ code, severity, message, place }: Problem): object => ({
  code,
  severity,
  message,
  file: place.file,
  line: place.line,
  column: place.column,
});

const line: Schema = { type: 'integer', minimum: 1 };
const place = { file: text('Path of the model file'), line };
const id = orNull(text('Name of the variable; null when none stands for it any more'));

export const modelSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A companion model as Catena reads it',
  type: 'object',
  properties: {
    $schema: text(),
    format: { enum: [1] },
    study: record({ release: text(), digest: text('SHA-256 of the study') }),
    files: list(text(), 'Files that were read as model'),
    classes: list(
      record({
        id,
        label: text(),
        kind: text('Name of the metaclass: Decision, Pattern, Practice, Force, Domain Class, Source …'),
        superclasses: list(text()),
        ...place,
      }),
    ),
    options: list(
      record({
        decision: id,
        option: id,
        name: text('Words of the option, empty when it has none'),
        by: oneOf('has', 'is dependent on'),
        ...place,
      }),
    ),
    forces: list(record({ solution: id, force: id, impact: list(text('++ + o - -- +/-')), ...place })),
    links: list(
      record(
        {
          id,
          from: id,
          to: id,
          association: orNull(text('Name in the metamodel; null for the two that have none')),
          stereotypes: list(text()),
          ...place,
        },
        { how: text(), role: text(), name: text() },
      ),
      'In true direction; forces and evidence have lists of their own',
    ),
    evidence: list(record({ source: id, code: id, ...place }), 'A code can be the id of a link'),
    views: list(record({ id, name: text(), elements: list(text()), ...place })),
    problems: list(
      record({
        code: text(),
        severity: oneOf('error', 'warning', 'info'),
        message: text(),
        ...place,
        column: line,
      }),
    ),
  },
  required: ['format', 'study', 'files', 'classes', 'options', 'forces', 'links', 'evidence', 'views', 'problems'],
};
