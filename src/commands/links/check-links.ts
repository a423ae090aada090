// In: addresses, the earlier ledger, and how to ask. Out: the new ledger. A few at a time, and one at a time for each host.

import type { LinkLedger, LinkResult } from '#study';
import type { Answer } from './ask.ts';

export interface CheckOptions {
  /** ISO date that the results carry. */
  readonly today: string;
  readonly atOnce: number;
  readonly ask: (address: string) => Promise<Answer>;
  readonly report?: (address: string, result: LinkResult) => void;
}

export async function checkLinks(
  addresses: readonly string[],
  earlier: LinkLedger | null,
  options: CheckOptions,
): Promise<LinkLedger> {
  const results = new Map<string, LinkResult>();
  const hosts = [...byHost(addresses).values()];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let host = hosts[next++]; host !== undefined; host = hosts[next++]) {
      for (const address of host) {
        const result = dated(await options.ask(address), earlier?.results[address], options.today);
        results.set(address, result);
        options.report?.(address, result);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.atOnce, hosts.length) }, worker));
  return {
    checked: options.today,
    results: Object.fromEntries([...results].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  };
}

/** A link that fails keeps the date of the first check in a row that it failed. */
function dated({ status, ok }: Answer, before: LinkResult | undefined, today: string): LinkResult {
  if (ok) return { status, ok };
  return { status, ok, since: before !== undefined && !before.ok ? (before.since ?? today) : today };
}

function byHost(addresses: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const address of new Set(addresses)) {
    const { host } = new URL(address);
    const list = hosts.get(host);
    if (list === undefined) hosts.set(host, [address]);
    else list.push(address);
  }
  return hosts;
}
