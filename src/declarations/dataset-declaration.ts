import { basename, join } from 'node:path';
import { childOf, itemsOf, parseYaml, plain, readUtf8, textOf, type YamlNode } from '../documents/index.ts';
import {
  type Agent,
  type Bilingual,
  type Complaint,
  type Dataset,
  datasetIri,
  type Place,
} from '../model/index.ts';
import { dcat, jsonLdToQuads, quadLine } from '../rdf/index.ts';
import { illegalIris, unknownKey } from './complaints.ts';
import { DATASET_CONTEXT, DATASET_KEYS, propertyOfKey } from './dataset-context.ts';
import { filesOf } from './dataset-files.ts';
import { shownPath } from './layers.ts';
import { limitsOf } from './limits.ts';
import { ownKeysOf } from './own-keys.ts';
import { type DeclaredSource, readSource } from './source-declaration.ts';

/** A dataset whose source may still be another's. */
export interface DeclaredDataset {
  readonly dataset: Omit<Dataset, 'source'>;
  readonly source: DeclaredSource;
}

/** Where a description is read from, and for which base IRI. */
export interface DatasetFolder {
  readonly folder: string;
  readonly root: string;
  readonly base: string;
}

/** Reads `dataset.yml` of a folder; undefined where it is no YAML at all. Texts that are missing are left to the shape. */
export async function readDataset(
  at: DatasetFolder,
  complaints: Complaint[],
): Promise<DeclaredDataset | undefined> {
  const path = join(at.folder, 'dataset.yml');
  const file = shownPath(at.root, path);
  const read = await readUtf8(path, file);
  if (read.kind === 'refused') {
    complaints.push(read.complaint);
    return undefined;
  }
  const yaml = parseYaml(read.text, file);
  if (yaml.kind === 'malformed') {
    complaints.push(...yaml.complaints);
    return undefined;
  }
  checkKeys(yaml.node, complaints);
  const slug = basename(at.folder);
  const iri = datasetIri(at.base, slug);
  return {
    dataset: {
      slug,
      place: { file, line: 1 },
      ...textsOf(yaml.node),
      ...(await filesOf(yaml.node, at, file, complaints)),
      uriPattern: textOf(childOf(yaml.node, 'uriPattern')) ?? '{id}',
      ...ownKeysOf(yaml.node),
      vocabularies: texts(yaml.node, 'vocabularies'),
      ...limitsOf(yaml.node, complaints),
      statements: await statementsOf(yaml.node, iri, complaints),
      places: placesOf(yaml.node),
    },
    source: readSource(childOf(yaml.node, 'source'), at.folder, at.root, complaints),
  };
}

function checkKeys(node: YamlNode, complaints: Complaint[]): void {
  for (const { key, place } of node.kind === 'map' ? node.entries : []) {
    if (!DATASET_KEYS.includes(key)) complaints.push(unknownKey(place, key, DATASET_KEYS));
  }
}

function textsOf(node: YamlNode) {
  const publisher = childOf(node, 'publisher');
  const licence = childOf(node, 'licence');
  const contact = childOf(node, 'contact');
  const keywords = childOf(node, 'keywords');
  const frequency = textOf(childOf(node, 'frequency'));
  return {
    title: bilingual(childOf(node, 'title')),
    description: bilingual(childOf(node, 'description')),
    publisher: agentOf(publisher),
    ...(contact === undefined ? {} : { contact: agentOf(contact) }),
    licence: { iri: textOf(childOf(licence, 'id')) ?? '', label: bilingual(childOf(licence, 'label')) },
    keywords: { fr: texts(keywords, 'fr'), en: texts(keywords, 'en') },
    themes: texts(node, 'themes').map((code) => authority('data-theme', code)),
    spatial: texts(node, 'spatial'),
    origins: texts(node, 'origins'),
    ...(frequency === undefined ? {} : { frequency: authority('frequency', frequency) }),
  };
}

const agentOf = (node: YamlNode | undefined): Agent => ({
  iri: textOf(childOf(node, 'id')) ?? '',
  name: bilingual(childOf(node, 'name')),
});

const authority = (table: string, code: string): string =>
  code.includes(':') ? code : `http://publications.europa.eu/resource/authority/${table}/${code}`;

function bilingual(node: YamlNode | undefined): Bilingual {
  const fr = textOf(childOf(node, 'fr')) ?? '';
  return { fr, en: textOf(childOf(node, 'en')) ?? fr };
}

const texts = (node: YamlNode | undefined, key: string): readonly string[] =>
  itemsOf(childOf(node, key))
    .map(textOf)
    .filter((one) => one !== undefined);

/** The description as RDF: YAML-LD with the fixed context. */
async function statementsOf(
  node: YamlNode,
  iri: string,
  complaints: Complaint[],
): Promise<readonly string[]> {
  const document = {
    '@context': DATASET_CONTEXT,
    '@type': dcat.Dataset,
    ...(plain(node) as object),
    id: iri,
  };
  try {
    const quads = await jsonLdToQuads(document, iri);
    complaints.push(...illegalIris(quads, node.place));
    return quads.map((quad) => quadLine(quad));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complaints.push({
      place: node.place,
      found: {
        fr: `La description n’est pas du YAML-LD : ${reason}.`,
        en: `The description is not YAML-LD: ${reason}.`,
      },
      remedy: { fr: 'Comparez-la à data/README.md.', en: 'Compare it with data/README.md.' },
    });
    return [];
  }
}

function placesOf(node: YamlNode): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { key, place } of node.kind === 'map' ? node.entries : []) {
    const property = propertyOfKey(key);
    if (property !== undefined) places.set(property, place);
  }
  return places;
}
