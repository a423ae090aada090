// In: a study. Out: SHA-256 over what is in it, whatever the order of its fields in memory; its old digest does not count.

import { type Hash, createHash } from 'node:crypto';
import type { Study } from '../model/study.ts';

export function contentDigest(study: Study): string {
  const hash = createHash('sha256');
  for (const [name, value] of inOrder(study)) {
    if (name === 'digest' || value instanceof Map) continue;
    hash.update(JSON.stringify(name));
    if (Array.isArray(value)) for (const record of value) add(hash, record);
    else add(hash, value);
  }
  return hash.digest('hex');
}

const add = (hash: Hash, value: unknown): void => {
  hash.update(`${JSON.stringify(value, sorted) ?? ''}\n`, 'utf8');
};

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(inOrder(value)) : value;

const inOrder = (record: object): [string, unknown][] =>
  Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
