// In: a JSON value and a schema. Out: where it does not fit, as JSON pointers with a reason; and short words to write a schema with.
// Knows the keywords of `Schema` and no others: enough to read a file back without a validator that compiles code at run time.

/** The keywords of JSON Schema that this schema uses; `misfits` knows exactly these. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | null)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly anyOf?: readonly Schema[];
}

export const text = (description?: string): Schema =>
  description === undefined ? { type: 'string' } : { type: 'string', description };
export const flag = (description: string): Schema => ({ type: 'boolean', description });
export const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
export const oneOf = (...values: readonly (string | null)[]): Schema => ({ enum: values });
export const list = (items: Schema, description?: string): Schema =>
  description === undefined ? { type: 'array', items } : { type: 'array', items, description };
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const record = (
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const words = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

export interface Misfit {
  /** JSON pointer (RFC 6901), `''` for the whole document. */
  readonly pointer: string;
  readonly expected: string;
}

/** The first `limit` misfits in document order; empty when the value fits. */
export function misfits(value: unknown, schema: Schema, limit = 20): Misfit[] {
  const found: Misfit[] = [];
  check(value, schema, '', { root: schema, found, limit, patterns: new Map() });
  return found;
}

interface Checking {
  readonly root: Schema;
  readonly found: Misfit[];
  readonly limit: number;
  readonly patterns: Map<string, RegExp>;
}

function check(value: unknown, schema: Schema, pointer: string, checking: Checking): void {
  if (checking.found.length >= checking.limit) return;
  if (schema.$ref !== undefined) return check(value, definition(schema.$ref, checking.root), pointer, checking);
  if (schema.anyOf !== undefined) return checkAny(value, schema.anyOf, pointer, checking);
  const reason = misfit(value, schema, checking);
  if (reason !== null) {
    checking.found.push({ pointer, expected: reason });
    return;
  }
  if (Array.isArray(value) && schema.items !== undefined) {
    for (const [index, item] of value.entries()) check(item, schema.items, `${pointer}/${index}`, checking);
  } else if (isRecord(value)) checkFields(value, schema, pointer, checking);
}

function checkAny(value: unknown, branches: readonly Schema[], pointer: string, checking: Checking): void {
  const nearest = branches
    .map((branch) => {
      const found: Misfit[] = [];
      check(value, branch, pointer, { ...checking, found, limit: 1 });
      return found;
    })
    // The branch whose misfit lies deepest is the one that was meant.
    .reduce((best, found) => (found.length === 0 || depth(found) > depth(best) ? found : best));
  checking.found.push(...nearest);
}

const depth = (found: readonly Misfit[]): number => found[0]?.pointer.split('/').length ?? Infinity;

function checkFields(value: Record<string, unknown>, schema: Schema, pointer: string, checking: Checking): void {
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name) && checking.found.length < checking.limit)
      checking.found.push({ pointer, expected: `a field "${name}"` });
  }
  for (const [name, field] of Object.entries(value)) {
    const fieldSchema =
      schema.properties !== undefined && Object.hasOwn(schema.properties, name)
        ? schema.properties[name]
        : schema.additionalProperties;
    if (fieldSchema !== undefined) check(field, fieldSchema, `${pointer}/${escapePointer(name)}`, checking);
  }
}

function misfit(value: unknown, schema: Schema, { patterns }: Checking): string | null {
  if (schema.enum !== undefined && !schema.enum.some((allowed) => allowed === value))
    return `one of ${schema.enum.map((allowed) => JSON.stringify(allowed)).join(', ')}`;
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types !== undefined && !types.some((type) => isOfType(value, type)))
    return `a value of type ${types.join(' or ')}`;
  if (typeof value === 'string' && schema.pattern !== undefined && !patternOf(schema.pattern, patterns).test(value))
    return `text like ${schema.pattern}`;
  if (typeof value === 'number' && value < (schema.minimum ?? -Infinity)) return `a number from ${schema.minimum}`;
  if (Array.isArray(value) && (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)))
    return `${schema.minItems} to ${schema.maxItems} items`;
  return null;
}

function patternOf(source: string, patterns: Map<string, RegExp>): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const definition = (reference: string, root: Schema): Schema => root.$defs?.[reference.slice('#/$defs/'.length)] ?? {};

const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
