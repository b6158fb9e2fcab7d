import type { Truth } from './world.ts';

/** What an asker says of one answer. */
export type Verdict =
  /** Whole, and right. */
  | { readonly kind: 'complete' }
  /** Refused by a documented problem. */
  | { readonly kind: 'refused'; readonly code: string }
  /** The asker left. */
  | { readonly kind: 'left' }
  /** Anything else: what it was. */
  | { readonly kind: 'wrong'; readonly what: string };

/** Asks one thing of a server again and again. */
export interface Asker {
  readonly name: string;
  ask(): Promise<Verdict>;
}

/** Refusals that the contract knows, with their status. */
const DOCUMENTED: Readonly<Record<string, number>> = {
  'query-timeout': 503,
  overloaded: 503,
  'result-too-large': 413,
  'query-malformed': 400,
  'query-too-complex': 400,
  'service-refused': 403,
  'search-refused': 400,
  'too-many-requests': 429,
  'not-found': 404,
};

const PLACE = '<http://schema.org/Place>';
const CROSS = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }';

/** Everybody who comes to a public endpoint. */
export function createAskers(address: string, truths: readonly Truth[]): readonly Asker[] {
  let turn = 0;
  const truthOf = (response: Response): Truth | undefined =>
    truths.find(({ id }) => id === response.headers.get('cimaise-release'));
  const query = (text: string, accept = 'text/csv', signal?: AbortSignal): Promise<Response> =>
    fetch(`${address}sparql`, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/sparql-query' },
      body: text,
      ...(signal && { signal }),
    });
  /** A text that nobody has asked before: no memory of answers helps. */
  const fresh = (text: string): string => `${text} # ${turn++}`;
  const expecting =
    (right: (text: string, truth: Truth) => boolean) =>
    async (response: Response): Promise<Verdict> => {
      const text = await response.text();
      const truth = truthOf(response);
      if (response.status !== 200) return refusal(response.status, text);
      return truth && right(text, truth) ? { kind: 'complete' } : wrong(`200 with ${text.slice(0, 200)}`);
    };
  const counted = expecting((text, { places }) => text === `n\r\n${places}\r\n`);
  const lines = expecting((text, { statements }) => text.split('\n').length === statements + 1);
  const whole = expecting((text) => text.length > 0);
  const COUNT = `SELECT (COUNT(*) AS ?n) { ?place a ${PLACE} }`;
  return [
    { name: 'count, new', ask: async () => counted(await query(fresh(COUNT))) },
    { name: 'count, known', ask: async () => counted(await query(COUNT)) },
    { name: 'ASK', ask: async () => expecting((text) => text === 'true')(await query(fresh('ASK {}'))) },
    {
      name: 'the graph by CONSTRUCT',
      ask: async () =>
        lines(
          await query(
            fresh('CONSTRUCT { ?s ?p ?o } { GRAPH <dataset/places> { ?s ?p ?o } }'),
            'application/n-triples',
          ),
        ),
    },
    {
      name: 'the graph by its name',
      ask: async () =>
        lines(
          await fetch(
            `${address}sparql?graph=${encodeURIComponent('http://localhost:3000/dataset/places')}`,
            {
              headers: { accept: 'application/n-triples' },
            },
          ),
        ),
    },
    { name: 'endless', ask: async () => whole(await query(fresh(CROSS))) },
    {
      name: 'too much',
      ask: async () => whole(await query(fresh('SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 3000000'))),
    },
    { name: 'malformed', ask: async () => whole(await query(fresh('SELECT * { ?a ?b'))) },
    { name: 'leaver', ask: () => left((signal) => query(fresh(CROSS), 'text/csv', signal)) },
    {
      name: 'leaver of a dump',
      ask: () => left((signal) => fetch(`${address}dataset/places.nq.gz`, { signal })),
    },
    ...['', 'datasets', 'dataset/places', 'doc/places/P1.ttl', 'sparql'].map((page) => ({
      name: `page /${page}`,
      ask: async () =>
        whole(await fetch(`${address}${page}`, { headers: { accept: 'text/html, text/turtle' } })),
    })),
  ];
}

const wrong = (what: string): Verdict => ({ kind: 'wrong', what });

function refusal(status: number, text: string): Verdict {
  try {
    const { code } = JSON.parse(text) as { code: string };
    return DOCUMENTED[code] === status ? { kind: 'refused', code } : wrong(`${status} with code ${code}`);
  } catch {
    return wrong(`${status} without a problem document: ${text.slice(0, 200)}`);
  }
}

/** Goes away within a third of a second, answered or not. */
async function left(ask: (signal: AbortSignal) => Promise<Response>): Promise<Verdict> {
  const leaving = AbortSignal.timeout(Math.round(5 + Math.random() * 300));
  try {
    await (await ask(leaving)).arrayBuffer();
    return { kind: 'complete' };
  } catch (error) {
    return leaving.aborted ? { kind: 'left' } : wrong(String((error as Error).cause ?? error));
  }
}
