import type { DumpFile } from '../../model/index.ts';
import {
  AFTER,
  DOCUMENT,
  DOCUMENT_EXTENSION,
  datasetParameter,
  EXTENSION,
  INCOMING,
  type Operation,
  PAGE_AND_RDF,
  type Parameter,
  PROFILE,
  STRING,
} from './parts.ts';

/** Things of this release that the examples of the document name. */
export interface Examples {
  readonly dataset: string;
  /** Of a thing of that dataset. */
  readonly identifier: string;
  /** A dataset with places, if there is one. */
  readonly placed?: string | undefined;
  /** A dataset that is a vocabulary, if there is one. */
  readonly vocabulary?: string | undefined;
  /** The kinds of dump that datasets have; absent: N-Quads. */
  readonly dumps?: readonly Pick<DumpFile, 'format' | 'packing'>[];
  /** Id of the release that is served. */
  readonly release: string;
  /** A chart, if there is one: `<dataset>/<name>`. */
  readonly chart?: string | undefined;
}

/** Addresses of datasets, of things and of terms. */
export function thingOperations({ dataset, identifier }: Examples): readonly Operation[] {
  const slug = datasetParameter(dataset);
  const thing: Parameter = {
    name: 'identifier',
    in: 'path',
    description: {
      fr: 'L’identifiant de la ressource dans son jeu.',
      en: 'The identifier of the thing in its dataset.',
    },
    schema: STRING,
    example: identifier,
  };
  return [
    {
      path: '/dataset/{dataset}',
      id: 'dataset',
      tag: 'datasets',
      summary: { fr: 'Un jeu de données', en: 'A dataset' },
      parameters: [slug],
      content: PAGE_AND_RDF,
      problems: [404, 406],
    },
    {
      path: '/dataset/{dataset}.{extension}',
      id: 'datasetAs',
      tag: 'datasets',
      summary: { fr: 'Un jeu de données, dans un format', en: 'A dataset, in one format' },
      parameters: [slug, EXTENSION],
      content: PAGE_AND_RDF,
      problems: [404],
    },
    {
      path: '/dataset/{dataset}/quality',
      id: 'quality',
      tag: 'datasets',
      summary: { fr: 'La qualité d’un jeu de données', en: 'The quality of a dataset' },
      parameters: [slug],
      content: PAGE_AND_RDF,
      problems: [404, 406],
    },
    {
      path: '/dataset/{dataset}/quality.{extension}',
      id: 'qualityAs',
      tag: 'datasets',
      summary: { fr: 'La qualité d’un jeu, dans un format', en: 'The quality of a dataset, in one format' },
      parameters: [slug, EXTENSION],
      content: PAGE_AND_RDF,
      problems: [404],
    },
    {
      path: '/dataset/{dataset}/quality.nq.gz',
      id: 'qualityDump',
      tag: 'datasets',
      summary: { fr: 'Les mesures et les notes d’un jeu', en: 'The measurements and notes of a dataset' },
      parameters: [slug],
      content: ['application/gzip'],
      problems: [404, 416],
    },
    {
      path: '/id/{dataset}/{identifier}',
      id: 'thing',
      tag: 'things',
      summary: { fr: 'L’IRI d’une ressource', en: 'The IRI of a thing' },
      parameters: [slug, thing],
      status: 303,
      content: [],
      problems: [404, 410],
    },
    {
      path: '/doc/{dataset}/{identifier}',
      id: 'document',
      tag: 'things',
      summary: { fr: 'Ce qui est dit d’une ressource', en: 'What is said of a thing' },
      parameters: [slug, thing, PROFILE, INCOMING, AFTER],
      content: DOCUMENT,
      problems: [404, 410, 406],
    },
    {
      path: '/doc/{dataset}/{identifier}.{extension}',
      id: 'documentAs',
      tag: 'things',
      summary: {
        fr: 'Ce qui est dit d’une ressource, dans un format',
        en: 'What is said of a thing, in one format',
      },
      parameters: [slug, thing, DOCUMENT_EXTENSION, PROFILE, INCOMING, AFTER],
      content: DOCUMENT,
      problems: [404, 410, 406],
    },
    {
      path: '/def/{term}',
      id: 'term',
      tag: 'things',
      summary: { fr: 'L’IRI d’un terme de l’ontologie', en: 'The IRI of a term of the ontology' },
      parameters: [TERM],
      status: 303,
      content: [],
      problems: [404, 410],
    },
    {
      path: '/doc/def/{term}',
      id: 'termDocument',
      tag: 'things',
      summary: { fr: 'Ce qui est dit d’un terme', en: 'What is said of a term' },
      parameters: [TERM, PROFILE, INCOMING, AFTER],
      content: DOCUMENT,
      problems: [404, 410, 406],
    },
  ];
}

const TERM: Parameter = {
  name: 'term',
  in: 'path',
  description: { fr: 'Le nom du terme.', en: 'The name of the term.' },
  schema: STRING,
};
