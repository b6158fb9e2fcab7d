import { same } from '../../model/index.ts';
import { EXTENSION, type Operation, PAGE_AND_RDF, type Parameter, STRING } from './parts.ts';

const PAGE: Parameter = {
  name: 'page',
  in: 'query',
  description: {
    fr: 'La page du catalogue, comptée à partir de 1 ; chacune décrit cinquante jeux de données au plus.',
    en: 'The page of the catalogue, counted from 1; each describes fifty datasets at most.',
  },
  schema: { type: 'integer', minimum: 1 },
  example: 1,
};

/** The catalogue. */
export const CATALOGUE: readonly Operation[] = [
  {
    path: '/',
    id: 'home',
    tag: 'datasets',
    summary: { fr: 'La page d’accueil', en: 'The home page' },
    content: ['text/html'],
    problems: [406],
  },
  {
    path: '/datasets',
    id: 'datasets',
    tag: 'datasets',
    summary: { fr: 'La liste des jeux de données', en: 'The list of datasets' },
    parameters: [PAGE],
    content: PAGE_AND_RDF,
    problems: [406],
  },
  {
    path: '/catalogue',
    id: 'catalogue',
    tag: 'datasets',
    summary: { fr: 'Le catalogue, en DCAT', en: 'The catalogue, in DCAT' },
    parameters: [PAGE],
    content: PAGE_AND_RDF,
    problems: [404, 406],
  },
  {
    path: '/catalogue.{extension}',
    id: 'catalogueAs',
    tag: 'datasets',
    summary: { fr: 'Le catalogue, dans un format', en: 'The catalogue, in one format' },
    parameters: [EXTENSION, PAGE],
    content: PAGE_AND_RDF,
    problems: [404],
  },
  {
    path: '/ledger.tsv.gz',
    id: 'ledger',
    tag: 'datasets',
    summary: {
      fr: 'Toutes les adresses publiées, et ce qu’elles sont devenues',
      en: 'All addresses ever published, and what became of them',
    },
    content: ['application/gzip'],
    problems: [404, 416],
  },
];

/** What is about the server itself. */
export const SERVER: readonly Operation[] = [
  {
    path: '/openapi.json',
    id: 'openapi',
    tag: 'server',
    summary: { fr: 'Ce document', en: 'This document' },
    content: { 'application/openapi+json': { type: 'object' } },
  },
  {
    path: '/health/live',
    id: 'live',
    tag: 'server',
    summary: { fr: 'Le serveur répond', en: 'The server answers' },
    content: { 'application/json': { type: 'object' } },
  },
  {
    path: '/health/ready',
    id: 'ready',
    tag: 'server',
    summary: { fr: 'Les données sont chargées', en: 'The data are loaded' },
    content: { 'application/json': { type: 'object' } },
    problems: [503],
  },
  { path: '/robots.txt', id: 'robots', tag: 'server', summary: same('robots.txt'), content: ['text/plain'] },
  {
    path: '/metrics',
    id: 'metrics',
    tag: 'server',
    summary: { fr: 'Des mesures, au format Prometheus', en: 'Measurements, in the format of Prometheus' },
    content: ['text/plain'],
    problems: [404],
  },
  {
    path: '/assets/{name}',
    id: 'asset',
    tag: 'server',
    summary: { fr: 'Un fichier des pages', en: 'A file of the pages' },
    parameters: [
      {
        name: 'name',
        in: 'path',
        description: { fr: 'Le nom du fichier.', en: 'The name of the file.' },
        schema: STRING,
        example: 'mark.svg',
      },
    ],
    content: ['image/svg+xml', 'text/css', 'text/javascript', 'font/woff2'],
    problems: [404],
  },
];
