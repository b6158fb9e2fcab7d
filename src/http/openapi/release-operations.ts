import {
  datasetParameter,
  EXTENSION,
  type Operation,
  PAGE_AND_RDF,
  type Parameter,
  RDF,
  STRING,
} from './parts.ts';
import type { Examples } from './thing-operations.ts';

/** Media types of packed files. */
const PACKED = ['application/gzip', 'application/zstd'];

/** Addresses of releases, of their files, and of what tells their changes. */
export function releaseOperations({ dataset, release }: Examples): readonly Operation[] {
  const slug = datasetParameter(dataset);
  const id: Parameter = {
    name: 'release',
    in: 'path',
    description: { fr: 'Une version conservée.', en: 'A release that is kept.' },
    schema: STRING,
    example: release,
  };
  return [
    {
      path: '/releases',
      id: 'releases',
      tag: 'releases',
      summary: { fr: 'Les versions conservées', en: 'The releases that are kept' },
      content: PAGE_AND_RDF,
      problems: [406],
    },
    {
      path: '/releases.{extension}',
      id: 'releasesAs',
      tag: 'releases',
      summary: {
        fr: 'Les versions conservées, dans un format',
        en: 'The releases that are kept, in one format',
      },
      parameters: [EXTENSION],
      content: PAGE_AND_RDF,
      problems: [404],
    },
    {
      path: '/releases/{release}',
      id: 'release',
      tag: 'releases',
      summary: {
        fr: 'Une version : ce qu’elle contient, ce qu’elle a changé, ses fichiers',
        en: 'A release: what it holds, what it changed, its files',
      },
      parameters: [id],
      content: PAGE_AND_RDF,
      problems: [404, 406, 410],
    },
    {
      path: '/releases/{release}/manifest.json',
      id: 'manifest',
      tag: 'releases',
      summary: { fr: 'Le manifeste d’une version', en: 'The manifest of a release' },
      parameters: [id],
      content: { 'application/json': { type: 'object' } },
      problems: [404, 410],
    },
    {
      path: '/releases/{release}/SHA256SUMS',
      id: 'checksums',
      tag: 'releases',
      summary: { fr: 'Les empreintes de ses fichiers', en: 'The checksums of its files' },
      parameters: [id],
      content: ['text/plain'],
      problems: [404, 410],
    },
    {
      path: '/releases/{release}/{file}',
      id: 'releaseFile',
      tag: 'releases',
      summary: { fr: 'Un fichier d’une version, pour toujours', en: 'A file of a release, for ever' },
      description: {
        fr: 'Le chemin est celui du manifeste, et peut contenir des barres obliques. L’empreinte est à la même adresse, suivie de .sha256.',
        en: 'The path is that of the manifest, and may hold slashes. The checksum is at the same address, followed by .sha256.',
      },
      parameters: [id, { ...name('file'), example: 'catalogue.nq.gz' }],
      content: [...PACKED, 'application/json'],
      problems: [404, 410, 416],
    },
    {
      path: '/releases/{release}/dataset/{dataset}',
      id: 'datasetVersion',
      tag: 'releases',
      summary: {
        fr: 'L’IRI d’un jeu de données tel qu’il était dans une version',
        en: 'The IRI of a dataset as it was in a release',
      },
      parameters: [id, slug],
      status: 303,
      content: [],
      problems: [404, 410],
    },
    {
      path: '/dumps/{file}',
      id: 'wholeDump',
      tag: 'releases',
      summary: {
        fr: 'Un fichier de tous les graphes de la dernière version',
        en: 'A file of all graphs of the latest release',
      },
      parameters: [{ ...name('file'), example: 'catalogue.nq.gz' }],
      content: PACKED,
      problems: [404, 416],
    },
    {
      path: '/dumps/SHA256SUMS',
      id: 'wholeDumpChecksums',
      tag: 'releases',
      summary: { fr: 'Les empreintes de ces fichiers', en: 'The checksums of these files' },
      content: ['text/plain'],
    },
    {
      path: '/dataset/{dataset}.nq.gz.sha256',
      id: 'dumpChecksum',
      tag: 'releases',
      summary: {
        fr: 'L’empreinte d’un fichier, comme sha256sum la lit',
        en: 'The checksum of a file, as sha256sum reads it',
      },
      parameters: [slug],
      content: ['text/plain'],
      problems: [404],
    },
    {
      path: '/dataset/{dataset}/linkset.json',
      id: 'linkset',
      tag: 'datasets',
      summary: {
        fr: 'Les liens de la page d’un jeu de données (RFC 9264)',
        en: 'The links of a dataset’s page (RFC 9264)',
      },
      parameters: [slug],
      content: { 'application/linkset+json': { type: 'object' } },
      problems: [404],
    },
    {
      path: '/ldes',
      id: 'eventStream',
      tag: 'releases',
      summary: {
        fr: 'Ce qui change, de version en version (LDES)',
        en: 'What changes, from release to release (LDES)',
      },
      content: [...RDF, 'text/html'],
      problems: [406],
    },
    {
      path: '/ldes/{release}/{page}',
      id: 'eventPage',
      tag: 'releases',
      summary: { fr: 'Une page de changements', en: 'A page of changes' },
      parameters: [id, { ...name('page'), schema: { type: 'integer', minimum: 1 }, example: 1 }],
      content: RDF,
      problems: [404, 406, 410],
    },
    {
      path: '/feed.atom',
      id: 'feed',
      tag: 'releases',
      summary: { fr: 'Les dernières versions (Atom)', en: 'The latest releases (Atom)' },
      content: ['application/atom+xml'],
    },
    {
      path: '/feed/{release}.atom',
      id: 'feedArchive',
      tag: 'releases',
      summary: {
        fr: 'Une version, en archive du flux (RFC 5005)',
        en: 'A release, as archive of the feed (RFC 5005)',
      },
      parameters: [id],
      content: ['application/atom+xml'],
      problems: [404, 410],
    },
  ];
}

const name = (of: 'file' | 'page'): Parameter => ({
  name: of,
  in: 'path',
  description:
    of === 'file'
      ? { fr: 'Le nom du fichier.', en: 'The name of the file.' }
      : { fr: 'Le numéro de la page, à partir de 1.', en: 'The number of the page, from 1 on.' },
  schema: STRING,
});
