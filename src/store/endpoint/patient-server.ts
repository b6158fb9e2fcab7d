import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../model/index.ts';
import type { Log } from '../pool/worker-pool.ts';
import { isDone, type Received, textOf } from '../remote/exchange.ts';
import { type Operation, refusedBy, unreachable, wrongType } from './faults.ts';
import { createServer, type ProtocolDataset, type ServerAddresses } from './server.ts';

export interface PatienceOptions {
  readonly log: Log;
  /** Ends whatever is under way. */
  readonly signal: AbortSignal;
  /** First pause before trying again, in milliseconds; doubled each time. Default 500. */
  readonly pause?: number;
  /** Most milliseconds for one exchange. Default ten minutes. */
  readonly milliseconds?: number;
}

/** A server as loading needs it: what fails for a moment is tried again; what fails for good is a `Fault`. */
export interface PatientServer {
  /** Rows of a SELECT, as texts by variable. */
  select(text: string, dataset?: ProtocolDataset): Promise<readonly Readonly<Record<string, string>>[]>;
  update(text: string): Promise<void>;
  /** An update that may not be tried again blindly: any failure is thrown, and the caller finds out. */
  updateOnce(text: string): Promise<void>;
  readonly add: ((graph: string, triples: string) => Promise<void>) | undefined;
}

const ATTEMPTS = 6;
const TRANSIENT: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
const JSON_RESULTS = 'application/sparql-results+json';
const PAUSE = 500;
const MILLISECONDS = 600_000;

export function patientServer(addresses: ServerAddresses, options: PatienceOptions): PatientServer {
  const server = createServer(addresses);
  const { pause = PAUSE, milliseconds = MILLISECONDS, signal: closing, log } = options;

  /** One exchange, read to its end. @throws Momentary for what may go better the next time, Fault for the rest */
  async function attempt<T>(operation: Operation, send: Send, read: Read<T>): Promise<T> {
    const place = { operation, address: addresses[operation] ?? '' };
    const signal = AbortSignal.any([closing, AbortSignal.timeout(milliseconds)]);
    try {
      const received = await send(signal);
      if (isDone(received)) return await read(received);
      const fault = refusedBy(received.status, await textOf(received), place);
      throw TRANSIENT.has(received.status) ? new Momentary(fault) : fault;
    } catch (error) {
      if (error instanceof Fault || error instanceof Momentary) throw error;
      throw new Momentary(unreachable(place, error));
    }
  }

  async function patiently<T>(operation: Operation, send: Send, read: Read<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt(operation, send, read);
      } catch (error) {
        if (!(error instanceof Momentary)) throw error;
        if (tried === ATTEMPTS || closing.aborted) throw error.fault;
        const wait = pause * 2 ** (tried - 1);
        log('endpoint tried again', { operation, reason: error.fault.explanation.en, milliseconds: wait });
        await sleep(wait, undefined, { signal: closing });
      }
    }
  }

  const { add } = server;
  return {
    select: (text, dataset = { defaultGraphs: [], namedGraphs: [] }) =>
      patiently(
        'query',
        (signal) => server.query({ text, mediaType: JSON_RESULTS, ...dataset }, signal),
        (received) => rowsOf(received, addresses.query),
      ),
    update: (text) => patiently('update', (signal) => server.update(text, signal), drained),
    updateOnce: async (text) => {
      try {
        await attempt('update', (signal) => server.update(text, signal), drained);
      } catch (error) {
        throw error instanceof Momentary ? error.fault : error;
      }
    },
    add: add && ((graph, triples) => patiently('data', (signal) => add(graph, triples, signal), drained)),
  };
}

type Send = (signal: AbortSignal) => Promise<Received>;
type Read<T> = (received: Received) => Promise<T>;

/** Something that may go better the next time. */
class Momentary extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'Momentary';
    this.fault = fault;
  }
}

const drained = async (received: Received): Promise<void> => {
  await textOf(received);
};

/** Most bytes of an answer about the state of a server. */
const STATE_BYTES = 16 << 20;

async function rowsOf(
  received: Received,
  address: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const place = { operation: 'query', address } as const;
  if (received.mediaType !== JSON_RESULTS) throw wrongType(place, received.mediaType, JSON_RESULTS);
  const text = await textOf(received, STATE_BYTES);
  const { results } = JSON.parse(text) as { results: { bindings: Record<string, { value: string }>[] } };
  return results.bindings.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value])),
  );
}
