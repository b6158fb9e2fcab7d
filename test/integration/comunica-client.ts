import { QueryEngine } from '@comunica/query-sparql';

/** Asks a query of a document, which is dereferenced: `node comunica-client.ts <address> <query>` prints its bindings. */
const [address = '', query = ''] = process.argv.slice(2);
const bindings = await new QueryEngine().queryBindings(query, { sources: [address] });
const rows = (await bindings.toArray()).map((row) =>
  Object.fromEntries([...row].map(([variable, { value }]) => [variable.value, value])),
);
process.stdout.write(`${JSON.stringify(rows)}\n`);
