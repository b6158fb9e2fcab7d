/**
 * One kind of data loaded until a number of statements, or until the memory ends: `node capacity-job.ts KIND STATEMENTS`.
 * Writes a line of JSON at each doubling, and at the end.
 */
import { Buffer } from 'node:buffer';
import { openOxigraph } from '../../src/store/embedded/oxigraph-module.ts';
import { random } from './museum-catalogue.ts';
import { resources } from './resources.ts';

/** Where a load has come to. */
export interface CapacityMeasure {
  readonly statements: number;
  /** UTF-8 bytes of N-Quads. */
  readonly textBytes: number;
  readonly memoryBytes: number;
  /** Why it ended there: the memory did. */
  readonly failure?: string;
}

/** As a worker loads: in parts of some megabytes. */
const PART = 4 << 20;
const GRAPH = '<http://example.org/dataset/bench>';
const FIRST = 125_000;

const say = (subject: string, predicate: string, object: string): string =>
  `<http://example.org/id/${subject}> <http://example.org/def/${predicate}> ${object} ${GRAPH} .\n`;

/** Statements without end, by what their kind is about. */
const KINDS: Readonly<Record<string, () => Generator<string>>> = {
  *museums() {
    for (const { lines } of resources(Number.POSITIVE_INFINITY))
      for (const line of lines) yield `${line.slice(0, -1)}${GRAPH} .\n`;
  },
  /** Twelve statements a thing, of values that are often the same. */
  *short() {
    const next = random(5);
    for (let thing = 0; ; thing++)
      for (let at = 0; at < 12; at++) yield say(`t${thing}`, `p${at}`, `"${Math.floor(next() * 5000)}"`);
  },
  /** Six statements a thing, one of them a text of 500 to 1,500 characters. */
  *long() {
    const next = random(7);
    for (let thing = 0; ; thing++) {
      const text = `Notice ${thing} `.repeat(35 + Math.floor(next() * 70));
      yield say(`t${thing}`, 'text', `"${text}"@fr`);
      for (let at = 0; at < 5; at++) yield say(`t${thing}`, `p${at}`, `"${Math.floor(next() * 5000)}"`);
    }
  },
  /** One statement a thing, of a value that nothing else has. */
  *distinct() {
    for (let thing = 0; ; thing++)
      yield say(`collection/${thing}`, 'sameAs', `<http://example.net/authority/${thing * 7}>`);
  },
};

const [kind = '', most = ''] = process.argv.slice(2);
const { Store, insides } = openOxigraph();
const store = new Store();
let statements = 0;
let textBytes = 0;
let next = FIRST;
let part: string[] = [];
let partBytes = 0;

const tell = (more: Partial<CapacityMeasure> = {}): void => {
  const memoryBytes = insides?.memory.buffer.byteLength ?? 0;
  process.stdout.write(`${JSON.stringify({ statements, textBytes, memoryBytes, ...more })}\n`);
};
const load = (): void => {
  store.load(part.join(''), { format: 'application/n-quads' });
  statements += part.length;
  textBytes += partBytes;
  part = [];
  partBytes = 0;
};

try {
  for (const line of KINDS[kind]?.() ?? []) {
    part.push(line);
    partBytes += Buffer.byteLength(line);
    const isDue = statements + part.length === next;
    if (partBytes >= PART || isDue) load();
    if (isDue) tell();
    if (isDue) next *= 2;
    if (statements >= Number(most)) break;
  }
  tell();
} catch (error) {
  tell({ failure: String(error) });
}
