/** Loaded before a server (`--import`): tells its parent what each request took of the processor's time in the main thread. */
import { type RequestListener, Server } from 'node:http';

/** What was metered, in the order in which answers ended: target and milliseconds of the thread. */
export type Metered = readonly (readonly [target: string, milliseconds: number])[];

const metered: [string, number][] = [];
const { emit } = Server.prototype;

/** Milliseconds that this thread has worked since it began, or since then. */
const worked = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1000;
};

/** Who asks one after the other makes the difference that of one request: reading it and sending it apart, a tenth of a millisecond. */
Server.prototype.emit = function (event: string, ...about: unknown[]) {
  if (event === 'request') {
    const [request, response] = about as Parameters<RequestListener>;
    const { url = '' } = request;
    const before = process.threadCpuUsage();
    response.once('close', () => metered.push([url, worked(before)]));
  }
  return Reflect.apply(emit, this, [event, ...about]);
};

process.on('message', (asked) => {
  process.send?.(asked === 'worked' ? worked() : metered.splice(0));
});
// The server ends when it is told to, not when its parent leaves.
process.channel?.unref();
