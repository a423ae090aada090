// Out: the two content security policies. The layout writes one of them first in the head of every page.

const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;

/** The development server puts styles into the page itself, and talks to it over a web socket; a built site does neither. */
const allowance: Readonly<Record<string, string>> = { 'style-src': " 'unsafe-inline'", 'connect-src': ' ws:' };

const live = (import.meta as { env?: { DEV?: boolean } }).env?.DEV === true; // absent in plain Node

const policy = (script: string): string =>
  directives
    .map((directive) => {
      const name = directive.slice(0, directive.indexOf(' '));
      return `${directive}${name === 'script-src' ? script : ''}${live ? (allowance[name] ?? '') : ''}`;
    })
    .join('; ');

export const pagePolicy = policy('');

/** The search page runs Pagefind, which is WebAssembly. */
export const searchPolicy = policy(" 'wasm-unsafe-eval'");
