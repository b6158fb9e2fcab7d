import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, WRITERS, writePieces } from './museum-catalogue.ts';

/** A statement more or less than 12.5 a row: 80,000 rows are a million. */
const MAPPING = `mappings:
  objet:
    subjects: id:objets/$(ref)
    predicateobjects:
      - [a, schema:VisualArtwork]
      - [dcterms:identifier, $(ref)]
      - [schema:name, $(titre), fr~lang]
      - [schema:creator, $(auteur)]
      - [schema:artMedium, $(technique)]
      - [crm:P82a_begin_of_the_begin, $(debut), xsd:gYear]
      - [crm:P82b_end_of_the_end, $(fin), xsd:gYear]
      - [schema:height, $(hauteur), xsd:decimal]
      - [crm:P50_has_current_keeper, id:musees/$(musee)~iri]
      - [wgs:lat, $(latitude), xsd:decimal]
      - [wgs:long, $(longitude), xsd:decimal]
      - [schema:description, $(description), fr~lang]
      - [schema:width, $(largeur), xsd:decimal]
`;

const SHAPES = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <http://schema.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> .
@prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

/** Property, and what its shape asks. */
const PROPERTIES: readonly (readonly [path: string, constraint: string])[] = [
  ['dcterms:identifier', 'sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^M[0-9]{7}$"'],
  ['schema:name', 'sh:minCount 1 ; sh:uniqueLang true'],
  ['schema:creator', 'sh:minCount 1 ; sh:minLength 2'],
  ['crm:P82a_begin_of_the_begin', 'sh:maxCount 1 ; sh:datatype xsd:gYear'],
  ['crm:P82b_end_of_the_end', 'sh:maxCount 1 ; sh:datatype xsd:gYear'],
  ['schema:height', 'sh:datatype xsd:decimal ; sh:minInclusive 0.0'],
  ['schema:width', 'sh:datatype xsd:decimal ; sh:minInclusive 0.0'],
  ['crm:P50_has_current_keeper', 'sh:nodeKind sh:IRI ; sh:minCount 1'],
  ['wgs:lat', 'sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive -90.0 ; sh:maxInclusive 90.0'],
  ['wgs:long', 'sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive -180.0 ; sh:maxInclusive 180.0'],
];

function shapes(): string {
  const name = (path: string): string => `<shapes/objet#${path.replace(':', '-')}>`;
  const properties = PROPERTIES.map(
    ([path, constraint]) => `${name(path)} a sh:PropertyShape ; sh:path ${path} ; ${constraint} ;
  sh:name "${path}"@fr, "${path}"@en ; sh:severity sh:Violation ;
  sh:message "Valeur fautive."@fr, "Faulty value."@en .
`,
  );
  return `${SHAPES}<shapes/objet> a sh:NodeShape ; sh:targetClass schema:VisualArtwork ;
  sh:name "Objet"@fr, "Object"@en ; sh:severity sh:Violation ;
  sh:property ${PROPERTIES.map(([path]) => name(path)).join(', ')} .
${properties.join('')}`;
}

/** Writes a project whose only dataset is a generated catalogue. */
export async function writeProject(root: string, world: string, rows: number): Promise<void> {
  cpSync(join(world, 'ontologies'), join(root, 'ontologies'), { recursive: true });
  for (const folder of ['data/objets/source', 'shapes', 'queries'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'data/objets/mapping.yml'), MAPPING);
  writeFileSync(join(root, 'shapes/objets.ttl'), shapes());
  writeFileSync(
    join(root, 'data/objets/dataset.yml'),
    `title: { fr: Objets, en: Objects }
description: { fr: "Des objets qui n’ont jamais été, pour mesurer ce que coûte une publication.", en: "Objects that never were, to measure what a publication costs." }
publisher: { id: https://example.org/, name: { fr: Exemple, en: Example } }
licence: { id: https://www.etalab.gouv.fr/licence-ouverte-open-licence, label: { fr: Licence Ouverte 2.0, en: Open Licence 2.0 } }
keywords: { fr: [objet], en: [object] }
source: { path: source/objets.csv }
shapes: [objets.ttl]
`,
  );
  await writeSource(root, rows);
}

/**
 * Writes the catalogue itself.
 * @param every one row of so many has another title; none where it is absent
 */
export async function writeSource(
  root: string,
  rows: number,
  every = Number.POSITIVE_INFINITY,
): Promise<void> {
  function* changed() {
    let number = 0;
    for (const row of catalogue(rows))
      yield ++number % every === 0 ? { ...row, titre: `${row.titre} (revu)` } : row;
  }
  await writePieces(join(root, 'data/objets/source/objets.csv'), WRITERS.csv(changed()));
}
