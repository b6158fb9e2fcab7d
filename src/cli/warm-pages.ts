import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { LANGUAGES, type Language } from '../model/index.ts';

/** What is made before anybody asks. */
export interface WarmedPages {
  /** Root-relative addresses. */
  readonly paths: readonly string[];
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Most milliseconds that it may take: what is left is made when it is asked for. */
  readonly milliseconds: number;
}

/**
 * Asks an application for pages in both languages, one after the other, as a browser would, without a port: what is
 * computed once for a release is there when the first reader comes, and what makes pages is compiled. Requests of others
 * are answered between two pages.
 * @returns how many were made
 */
export async function warmPages(app: RequestListener, warmed: WarmedPages): Promise<number> {
  const { paths, milliseconds } = warmed;
  const signal = AbortSignal.any([warmed.signal, AbortSignal.timeout(milliseconds)]);
  const server = createServer(app);
  let made = 0;
  for (const path of paths)
    for (const language of LANGUAGES) {
      try {
        await ask(server, { path, language, signal });
        await setImmediate(undefined, { signal });
      } catch (error) {
        if (signal.aborted) return made;
        throw error;
      }
      made += 1;
    }
  return made;
}

interface AskedPage {
  readonly path: string;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** One request over a connection that never leaves the process. */
async function ask(server: Server, { path, language, signal }: AskedPage): Promise<void> {
  const [browser, own]: [Duplex, Duplex] = duplexPair();
  server.emit('connection', own);
  try {
    const headers = { accept: 'text/html', 'accept-language': language, 'accept-encoding': 'br' };
    const asked = request({ createConnection: () => browser, host: 'localhost', path, headers }).end();
    // Once it is given up nobody waits for what becomes of it.
    asked.on('error', () => undefined);
    const [answer] = (await once(asked, 'response', { signal })) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end', { signal });
  } finally {
    browser.destroy();
    own.destroy();
  }
}
