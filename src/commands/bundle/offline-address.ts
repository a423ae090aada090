// In: an address as a page of a site at `/` writes it, and the page that writes it. Out: the same place from a folder on a disk:
// relative, and with the name of the page's file, which a server would add by itself.

/** Paths below the site's root: `s/s6/index.html`. */
export type HasFile = (path: string) => boolean;

/** Only addresses of the site itself, which begin with one slash, are changed. */
export function offlineAddress(address: string, page: string, has: HasFile): string {
  if (!/^\/(?!\/)/.test(address)) return address;
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/s.exec(address) ?? [];
  return relativePath(page, fileOf(path, has)) + rest;
}

function fileOf(path: string, has: HasFile): string {
  const name = decoded(path);
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return !has(name) && has(`${name}/index.html`) ? `${path}/index.html` : path;
}

/** From one file to another: `../../_astro/Page.css`. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  const shared = folders.findIndex((folder, at) => folder !== parts[at]);
  const common = Math.min(shared === -1 ? folders.length : shared, parts.length - 1);
  return [...folders.slice(common).map(() => '..'), ...parts.slice(common)].join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
