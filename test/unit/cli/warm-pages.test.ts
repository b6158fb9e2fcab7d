import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { warmPages } from '../../../src/cli/warm-pages.ts';

const PATHS = ['/', '/datasets', '/search?q=mus%C3%A9e'];

/** An application that remembers what it was asked. */
function listening(answer: RequestListener): { readonly asked: string[]; readonly app: RequestListener } {
  const asked: string[] = [];
  return {
    asked,
    app: (request, response) => {
      asked.push(`${request.headers['accept-language']} ${request.url}`);
      answer(request, response);
    },
  };
}

const warm = (app: RequestListener, signal = new AbortController().signal, milliseconds = 60_000) =>
  warmPages(app, { paths: PATHS, signal, milliseconds });

describe('Pages made beforehand', () => {
  it('are asked for one after the other, in both languages', async () => {
    let underWay = 0;
    let most = 0;
    const { asked, app } = listening((_request, response) => {
      most = Math.max(most, ++underWay);
      setImmediate(() => {
        underWay -= 1;
        response.end('x'.repeat(200_000));
      });
    });
    expect(await warm(app)).toBe(6);
    expect(asked).toEqual(PATHS.flatMap((path) => [`fr ${path}`, `en ${path}`]));
    expect(most).toBe(1);
  });

  it('are asked for as a browser does: what is remembered of them serves readers', async () => {
    const seen: unknown[] = [];
    const { app } = listening(({ method, headers }, response) => {
      seen.push([method, headers.accept, headers['accept-encoding']]);
      response.end();
    });
    await warm(app);
    expect(seen[0]).toEqual(['GET', 'text/html', 'br']);
  });

  it('are given up when the site closes, also in the middle of a page', async () => {
    const closing = new AbortController();
    const { asked, app } = listening((_request, response) => {
      if (asked.length === 3) closing.abort();
      else response.end();
    });
    expect(await warm(app, closing.signal)).toBe(2);
    expect(asked).toHaveLength(3);
    expect(await warm(app, closing.signal)).toBe(0);
  });

  it('are given up when they take too long', async () => {
    const { app } = listening(() => undefined);
    expect(await warm(app, undefined, 50)).toBe(0);
  });

  it('may be refused or broken off without a bearing on the next', async () => {
    const { asked, app } = listening((_request, response) => {
      response.statusCode = 500;
      response.end();
    });
    expect(await warm(app)).toBe(6);
    expect(asked).toHaveLength(6);
    const broken = listening((request) => void request.socket.destroy());
    await expect(warm(broken.app)).rejects.toThrow('socket hang up');
  });
});
