/**
 * Entry module of a federation thread: Comunica, loaded once, then one request after the other. It runs under plain Node,
 * so at run time it imports nothing of this project but its neighbours.
 */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { QueryEngine } from '@comunica/query-sparql';
import { askEndpoint } from './ask-endpoint.ts';
import { ServiceFailure, type ServiceReply, type ThreadMessage } from './messages.ts';
import { createRemoteFetch, type RemoteFetch } from './remote-fetch.ts';

if (parentPort) serve(parentPort);

function serve(port: MessagePort): void {
  const engine = new QueryEngine();
  const remote = createRemoteFetch();
  let leaving = new AbortController();
  port.on('message', async (message: ThreadMessage) => {
    if (message.kind === 'cancel') {
      leaving.abort();
      return;
    }
    leaving = new AbortController();
    const fetch: RemoteFetch = (asked, endpoint) => remote(asked, endpoint, leaving.signal);
    port.postMessage(await askEndpoint(engine, fetch, message.question).catch(failed));
  });
}

function failed(error: unknown): ServiceReply {
  if (error instanceof ServiceFailure) return { kind: 'failed', reason: error.reason };
  const said = error instanceof Error ? error.message : String(error);
  return {
    kind: 'failed',
    reason: { fr: `Sa réponse n’a pas pu être lue : ${said}.`, en: `Its answer could not be read: ${said}.` },
  };
}
