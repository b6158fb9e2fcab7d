import { Fault } from '../model/index.ts';
import { parseLines, serialise, utf8Text } from '../rdf/index.ts';
import type { MapFormat } from './map-flags.ts';

/** How statements become the text of a format: some at once, others when all are there. */
export interface MapContent {
  /** What can be written now. @param nquads whole lines of N-Quads, in UTF-8 */
  add(nquads: Uint8Array): Uint8Array | string;
  /** What remains to be written. */
  end(): Promise<string>;
  /** Statements of named graphs that the format wrote without their graph. */
  readonly ungraphed: number;
}

const MEGABYTE = 1024 * 1024;

/** A format that groups statements. */
interface Grouped {
  readonly mediaType: string;
  readonly graphs: boolean;
  /** Most characters of N-Quads that are held to write it. */
  readonly most: number;
}

/** One row a format that groups statements. JSON-LD holds less: its nodes take 50 times their text. */
const GROUPED: Readonly<Partial<Record<MapFormat, Grouped>>> = {
  ttl: { mediaType: 'text/turtle', graphs: false, most: 64 * MEGABYTE },
  trig: { mediaType: 'application/trig', graphs: true, most: 64 * MEGABYTE },
  jsonld: { mediaType: 'application/ld+json', graphs: true, most: 16 * MEGABYTE },
};

/** @param most characters that may be collected, where it is not the format's own limit */
export function mapContent(format: MapFormat, most?: number): MapContent {
  const grouped = GROUPED[format];
  if (grouped) return new Collected(format, most === undefined ? grouped : { ...grouped, most });
  return format === 'nt' ? new Triples() : { add: (nquads) => nquads, end: async () => '', ungraphed: 0 };
}

class Triples implements MapContent {
  ungraphed = 0;

  add(nquads: Uint8Array): string {
    return utf8Text(nquads).replace(QUADS, (_, triple: string) => {
      this.ungraphed++;
      return `${triple} .`;
    });
  }

  async end(): Promise<string> {
    return '';
  }
}

/** Lines that name a graph. Unsafe IRIs may hold spaces, never line feeds. */
const QUADS =
  /^((?:<[^>\n]*>|_:\S+) <[^>\n]*> (?:<[^>\n]*>|_:\S+|"(?:[^"\\\n]|\\.)*"(?:@\S+|\^\^<[^>\n]*>)?)) (?:<[^>\n]*>|_:\S+) \.$/gm;

class Collected implements MapContent {
  readonly #format: MapFormat;
  readonly #mediaType: string;
  readonly #most: number;
  readonly #triples: Triples | undefined;
  readonly #lines = new Set<string>();
  #size = 0;

  constructor(format: MapFormat, { mediaType, graphs, most }: Grouped) {
    this.#format = format;
    this.#mediaType = mediaType;
    this.#most = most;
    this.#triples = graphs ? undefined : new Triples();
  }

  get ungraphed(): number {
    return this.#triples?.ungraphed ?? 0;
  }

  add(nquads: Uint8Array): string {
    for (const line of (this.#triples?.add(nquads) ?? utf8Text(nquads)).split('\n')) {
      if (line === '' || this.#lines.has(line)) continue;
      this.#lines.add(line);
      this.#size += line.length;
    }
    if (this.#size > this.#most) throw tooLarge(this.#format, this.#most);
    return '';
  }

  async end(): Promise<string> {
    try {
      return await serialise(parseLines([...this.#lines]), this.#mediaType);
    } catch (error) {
      throw unsayable(this.#format, error);
    }
  }
}

const tooLarge = (format: string, most: number): Fault => {
  const megabytes = Math.round(most / MEGABYTE);
  return new Fault(
    {
      fr: `Le résultat est trop grand pour le format ${format}, qui doit le tenir entier en mémoire (plus de ${megabytes} Mo d’énoncés).`,
      en: `The result is too large for the format ${format}, which must hold it whole in memory (more than ${megabytes} MB of statements).`,
    },
    {
      fr: 'Écrivez --format nq, sans limite de taille, et convertissez ensuite s’il le faut.',
      en: 'Write --format nq, which has no limit of size, and convert afterwards if need be.',
    },
  );
};

const unsayable = (format: string, error: unknown): Fault => {
  const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  return new Fault(
    {
      fr: `Le résultat ne peut pas s’écrire au format ${format} : ${reason}.`,
      en: `The result cannot be written in the format ${format}: ${reason}.`,
    },
    {
      fr: 'Corrigez les IRI en cause, ou écrivez --format nq, qui les donne tels quels.',
      en: 'Correct the IRIs at fault, or write --format nq, which gives them as they are.',
    },
    error,
  );
};
