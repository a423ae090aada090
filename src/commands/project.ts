// Out: where Catena itself lies, and where the user stands.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, without a final separator. */
export const projectFolder: string = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/**
 * npm runs scripts in the project's folder and says in INIT_CWD where the user stands. Somewhere else nobody went through npm,
 * whatever a surrounding npm has left in the environment.
 */
export function standingFolder(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  const initial = env['INIT_CWD'];
  return cwd === projectFolder && initial !== undefined && initial !== '' ? initial : cwd;
}
