import { geof } from '../rdf/index.ts';

const { namespace: _namespace, ...functions } = geof;

/** IRIs of the functions that Oxigraph knows beyond those of SPARQL: GeoSPARQL 1.1 on WKT literals. */
export const OXIGRAPH_FUNCTIONS: readonly string[] = Object.values(functions);
