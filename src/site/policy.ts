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

export const pagePolicy = directives.join('; ');

/** The search page runs Pagefind, which is WebAssembly. */
export const searchPolicy = directives
  .map((directive) => (directive.startsWith('script-src') ? `${directive} 'wasm-unsafe-eval'` : directive))
  .join('; ');
