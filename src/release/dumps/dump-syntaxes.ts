import type { DumpFormat, Packing } from '../../model/index.ts';
import { jsonLdBlocks, PREFIXES, rdfXmlBlocks, type StreamedSyntax, turtleBlocks } from '../../rdf/index.ts';
import type { JoinFrame } from '../packing/join-packed.ts';
import { statementsOf } from '../publish/read-subject.ts';
import type { Subject } from '../publish/subject-sink.ts';

/** A syntax in which a graph is dumped subject by subject. */
export interface DumpSyntax {
  readonly format: DumpFormat;
  readonly packings: readonly Packing[];
  readonly frame: JoinFrame;
  /** @throws NotInSyntax for what the syntax cannot say */
  text(subject: Subject): string;
}

const NO_FRAME: JoinFrame = { head: '', separator: '', tail: '' };

/**
 * Every syntax of a graph. Head and tail depend on the base alone, so bodies of all datasets may follow each other.
 * @param base its terms `<base>def/…` have the prefix `def`
 */
export function dumpSyntaxes(base: string): readonly DumpSyntax[] {
  const prefixes = { ...PREFIXES, def: `${base}def/` };
  return [
    { format: 'nq', packings: ['gz', 'zst'], frame: NO_FRAME, text: ({ lines }) => `${lines.join('\n')}\n` },
    { format: 'nt', packings: ['gz', 'zst'], frame: NO_FRAME, text: triples },
    ofBlocks('ttl', turtleBlocks(prefixes)),
    ofBlocks('jsonld', jsonLdBlocks(prefixes)),
    ofBlocks('rdf', rdfXmlBlocks(prefixes)),
  ];
}

/** Lines of this platform: the graph is the last term. */
const triples = ({ lines }: Subject): string =>
  lines.map((line) => `${line.slice(0, line.lastIndexOf(' <'))} .\n`).join('');

const ofBlocks = (format: DumpFormat, syntax: StreamedSyntax): DumpSyntax => ({
  format,
  packings: ['gz'],
  frame: syntax,
  text: (subject) => syntax.block(subject.iri, statementsOf(subject)),
});
