// The small server gives the site's files and nothing else.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/commands/serve.ts';

let folder: string;
let site: string;
let root: Serving;
let below: Serving;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catena-serve-'));
  site = join(folder, 'site');
  mkdirSync(join(site, 's', 's6'), { recursive: true });
  mkdirSync(join(site, 'bare'));
  writeFileSync(join(site, 'index.html'), 'home');
  writeFileSync(join(site, '404.html'), 'nothing here');
  writeFileSync(join(site, 's', 's6', 'index.html'), 'six');
  writeFileSync(join(site, 'data.csv'), 'a,b');
  writeFileSync(join(site, 'a b#c?.txt'), 'odd');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'leak.txt'));
  root = await serve(site, '/', null);
  below = await serve(site, '/my-review/', null);
});

afterAll(async () => {
  await root.close();
  await below.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The path goes out as written: `fetch` would take `..` out of it first. */
function get(
  serving: Serving,
  path: string,
  method = 'GET',
): Promise<{ status: number; type: string; to: string; body: string }> {
  const { hostname, port } = new URL(serving.address);
  return new Promise((done, fail) => {
    const request = ask({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        const { 'content-type': type = '', location: to = '' } = response.headers;
        done({ status: response.statusCode ?? 0, type, to, body });
      });
    });
    request.on('error', fail).end();
  });
}

describe('the server', () => {
  it.each([
    ['/', 200, 'home', 'text/html; charset=utf-8'],
    ['/?q=1', 200, 'home', 'text/html; charset=utf-8'],
    ['/s/s6/', 200, 'six', 'text/html; charset=utf-8'],
    ['/data.csv', 200, 'a,b', 'text/csv; charset=utf-8'],
    ['/a%20b%23c%3F.txt', 200, 'odd', 'text/plain; charset=utf-8'],
    ['/nobody/', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/bare/', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/data.csv/', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/leak.txt', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/../secret.txt', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/%2e%2e/secret.txt', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/s/..%2f..%2f..%2fsecret.txt', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/..%5csecret.txt', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/%00', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['/%E0%A4%A', 404, 'nothing here', 'text/html; charset=utf-8'],
    ['http://[', 404, 'nothing here', 'text/html; charset=utf-8'],
  ])('answers %s with %i', async (path, status, body, type) => {
    expect(await get(root, path)).toMatchObject({ status, body, type });
  });

  it('adds the slash that a folder’s address lacks, and keeps the query', async () => {
    expect(await get(root, '/s/s6?q=1')).toMatchObject({ status: 301, to: '/s/s6/?q=1' });
  });

  it('never leads to another host', async () => {
    expect((await get(root, '//evil.example/s/s6')).to).not.toMatch(/^\/\//);
    expect((await get(root, '//s/s6')).to).toBe('/s/s6/');
  });

  it('serves under the base path alone', async () => {
    expect(await get(below, '/my-review/s/s6/')).toMatchObject({ status: 200, body: 'six' });
    expect(await get(below, '/my-review')).toMatchObject({ status: 301, to: '/my-review/' });
    expect(await get(below, '/s/s6/')).toMatchObject({ status: 404 });
    expect(await get(below, '/my-reviews/')).toMatchObject({ status: 404 });
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    expect(await get(root, '/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await get(root, '/', 'POST')).toMatchObject({ status: 405 });
    expect(await get(root, '/', 'DELETE')).toMatchObject({ status: 405 });
  });

  it('takes another port when the first is taken, and fails when it was asked for that one', async () => {
    const port = Number(new URL(root.address).port);
    expect(Number(new URL(below.address).port)).not.toBe(port);
    await expect(serve(site, '/', port)).rejects.toThrow(/EADDRINUSE/);
  });
});
