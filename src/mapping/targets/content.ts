import { RefusedInput } from '../../model/index.ts';
import { formats, parseLines, RDF_FORMAT_IRIS, serialise } from '../../rdf/index.ts';
import type { TargetRequest } from './request.ts';

/** How statements become the text of a file: some at once, others when all are there. */
export interface Content {
  /** What can be written now. */
  add(nquads: string): string;
  /** What remains to be written. Throws `RefusedInput` where the syntax cannot say what was added. */
  end(): Promise<string>;
}

/** N-Quads and N-Triples flow through; every other syntax groups statements, so they are collected. */
export function contentOf(request: TargetRequest): Content {
  if (request.serialization === formats['N-Quads']) return flowing((nquads) => nquads);
  if (request.serialization === formats['N-Triples']) return flowing(triples);
  return collected(request);
}

const flowing = (add: (nquads: string) => string): Content => ({ add, end: async () => '' });

const triples = (nquads: string): string =>
  nquads
    .split('\n')
    .map((line) => line.replace(QUAD, '$1 .'))
    .join('\n');

/** A line with a graph; unsafe IRIs may hold spaces. */
const QUAD =
  /^((?:<[^>]*>|_:\S+) <[^>]*> (?:<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@\S+|\^\^<[^>]*>)?)) (?:<[^>]*>|_:\S+) \.$/;

function collected(request: TargetRequest): Content {
  const lines = new Set<string>();
  return {
    add(nquads) {
      for (const line of nquads.split('\n')) if (line !== '') lines.add(line);
      return '';
    },
    end: () => serialised([...lines], request),
  };
}

async function serialised(lines: readonly string[], request: TargetRequest): Promise<string> {
  const mediaType = RDF_FORMAT_IRIS[request.serialization] ?? request.serialization;
  try {
    const text = await serialise(parseLines(lines), mediaType);
    // An XML document says its own encoding.
    return text.replace(/^(<\?xml version="1.0" encoding=")UTF-8"/, `$1${request.encoding.toUpperCase()}"`);
  } catch (error) {
    throw unsayable(request, mediaType, error);
  }
}

function unsayable({ path, place }: TargetRequest, mediaType: string, error: unknown): RefusedInput {
  const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  return new RefusedInput([
    {
      place,
      found: {
        fr: `Les déclarations de la cible « ${path} » ne peuvent pas s’écrire en ${mediaType} : ${reason}.`,
        en: `The statements of the target “${path}” cannot be written as ${mediaType}: ${reason}.`,
      },
      remedy: {
        fr: 'Corrigez les IRI fautifs, ou choisissez N-Quads, qui les écrit tels quels.',
        en: 'Correct the IRIs at fault, or choose N-Quads, which writes them as they are.',
      },
    },
  ]);
}
