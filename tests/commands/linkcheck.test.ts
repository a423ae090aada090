import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/commands/links/ask.ts';
import { checkLinks } from '../../src/commands/links/check-links.ts';
import { readLedgerFile, writeLedgerFile } from '../../src/commands/links/ledger-file.ts';
import { isPrivateAddress } from '../../src/commands/links/private-address.ts';
import { UsageError } from '../../src/commands/usage.ts';

const seen: string[] = [];
let most = 0;
let open = 0;
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers['user-agent'] ?? ''}`);
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => (open -= 1));
    const path = request.url ?? '';
    const answer = (status: number, headers: Record<string, string> = {}) =>
      response.writeHead(status, headers).end('x'.repeat(100));
    if (path === '/ok') return answer(200);
    if (path === '/get-only') return answer(request.method === 'HEAD' ? 405 : 200);
    if (path === '/head-404') return answer(request.method === 'HEAD' ? 404 : 200);
    if (path === '/gone') return answer(410);
    if (path === '/moved') return answer(301, { location: '/moved-again' });
    if (path === '/moved-again') return answer(302, { location: `${base}/ok` });
    if (path === '/loop') return answer(302, { location: '/loop' });
    if (path === '/file') return answer(302, { location: 'file:///etc/hostname' });
    if (path === '/slow') return undefined;
    if (path === '/broken') return request.socket.destroy();
    return answer(404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`; // it listens on a port
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const local = { timeout: 2_000, refusePrivate: false };
const asked = (path: string, options = local) => ask(`${base}${path}`, options);

describe('asking an address', () => {
  it('follows redirects, and takes GET where HEAD is refused', async () => {
    expect(await asked('/ok')).toEqual({ status: 200, ok: true });
    expect(await asked('/moved')).toEqual({ status: 200, ok: true });
    expect(await asked('/get-only')).toEqual({ status: 200, ok: true });
    expect(await asked('/head-404')).toEqual({ status: 200, ok: true });
    expect(seen.filter((line) => line.includes('/ok')).every((line) => line.startsWith('HEAD'))).toBe(true);
    expect(seen[0]).toContain('catena-linkcheck');
  });

  it('says in words what went wrong, and never throws', async () => {
    expect(await asked('/nothing')).toEqual({ status: 404, ok: false });
    expect(await asked('/gone')).toEqual({ status: 410, ok: false });
    expect(await asked('/loop')).toEqual({ status: 'too many redirects', ok: false });
    expect(await asked('/file')).toEqual({ status: 'redirect to no web address', ok: false });
    expect(await asked('/broken')).toEqual({ status: 'connection broken', ok: false });
    expect(await asked('/slow', { ...local, timeout: 300 })).toEqual({ status: 'timeout', ok: false });
    expect(await ask('http://127.0.0.1:1/', local)).toEqual({ status: 'connection refused', ok: false });
  });

  it('never knocks at the own network: by number, by name, or through a redirect', async () => {
    const before = seen.length;
    const guarded = { timeout: 2_000, refusePrivate: true };
    expect(await asked('/ok', guarded)).toEqual({ status: 'private address', ok: false });
    expect(await ask(`${base.replace('127.0.0.1', 'localhost')}/ok`, guarded)).toEqual({
      status: 'private address',
      ok: false,
    });
    expect(await ask(`${base.replace('127.0.0.1', '[::ffff:127.0.0.1]')}/ok`, guarded)).toEqual({
      status: 'private address',
      ok: false,
    });
    expect(await ask(`${base.replace('127.0.0.1', '2130706433')}/ok`, guarded)).toEqual({
      status: 'private address',
      ok: false,
    });
    expect(seen.length).toBe(before);
  });

  it.each([
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['::1', true],
    ['::', true],
    ['fe80::1%eth0', true],
    ['fd00::1', true],
    ['::ffff:10.0.0.1', true],
    ['[::1]', true],
    ['64:ff9b::a00:1', true],
    ['8.8.8.8', false],
    ['2606:4700::1111', false],
    ['nonsense', true],
    ['255.255.255.255', true],
  ])('%s is private: %s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected);
  });
});

