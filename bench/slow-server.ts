// In: a built site. Out: it is served as over a real line: everything compressible gzipped, 10 Mbit/s for all answers together, 40 ms
// before each begins. The line is slow here and not in the browser, whose own throttling does not reach Pagefind's worker.

import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { mediaType } from '../src/commands/media-types.ts';

export interface SlowServer {
  readonly address: string;
  /** What went over the line since it was last asked, by path: bodies as sent, and 300 bytes of headers for each. */
  readonly taken: () => ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

const bytesAMillisecond = 10_000_000 / 8 / 1000;
const latency = 40;
const headers = 300;
const chunk = 4096;

export async function slowServer(site: string): Promise<SlowServer> {
  let sent = new Map<string, number>();
  let free = 0;
  const count = (path: string, bytes: number): void => void sent.set(path, (sent.get(path) ?? 0) + bytes);
  // One line for all answers: a piece goes when the pieces before it are through.
  const pass = async (path: string, bytes: number): Promise<void> => {
    free = Math.max(free, performance.now()) + bytes / bytesAMillisecond;
    const left = free - performance.now();
    if (left > 1) await wait(left);
    count(path, bytes);
  };
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    await wait(latency);
    const file = packed(site, path);
    if (file === undefined) {
      await pass(path, headers);
      response.writeHead(404).end();
      return;
    }
    await pass(path, headers);
    response.writeHead(200, { 'content-type': file.type, ...(file.gzip ? { 'content-encoding': 'gzip' } : {}) });
    for (let at = 0; at < file.bytes.length; at += chunk) {
      const piece = file.bytes.subarray(at, at + chunk);
      await pass(path, piece.length);
      response.write(piece);
    }
    response.end();
  };
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://localhost').pathname, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    taken: () => {
      const before = sent;
      sent = new Map();
      return before;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Packed {
  readonly type: string;
  readonly bytes: Buffer;
  readonly gzip: boolean;
}

const known = new Map<string, Packed>();

/** As a host sends it: text compressed, what is compressed already as it is. */
function packed(site: string, path: string): Packed | undefined {
  const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
  const before = known.get(file);
  if (before !== undefined) return before;
  try {
    const plain = readFileSync(file);
    const type = mediaType(file);
    const gzip = /^text\/|json|javascript|xml|svg/.test(type);
    const made = { type, gzip, bytes: gzip ? gzipSync(plain) : plain };
    known.set(file, made);
    return made;
  } catch {
    return undefined;
  }
}
