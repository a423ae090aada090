// In: a built site. Out: it is served on this machine, under its base path, until the process ends.

import { createReadStream, fstatSync, openSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isAbsolute, join, relative, sep } from 'node:path';
import { mediaType } from './media-types.ts';

export interface Serving {
  /** `http://127.0.0.1:4321/my-review/` */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';
const firstPort = 4321;

/** With a port given, that one or an error; else 4321 or the next free one. */
export async function serve(site: string, base: string, port: number | null): Promise<Serving> {
  const server = createServer((request, response) => {
    answer(site, base, request, response);
  });
  const taken = port === null ? await firstFree(server) : await listen(server, port);
  return { address: `http://${host}:${taken}${base}`, close: () => stop(server) };
}

async function firstFree(server: Server): Promise<number> {
  for (let port = firstPort; port < firstPort + 100; port++) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')))
        throw error;
    }
  }
  return listen(server, 0);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    const failed = (error: Error): void => fail(error);
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

function answer(site: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', ...plain }).end('Only GET and HEAD are answered here.\n');
    return;
  }
  const address = URL.parse((request.url ?? '/').replace(/^\/+/, '/'), `http://${host}`);
  if (!address) return missing(site, request, response);
  const { pathname, search } = address;
  if (pathname === base.slice(0, -1)) return redirect(response, base + search);
  if (!pathname.startsWith(base)) return missing(site, request, response);
  const path = decoded(pathname.slice(base.length));
  const file = path === undefined ? undefined : locate(site, path);
  if (file === undefined) return missing(site, request, response);
  if (file === 'folder') return redirect(response, `${pathname}/${search}`);
  send(file, 200, request, response);
}

const plain = { 'content-type': 'text/plain; charset=utf-8' };

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

interface Found {
  readonly path: string;
}

/** A file of the site; `folder` when a slash is missing at the end; nothing outside the site, links included. */
function locate(site: string, path: string): Found | 'folder' | undefined {
  const parts = path.split('/');
  if (parts.some((part) => part === '..' || part === '.' || /[\0\\]/.test(part))) return undefined;
  try {
    const root = realpathSync(site);
    const wanted = realpathSync(join(root, ...parts));
    const way = relative(root, wanted);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined;
    const stats = statSync(wanted);
    if (stats.isFile()) return path.endsWith('/') ? undefined : { path: wanted };
    if (!stats.isDirectory()) return undefined;
    if (path !== '' && !path.endsWith('/')) return 'folder';
    const index = join(wanted, 'index.html');
    return statSync(index).isFile() ? { path: index } : undefined;
  } catch {
    return undefined;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location, ...plain }).end(`${location}\n`);
}

function missing(site: string, request: IncomingMessage, response: ServerResponse): void {
  const page = locate(site, '404.html');
  if (page !== undefined && page !== 'folder') return send(page, 404, request, response);
  response.writeHead(404, plain).end('There is no such page.\n');
}

/** Opened once, so that a build that takes its place meanwhile cannot mix two files. */
function send(file: Found, status: number, request: IncomingMessage, response: ServerResponse): void {
  let descriptor;
  try {
    descriptor = openSync(file.path, 'r');
  } catch {
    response.writeHead(404, plain).end('There is no such page.\n');
    return;
  }
  response.writeHead(status, {
    'content-type': mediaType(file.path),
    'content-length': fstatSync(descriptor).size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  const stream = createReadStream('', { fd: descriptor });
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  if (request.method === 'HEAD') {
    stream.destroy();
    response.end();
    return;
  }
  stream.pipe(response);
}
