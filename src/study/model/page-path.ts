// In: nothing. Out: the form of a prose page's path below `pages/`: its address is its path, so that it has letters, digits, dots, hyphens
// and underscores, which every server and disk leaves alone.

export const pagePathForm = '^(?:[A-Za-z0-9][A-Za-z0-9_.-]*/)*[A-Za-z0-9][A-Za-z0-9_.-]*\\.mdx$';

const form = new RegExp(pagePathForm, 'u');
export const isPagePath = (path: string): boolean => form.test(path);