describe('a check of many links', () => {
  it('asks each address once, and each host one at a time', async () => {
    most = 0;
    const before = seen.length;
    const addresses = ['/ok', '/ok', '/moved-again', '/gone'].map((path) => `${base}${path}`);
    const ledger = await checkLinks(addresses, null, {
      today: '2024-05-06',
      atOnce: 6,
      ask: (address) => ask(address, local),
    });
    expect(Object.keys(ledger.results)).toEqual([`${base}/gone`, `${base}/moved-again`, `${base}/ok`]);
    expect(most).toBe(1);
    expect(seen.slice(before).filter((line) => line.includes('HEAD /ok'))).toHaveLength(2);
  });

  it('keeps the day since which a link is dead, and forgets it when it answers again', async () => {
    const answers = new Map([
      ['https://a.example/', { status: 404, ok: false }],
      ['https://b.example/', { status: 200, ok: true }],
      ['https://c.example/', { status: 404, ok: false }],
    ]);
    const check = (today: string, earlier: Parameters<typeof checkLinks>[1]) =>
      checkLinks([...answers.keys()], earlier, {
        today,
        atOnce: 2,
        ask: (address) => Promise.resolve(answers.get(address) ?? { status: 0, ok: false }),
      });
    const first = await check('2024-01-01', {
      checked: '2023-01-01',
      results: {
        'https://a.example/': { status: 'timeout', ok: false, since: '2022-02-02' },
        'https://b.example/': { status: 404, ok: false, since: '2022-02-02' },
        'https://c.example/': { status: 200, ok: true },
      },
    });
    expect(first).toEqual({
      checked: '2024-01-01',
      results: {
        'https://a.example/': { status: 404, ok: false, since: '2022-02-02' },
        'https://b.example/': { status: 200, ok: true },
        'https://c.example/': { status: 404, ok: false, since: '2024-01-01' },
      },
    });
  });

  it('asks different hosts at once, but no more than it may', async () => {
    let running = 0;
    let highest = 0;
    const slow = async () => {
      running += 1;
      highest = Math.max(highest, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return { status: 200, ok: true };
    };
    const hosts = Array.from({ length: 20 }, (_, index) => `https://h${String(index)}.example/`);
    const ledger = await checkLinks(hosts, null, { today: '2024-01-01', atOnce: 4, ask: slow });
    expect(Object.keys(ledger.results)).toHaveLength(20);
    expect(highest).toBe(4);
  });
});

describe('links.json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catena-links-'));
  const path = join(folder, 'links.json');
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is written whole and read back; nothing else stays in the folder', async () => {
    expect(await readLedgerFile(path)).toBeNull();
    const ledger = {
      checked: '2024-01-01',
      results: { 'https://a.example/': { status: 404, ok: false, since: '2024-01-01' } },
    };
    await writeLedgerFile(path, ledger);
    expect(await readLedgerFile(path)).toEqual(ledger);
    expect(readdirSync(folder)).toEqual(['links.json']);
  });

  it.each(['', '[]', '{"checked":"yesterday","results":{}}', '{"checked":"2024-01-01","results":{"a":{"status":1}}}'])(
    'that holds %j is not overwritten',
    async (text) => {
      writeFileSync(path, text);
      await expect(readLedgerFile(path)).rejects.toThrow(UsageError);
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catena-linkcheck-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (...words: string[]) => {
    const command = new URL('../../src/commands/linkcheck.ts', import.meta.url).pathname;
    return spawnSync(process.execPath, [command, '--study', '.', ...words], { cwd: folder, encoding: 'utf8' });
  };

  it('writes nothing when no server answered at all, or when it was called wrongly', () => {
    writeFileSync(join(folder, 's1.md'), `# s1\n\n## url\n${base}/ok\n\n## title\nBread\n\n> Bread needs time.\n`);
    const refused = run('--date', '2024-01-01');
    expect(refused.stdout).toContain(`FAIL private address ${base}/ok`);
    expect(refused.stderr).toContain('is this machine online?');
    expect(refused.status).toBe(1);
    expect(run('--date', 'yesterday').status).toBe(2);
    expect(run('--timeout', '0').status).toBe(2);
    expect(readdirSync(folder)).toEqual(['s1.md']);
  });

  it('writes an empty result for a study without addresses', () => {
    writeFileSync(join(folder, 's1.md'), '# s1\n\n## title\nBread\n\n> Bread needs time.\n');
    expect(run('--date', '2024-01-01').status).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'links.json'), 'utf8'))).toEqual({
      checked: '2024-01-01',
      results: {},
    });
  });
});
