import type { DumpFile, ReleasedDataset, ReleaseMoment } from '../model/index.ts';
import type { RDF } from '../rdf/index.ts';
import { dumpTitle } from './catalogue-texts.ts';
import { distributionName } from './describe-distributions.ts';
import { describeFile } from './describe-file.ts';
import { DUMP_SYNTAXES, PACKINGS } from './dump-formats.ts';

/** The datasets whose dumps are also joined, all graphs together. */
export interface WholeDumps {
  readonly base: string;
  readonly release: ReleaseMoment;
  readonly released: readonly ReleasedDataset[];
  /** The licence, where all datasets have the same. */
  readonly licence: string | undefined;
}

/** IRIs of the distributions of the catalogue. */
export const wholeDumpIris = (whole: WholeDumps): readonly string[] =>
  kindsOf(whole).map((kind) => iriOf(whole, kind));

/**
 * The dumps of all graphs together, as distributions of the catalogue. This description is in one of those graphs, so it
 * cannot tell their size and hash: they stand beside each file, in `.sha256`.
 */
export const describeWholeDumps = (whole: WholeDumps): RDF.Quad[] =>
  kindsOf(whole).flatMap((kind) =>
    describeFile({
      iri: iriOf(whole, kind),
      title: dumpTitle(DUMP_SYNTAXES[kind.format].name, PACKINGS[kind.packing].name),
      address: `${whole.base}dumps/all.${kind.format}.${kind.packing}`,
      ...kind,
      licence: whole.licence,
      modified: whole.release.createdAt,
    }),
  );

type Kind = Pick<DumpFile, 'format' | 'packing'>;

/** Syntaxes of graphs in which all datasets have a dump. */
function kindsOf({ released }: WholeDumps): readonly Kind[] {
  const [first, ...others] = released.map(({ dumps = [] }) => dumps);
  return (first ?? [])
    .filter(({ format }) => GRAPHS.has(format))
    .filter(({ format, packing }) =>
      others.every((dumps) => dumps.some((one) => one.format === format && one.packing === packing)),
    )
    .map(({ format, packing }) => ({ format, packing }));
}

/** Syntaxes that can hold every graph, tables and maps left out. */
const GRAPHS: ReadonlySet<DumpFile['format']> = new Set(['nq', 'nt', 'ttl', 'jsonld', 'rdf']);

const iriOf = ({ base }: WholeDumps, kind: Kind): string => `${base}catalogue#all-${distributionName(kind)}`;
