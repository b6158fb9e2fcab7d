import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';

/** A portal on loopback whose files are made while they are sent, so that it needs no disk and no memory. */
export interface StreamingPortal {
  /** Where a table of so many megabytes is, plain or with a content coding. */
  addressOf(megabytes: number, coding: 'identity' | 'gzip'): string;
  close(): Promise<void>;
}

const HEADER = 'ref;nom;commune;code_insee;latitude;longitude;date;description\n';
const MEGABYTE = 1_000_000;

/** Rows that are not alike, about a megabyte of them. */
function block(): Buffer {
  const rows: string[] = [];
  for (let row = 0, bytes = 0; bytes < MEGABYTE; row++) {
    const seed = (row * 2_654_435_761) >>> 0;
    const line = `M${seed};Musée n° ${row};Commune ${seed % 34_000};${String(seed % 95_000).padStart(5, '0')};${41 + (seed % 1e7) / 1e6};${(seed % 9e6) / 1e6};19${10 + (seed % 90)}-0${1 + (seed % 9)}-11;Collections d’art, n° ${seed.toString(36)} et « suite »\n`;
    bytes += Buffer.byteLength(line);
    rows.push(line);
  }
  return Buffer.from(rows.join(''));
}

export async function openStreamingPortal(): Promise<StreamingPortal> {
  const plain = block();
  // Members of gzip stand behind one another.
  const packed = { header: gzipSync(HEADER), block: gzipSync(plain) };
  const server = createServer(async (request, response) => {
    const [, coding, megabytes] = /^\/(identity|gzip)\/(\d+)\.csv$/.exec(request.url ?? '') ?? [];
    const isPacked = coding === 'gzip';
    response.writeHead(200, { 'content-type': 'text/csv', ...(isPacked && { 'content-encoding': 'gzip' }) });
    const body = function* () {
      yield isPacked ? packed.header : Buffer.from(HEADER);
      for (let piece = 0; piece < Number(megabytes); piece++) yield isPacked ? packed.block : plain;
    };
    await pipeline(body, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (megabytes, coding) => `http://127.0.0.1:${port}/${coding}/${megabytes}.csv`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
