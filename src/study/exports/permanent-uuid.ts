// In: the key of a study, a kind of thing and its id. Out: a UUID that stays the same over rebuilds, releases and moves to another host.
// RFC 9562, section 5.5 (version 5, SHA-1). Upper case, as REFI-QDA tools write them.

import { createHash } from 'node:crypto';

// Drawn once for this project; changing it would change every identifier that was ever exported.
const namespace = Buffer.from('1bec91442678427791628889565d704b', 'hex');

export function permanentUuid(key: string, kind: string, id: string): string {
  const hash = createHash('sha1').update(namespace).update(`${key}/${kind}/${id}`, 'utf8').digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16).toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
