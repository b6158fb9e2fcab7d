import { datasetIri, iriOfPath } from '../../model/index.ts';
import { datasetsPage } from '../../pages/index.ts';
import { foaf, iri, type RDF, rdf, statement, voidVocabulary } from '../../rdf/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { CatalogueGraph } from '../catalogue-graph.ts';
import { type AppContext, publishedDatasets } from '../context.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { sendResource } from '../negotiated-resource.ts';

/** `/.well-known/void`, with an extension or without. */
export const VOID = /^\/\.well-known\/void(?:\.[a-z]+)?$/;

const ADDRESS = '/.well-known/void';

/** What VoID tells of all datasets (https://www.w3.org/TR/void/#discovery): what the catalogue says of each. */
export const voidDescription =
  (context: AppContext, graph: CatalogueGraph): Handler =>
  (request, response) => {
    const [, extension] = /\.([a-z]+)$/.exec(iriPathOf(request).slice(ADDRESS.length)) ?? [];
    const { base, createdAt } = context.release.manifest;
    const frame = frameOf(context, request, ADDRESS);
    const resource = {
      uriPath: ADDRESS,
      base,
      lastModified: createdAt,
      page: () => datasetsPage(frame, { datasets: publishedDatasets(context) }),
      quads: () => describe(context, graph),
      links: [
        { iri: '/catalogue', relation: 'describes' },
        { iri: '/openapi.json', relation: 'service-desc', mediaType: 'application/openapi+json' },
      ],
    };
    return sendResource(request, response, resource, extension);
  };

async function describe({ release }: AppContext, graph: CatalogueGraph): Promise<readonly RDF.Quad[]> {
  const { base, datasets } = release.manifest;
  const document = iriOfPath(ADDRESS, base);
  const iris = datasets.map(({ slug }) => datasetIri(base, slug));
  const described = await Promise.all(iris.map((one) => graph.about(one)));
  // What two datasets refer to is the same quad of the catalogue.
  return [
    statement(document, rdf.type, iri(voidVocabulary.DatasetDescription)),
    ...iris.map((one) => statement(document, foaf.topic, iri(one))),
    ...new Set(described.flat()),
  ];
}
