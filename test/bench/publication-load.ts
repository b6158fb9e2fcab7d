/** Child process of `publication-http`: asks over connections that stay open, on bare sockets, and tells how it went. */
import { Buffer } from 'node:buffer';
import { connect } from 'node:net';
import type { Load, Loaded } from './sparql-load.ts';

/** What to ask, and which status is right. */
export interface DocumentLoad extends Load {
  readonly status: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

process.on('message', (load: DocumentLoad) => {
  void run(load).then((loaded) => process.send?.(loaded));
});

async function run(load: DocumentLoad): Promise<Loaded> {
  const headers = Object.entries(load.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const wanted = Buffer.from(`HTTP/1.1 ${load.status} `);
  const times: number[] = [];
  let others = 0;
  let next = 0;
  const started = performance.now();
  const end = started + load.seconds * 1000;
  const request = (): string | undefined => {
    if (performance.now() >= end || next >= load.answers) return undefined;
    return `GET ${load.targets[next++ % load.targets.length]} HTTP/1.1\r\nhost: x\r\n${headers.join('')}\r\n`;
  };
  const answered = (answer: Buffer, milliseconds: number): void => {
    if (!answer.subarray(0, wanted.length).equals(wanted)) others += 1;
    times.push(milliseconds);
  };
  await Promise.all(Array.from({ length: load.connections }, () => connection(load.port, request, answered)));
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

/** One request after the other over one connection. */
function connection(
  port: number,
  request: () => string | undefined,
  answered: (answer: Buffer, milliseconds: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay();
    let held: Buffer = Buffer.alloc(0);
    let at = 0;
    const ask = (): void => {
      const text = request();
      at = performance.now();
      held = Buffer.alloc(0);
      if (text === undefined) socket.end(resolve);
      else socket.write(text);
    };
    const read = (chunk: Buffer): void => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      if (!isWhole(held)) return;
      answered(held, performance.now() - at);
      ask();
    };
    socket.on('connect', ask).on('error', reject).on('data', read);
  });
}

/** Every answer tells its length. */
function isWhole(answer: Buffer): boolean {
  const head = answer.indexOf(HEAD_END);
  if (head < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, head))?.[1] ?? 0;
  return answer.length >= head + HEAD_END.length + Number(length);
}
