/**
 * A program that speaks the command line of Oxigraph's server (`load`, `serve-read-only`, `--version`), on the package of
 * npm. STAND_IN makes it misbehave at loading; a comment in a query makes it misbehave at answering.
 */
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { namedNode, Store } from 'oxigraph';

const mood = process.env['STAND_IN'] ?? '';
const tell = (line: string) => process.stderr.write(`${line}\n`);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    version: { type: 'boolean' },
    location: { type: 'string' },
    bind: { type: 'string' },
    base: { type: 'string' },
    file: { type: 'string', multiple: true },
  },
});

if (values.version) process.stdout.write('stand-in 1\n');
else if (positionals[0] === 'load') await load(values.location ?? '', values.file ?? []);
else if (positionals[0] === 'serve-read-only') await serve(values.location ?? '', values.bind ?? '');
else process.exitCode = 2;

async function load(location: string, files: readonly string[]): Promise<void> {
  if (mood === 'full-disk') {
    tell('Error while loading file x: IO error: No space left on device');
    process.exit(1);
  }
  mkdirSync(location, { recursive: true });
  writeFileSync(join(location, 'pid'), `${process.pid}`);
  if (mood === 'slow-load') await sleep(60_000);
  const lines = files.map((file) => gunzipSync(readFileSync(file)).toString('utf8'));
  const kept = mood === 'loses-one' ? lines.join('').replace(/^.*\n/, '') : lines.join('');
  tell(`${kept.split('\n').length - 1} triples loaded in 0s`);
  writeFileSync(join(location, 'data.nq'), kept);
}

async function serve(location: string, bind: string): Promise<void> {
  if (mood === 'taken' && !existsSync(join(location, 'taken'))) {
    writeFileSync(join(location, 'taken'), '');
    tell('Error: Address already in use (os error 98)');
    process.exit(1);
  }
  if (mood === 'no-start') {
    tell('Error: IO error: Corruption: bad table magic number');
    process.exit(1);
  }
  const store = new Store();
  store.load(readFileSync(join(location, 'data.nq'), 'utf8'), { format: 'application/n-quads' });
  const server = createServer((request, response) => void answer(store, request, response));
  const [host, port] = bind.split(':');
  server.listen(Number(port), host);
  await once(server, 'listening');
  tell(`Listening for requests at http://${bind}`);
}

async function answer(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const form = new URLSearchParams(body);
  const query = form.get('query') ?? '';
  const accept = request.headers.accept ?? '';
  const has = (what: string) => query.includes(`# ${what}`);
  if (has('die')) process.exit(3);
  if (has('hang')) return;
  const defaults = form.getAll('default-graph-uri');
  const named = form.getAll('named-graph-uri');
  const isGiven = defaults.length + named.length > 0;
  if (isGiven && form.has('union-default-graph')) {
    response.writeHead(400).end('default-graph-uri and union-default-graph');
    return;
  }
  try {
    const text = store.query(query, {
      base_iri: `http://${request.headers.host}/query`,
      results_format: accept,
      use_default_graph_as_union: form.has('union-default-graph'),
      ...(isGiven && { default_graph: defaults.map((iri) => namedNode(iri)) }),
      ...(isGiven && { named_graphs: named.map((iri) => namedNode(iri)) }),
    }) as string;
    response.writeHead(200, { 'content-type': has('wrong-type') ? 'text/html' : accept });
    if (has('cut')) response.write(text.slice(0, 3), () => response.destroy());
    else if (has('spoilt')) {
      tell('Internal server error while streaming results: out of luck');
      response.end(`${text.slice(0, 3)}out of luck`);
    } else response.end(text);
  } catch (error) {
    response.writeHead(400).end((error as Error).message);
  }
}
