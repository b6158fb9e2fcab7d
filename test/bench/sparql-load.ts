/** Child process of `sparql-http`: asks one address over connections that stay open, and tells how it went. */
import { Agent, get } from 'node:http';

/** What to ask. */
export interface Load {
  readonly port: number;
  /** Asked one after the other, round and round. */
  readonly targets: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  /** Ends after so many seconds, or so many answers. */
  readonly seconds: number;
  readonly answers: number;
}

/** How it went. */
export interface Loaded {
  readonly answers: number;
  readonly perSecond: number;
  /** Of one answer, in milliseconds. */
  readonly median: number;
  readonly p95: number;
  /** Answers that were not 200. */
  readonly others: number;
}

process.on('message', (load: Load) => {
  void run(load).then((loaded) => process.send?.(loaded));
});

async function run({ port, targets, headers, connections, seconds, answers }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let others = 0;
  let next = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const path = targets[next++ % targets.length] ?? '/';
      const at = performance.now();
      get({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
        if (response.statusCode !== 200) others += 1;
        response.on('end', () => {
          times.push(performance.now() - at);
          resolve();
        });
        response.resume();
      }).on('error', reject);
    });
  const worker = async (): Promise<void> => {
    while (performance.now() < end && next < answers) await ask();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { answers: times.length, perSecond: times.length / elapsed, median: at(0.5), p95: at(0.95), others };
}
