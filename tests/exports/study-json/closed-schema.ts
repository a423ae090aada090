// In: a schema. Out: the same schema, refusing every field that it does not name.

import type { Schema } from '../../../src/study/exports/json-schema.ts';

// The published schema stays open; closed, it shows a field that is written and described nowhere.
export function closed(schema: Schema): object {
  const properties = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, closed(field)] as const);
  return {
    ...schema,
    ...(schema.$defs === undefined
      ? {}
      : { $defs: Object.fromEntries(Object.entries(schema.$defs).map(([name, part]) => [name, closed(part)])) }),
    ...(schema.items === undefined ? {} : { items: closed(schema.items) }),
    ...(schema.anyOf === undefined ? {} : { anyOf: schema.anyOf.map(closed) }),
    ...(schema.properties === undefined
      ? {}
      : { properties: Object.fromEntries(properties), additionalProperties: false }),
  };
}
