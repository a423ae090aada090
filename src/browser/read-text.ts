// In: the address of a file of this site. Out: its text. From a folder on the reader's own disk (file:) browsers fetch nothing: there
// the bundle has laid the same text into a script beside the file, which sets it on its own element.

/** `missing`: the server has no such file; `blocked`: it cannot be reached. */
export type ReadFailure = 'offline' | 'missing' | 'blocked';

export type ReadText =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'failed'; readonly failure: ReadFailure };

/** The site is read from a folder and not from a server: the offline bundle. */
export const fromFolder = (): boolean => location.protocol === 'file:';

export const readText = (address: string): Promise<ReadText> =>
  fromFolder() ? readScript(new URL(address, location.href)) : fetchText(address);

async function fetchText(address: string): Promise<ReadText> {
  try {
    const response = await fetch(address);
    if (!response.ok) return { kind: 'failed', failure: 'missing' };
    return { kind: 'text', text: await response.text() };
  } catch {
    return { kind: 'failed', failure: navigator.onLine ? 'blocked' : 'offline' };
  }
}

/** `store.json` lies in `store.json.js`, which says `document.currentScript.catenaText = "…"`. */
function readScript(address: URL): Promise<ReadText> {
  return new Promise((done) => {
    const script: HTMLScriptElement & { catenaText?: unknown } = document.createElement('script');
    const end = (result: ReadText): void => {
      script.remove();
      done(result);
    };
    script.addEventListener('load', () => {
      const text = script.catenaText;
      end(typeof text === 'string' ? { kind: 'text', text } : { kind: 'failed', failure: 'missing' });
    });
    script.addEventListener('error', () => end({ kind: 'failed', failure: 'missing' }));
    script.src = `${address.origin === 'null' ? 'file://' : address.origin}${address.pathname}.js`;
    document.head.append(script);
  });
}
