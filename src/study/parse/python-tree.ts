// The shape of Python that we understand: a small tree of plain data. Spans are UTF-16 offsets in the file's decoded text.

import type { Span } from '../problems/place.ts';

export interface PyName extends Span {
  readonly kind: 'name';
  readonly name: string;
}

export interface PyString extends Span {
  readonly kind: 'string';
  /** Decoded; adjacent literals are joined. */
  readonly value: string;
}

export interface PyList extends Span {
  readonly kind: 'list';
  readonly form: 'list' | 'tuple' | 'set';
  readonly items: readonly PyExpression[];
}

export interface PyDict extends Span {
  readonly kind: 'dict';
  readonly entries: readonly { readonly key: PyExpression; readonly value: PyExpression }[];
}

export interface PyCall extends Span {
  readonly kind: 'call';
  readonly callee: PyExpression;
  readonly positional: readonly PyExpression[];
  readonly keywords: readonly (Span & { readonly name: string; readonly value: PyExpression })[];
}

export interface PyAttribute extends Span {
  readonly kind: 'attribute';
  readonly object: PyExpression;
  readonly name: string;
}

export interface PyError extends Span {
  readonly kind: 'error';
  readonly reason: 'syntax' | 'too-deep' | 'unsupported';
  /** What stands there, in the parser's words (`LambdaExpression`). */
  readonly what: string;
}

export type PyExpression =
  | PyName
  | PyString
  | PyList
  | PyDict
  | PyCall
  | PyAttribute
  | PyError
  | (Span & { readonly kind: 'number'; readonly value: number })
  | (Span & { readonly kind: 'boolean'; readonly value: boolean })
  | (Span & { readonly kind: 'none' })
  | (Span & { readonly kind: 'subscript'; readonly object: PyExpression; readonly index: PyExpression })
  /** `a + b + c`, flat: its length is no nesting. */
  | (Span & { readonly kind: 'sum'; readonly operands: readonly PyExpression[] })
  /** `[item for variable in iterable]`. */
  | (Span & {
      readonly kind: 'comprehension';
      readonly item: PyExpression;
      readonly variable: string;
      readonly iterable: PyExpression;
    });

export interface PyImport extends Span {
  readonly kind: 'import';
  /** `package.module`, with leading dots when it is relative. */
  readonly module: string;
  /** `null` for `import module`; `'*'` for everything. */
  readonly names: readonly { readonly name: string; readonly as: string; readonly span: Span }[] | '*' | null;
  /** For `import module as name`. */
  readonly as: string;
}

export type PyStatement =
  | PyImport
  | (Span & { readonly kind: 'assign'; readonly targets: readonly PyExpression[]; readonly value: PyExpression })
  | (Span & { readonly kind: 'expression'; readonly value: PyExpression })
  | (Span & {
      readonly kind: 'for';
      readonly variable: PyExpression;
      readonly iterable: PyExpression;
      readonly body: readonly PyStatement[];
    })
  | (Span & {
      readonly kind: 'def';
      readonly name: string;
      readonly parameters: readonly string[];
      readonly body: readonly PyStatement[];
    })
  /** Read past: `what` is the parser's name of it (`PassStatement`, `WhileStatement`). */
  | (Span & { readonly kind: 'other'; readonly what: string });

export interface PyReading {
  readonly statements: readonly PyStatement[];
  /** Places that are no Python, nest too deep, or lie outside what we understand. */
  readonly errors: readonly PyError[];
}
