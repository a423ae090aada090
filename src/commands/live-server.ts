// In: the build's options. Out: Astro's development server over a study that is read again when it changes.

import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { astroSettings } from '../site/astro-settings.ts';
import { prepareRoot } from './astro-build.ts';
import { liveEdition, type LiveEdition } from './live-edition.ts';
import { liveFiles, type LiveFiles } from './live-files.ts';
import { mediaType } from './media-types.ts';
import type { BuildOptions } from './options.ts';
import { projectFolder } from './project.ts';

export interface LiveServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export async function startLive(options: BuildOptions): Promise<LiveServer> {
  const live = await liveEdition(options);
  const files = liveFiles();
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Whatever the surroundings say: Astro and Vite behave differently under NODE_ENV=test.
  process.env['NODE_ENV'] = 'development';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  const { dev } = await import('astro');
  const settings = astroSettings({
    base: options.base,
    site: options.site,
    ...liveRoot(join(files.folder, 'root')),
    publicDir: join(projectFolder, 'public'),
    integrations: [following(live, files, options)],
  });
  const port = options.port === null ? {} : { port: options.port };
  const server = await dev({
    ...settings,
    configFile: false,
    logLevel: 'warn',
    server: { host: '127.0.0.1', ...port },
  });
  return {
    address: `http://127.0.0.1:${server.address.port}${options.base}`,
    stop: async () => {
      await server.stop();
      files.discard();
    },
  };
}

/** Astro's server writes into its root. In a copy, which a read-only Catena needs, edits of the program itself do not show. */
function liveRoot(copy: string): { root: string; cacheDir?: string } {
  try {
    accessSync(projectFolder, constants.W_OK);
    return { root: projectFolder };
  } catch {
    prepareRoot(copy);
    return { root: copy, cacheDir: join(copy, 'cache') };
  }
}

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

function following(
  live: LiveEdition,
  files: LiveFiles,
  place: { readonly study: string; readonly base: string },
): AstroIntegration {
  return {
    name: 'catena-live-study',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        const readAgain = async (): Promise<void> => {
          if (!(await live.refresh())) return;
          await refreshContent?.({});
          forgetPages(server);
          server.ws.send({ type: 'full-reload' });
        };
        // One after the other: a request that comes while the watcher has the study read again waits for all of it.
        let done = Promise.resolve();
        const refresh = (): Promise<void> => (done = done.then(readAgain, readAgain));
        server.watcher.add(place.study);
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(place.study)) void refresh();
        });
        server.middlewares.use((request, response, next) => {
          void (async () => {
            if (!isOfSite(request.url ?? '/')) return next();
            await refresh();
            const path = sitePath(request.url ?? '/', place.base);
            const bytes = path === undefined ? undefined : await files.find(live.current(), path);
            if (path === undefined || bytes === undefined) return next();
            response.setHeader('content-type', mediaType(path));
            response.end(bytes);
          })().catch(next);
        });
      },
    },
  };
}

/** Everything but Vite's own modules, of which a page asks for dozens. */
const isOfSite = (url: string): boolean => !/\/(?:@|src\/|node_modules\/|\.astro\/)/.test(url);

/** The path of a file, as against a page, below the site's root. */
function sitePath(url: string, base: string): string | undefined {
  const { pathname } = URL.parse(url.replace(/^\/+/, '/'), 'http://127.0.0.1') ?? { pathname: '' };
  // Vite has taken the base off by the time some middlewares run.
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.replace(/^\//, '');
  return /\.[a-z0-9_]+$/i.test(path) ? path : undefined;
}

/** Pages hold what `getStaticPaths` made of the old study: they are loaded anew. */
function forgetPages(server: Server): void {
  for (const environment of Object.values(server.environments)) {
    // The environment `astro` holds the collections' settings: without them it does not load the collections again.
    if (environment.name === 'client' || environment.name === 'astro') continue;
    environment.moduleGraph.invalidateAll();
    if ('runner' in environment) {
      // Vite's RunnableDevEnvironment; its type is not exported through Astro.
      (environment.runner as { clearCache: () => void }).clearCache();
    }
  }
}
