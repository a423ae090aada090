// In: one address. Out: what its server answers after redirects: HEAD, and GET where HEAD is refused; nothing of a page is kept.

import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

export interface AskOptions {
  /** Milliseconds for one address, redirects included. */
  readonly timeout: number;
  /** Hosts in the own network are refused, by name and by number; tests ask a server on 127.0.0.1. */
  readonly refusePrivate: boolean;
}

export interface Answer {
  /** HTTP status of the last page, or what went wrong in words that stay the same on every machine. */
  readonly status: number | string;
  readonly ok: boolean;
}

const mostRedirects = 8;
const agent = 'catena-linkcheck/1.0 (checks the sources of a literature review; one request a page)';

export async function ask(address: string, options: AskOptions): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeout);
  try {
    const head = await follow(address, 'HEAD', options, signal);
    // Some servers know no HEAD, or answer it with an error of any kind: only GET is what a reader sends.
    const status = head >= 400 ? await follow(address, 'GET', options, signal) : head;
    return { status, ok: status >= 200 && status < 300 };
  } catch (error) {
    return { status: signal.aborted ? 'timeout' : reasonOf(error), ok: false };
  }
}

class Refused extends Error {
  override readonly name = 'Refused';
}

async function follow(
  address: string,
  method: 'HEAD' | 'GET',
  options: AskOptions,
  signal: AbortSignal,
): Promise<number> {
  let url = address;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const { status, location } = await once(url, method, options, signal);
    if (location === null || status < 300 || status > 399) return status;
    if (!URL.canParse(location, url)) throw new Refused('redirect to no address');
    url = new URL(location, url).href;
  }
  throw new Refused('too many redirects');
}

function once(
  address: string,
  method: 'HEAD' | 'GET',
  options: AskOptions,
  signal: AbortSignal,
): Promise<{ status: number; location: string | null }> {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Refused('redirect to no web address');
  // A number needs no look-up, so the guard of `lookup` would never see it.
  if (options.refusePrivate && isNumber(url.hostname) && isPrivateAddress(url.hostname))
    throw new Refused('private address');
  const settings: RequestOptions = {
    method,
    signal,
    agent: false,
    headers: { 'user-agent': agent, accept: '*/*' },
    ...(options.refusePrivate ? { lookup: guardedLookup } : {}),
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    const request = send(url, settings, (response: IncomingMessage) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
      // The status is all we want: the page itself is not read.
      response.destroy();
    });
    request.on('error', reject);
    request.end();
  });
}

const isNumber = (host: string): boolean => isIP(host.replace(/^\[|\]$/g, '')) !== 0;

/** The address that is connected to is the one that was looked at: no second look-up can answer otherwise. */
const guardedLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const open = error === null ? addresses.filter(({ address }) => !isPrivateAddress(address)) : [];
    const [first] = open;
    if (error !== null) callback(error, []);
    else if (first === undefined) callback(new Refused('private address'), []);
    else if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'no such host'],
  ['EAI_AGAIN', 'no answer from the name server'],
  ['ECONNREFUSED', 'connection refused'],
  ['ECONNRESET', 'connection broken'],
  ['ETIMEDOUT', 'timeout'],
  ['EHOSTUNREACH', 'host not reachable'],
  ['ENETUNREACH', 'network not reachable'],
  ['CERT_HAS_EXPIRED', 'certificate expired'],
]);

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/CERT|SIGNATURE|ALTNAME|SSL|TLS|EPROTO/.test(code)) return reasons.get(code) ?? 'no valid certificate';
  return reasons.get(code) ?? 'no answer';
}
