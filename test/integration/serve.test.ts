import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { listen } from '../../src/cli/listen.ts';
import { cimaise, copyOfWorld, ended, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(120_000);

describe('A server whose store cannot load', () => {
  it('says why and ends, without keeping the port or waiting for a signal', async () => {
    const releases = join(scratch(), 'releases');
    const project = copyOfWorld('a-small-world');
    expect((await cimaise(['build', '--project', project], { CIMAISE_RELEASES: releases })).code).toBe(0);
    const child = startCimaise(['serve', '--project', project], {
      CIMAISE_RELEASES: releases,
      CIMAISE_STORE: 'native',
      CIMAISE_OXIGRAPH: join(releases, 'nothing-here'),
    });
    const stuck = setTimeout(() => child.kill('SIGKILL'), 60_000);
    const { code, signal, err } = await ended(child);
    clearTimeout(stuck);
    expect(signal).toBeNull();
    expect(code).toBe(2);
    expect(err).toContain('CIMAISE_OXIGRAPH');
  });
});

describe('A server whose endpoint nobody answers at', () => {
  it('tells that pages are there and that SPARQL waits, and ends at the first signal', async () => {
    const releases = join(scratch(), 'releases');
    const project = copyOfWorld('a-small-world');
    await cimaise(['build', '--project', project], { CIMAISE_RELEASES: releases });
    const child = startCimaise(['serve', '--project', project], {
      CIMAISE_RELEASES: releases,
      CIMAISE_STORE: 'endpoint',
      CIMAISE_ENDPOINT_QUERY: 'http://127.0.0.1:9/query',
      CIMAISE_ENDPOINT_UPDATE: 'http://127.0.0.1:9/update',
    });
    const stuck = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    const { signal, out } = await ended(child);
    clearTimeout(stuck);
    expect(out).toMatch(/^The pages are there: http:\S+\. SPARQL still waits/);
    expect(signal).toBeNull();
  });
});

describe('A server', () => {
  it('gives a request no more than half a minute to arrive', async () => {
    const server = await listen(() => {}, { port: 0, host: '127.0.0.1' });
    try {
      expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
      expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
    } finally {
      server.close();
    }
  });
});
