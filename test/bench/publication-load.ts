/** Child process of `publication-http`: asks over connections that stay open, on bare sockets, and tells how it went. */
import { connect } from 'node:net';
import type { Load, Loaded } from './sparql-load.ts';

const HEAD_END = Buffer.from('\r\n\r\n');

process.on('message', (load: Load & { readonly status?: number }) => {
  void run(load).then((loaded) => process.send?.(loaded));
});

async function run({ status = 200, ...load }: Load & { readonly status?: number }): Promise<Loaded> {
  const times: number[] = [];
  const headers = Object.entries(load.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const wanted = Buffer.from(`HTTP/1.1 ${status} `);
  let others = 0;
  let next = 0;
  const started = performance.now();
  const end = started + load.seconds * 1000;
  const target = (): string | undefined =>
    performance.now() < end && next < load.answers ? load.targets[next++ % load.targets.length] : undefined;
  const connection = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(load.port, '127.0.0.1').setNoDelay();
      let held = Buffer.alloc(0);
      let length = -1;
      let at = 0;
      const ask = (): void => {
        const path = target();
        if (path === undefined) return void socket.end(resolve);
        at = performance.now();
        length = -1;
        held = Buffer.alloc(0);
        socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n${headers.join('')}\r\n`);
      };
      socket.on('connect', ask).on('error', reject);
      socket.on('data', (chunk) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        const head = length < 0 ? held.indexOf(HEAD_END) : -1;
        if (head >= 0) length = head + HEAD_END.length + bodyLength(held.toString('latin1', 0, head));
        if (length < 0 || held.length < length) return;
        if (!held.subarray(0, wanted.length).equals(wanted)) others += 1;
        times.push(performance.now() - at);
        ask();
      });
    });
  await Promise.all(Array.from({ length: load.connections }, connection));
  const elapsed = (performance.now() - started) / 1000;
  times.sort((one, other) => one - other);
  const share = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  return {
    answers: times.length,
    perSecond: times.length / elapsed,
    median: share(0.5),
    p95: share(0.95),
    others,
  };
}

const bodyLength = (head: string): number => Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
