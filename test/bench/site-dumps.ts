import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { crm, dcterms, rdf, rdfs, schema, skos, wgs, xsd } from '../../src/rdf/index.ts';
import { random } from './museum-catalogue.ts';

/** Dumps of things that never were, as a release has them: works, monuments, and the vocabularies and areas they lie in. */
export const BASE = 'http://example.org/';

const REGIONS = 18;
const DEPARTMENTS = 101;
const CONCEPTS = 400;
const MUSEUMS = 1500;
const SYLLABLES =
  'ba be bi bo bu ca ce ci co da de di do fa fe fi fo ga gi go la le li lo lu ma me mi mo mu na ne ni no'
    .concat(' pa pe pi po ra re ri ro ru sa se si so ta te ti to tu va ve vi vo châ tré flo gra pré')
    .split(' ');
/** Words of which texts are made; the most frequent first. */
const VOCABULARY = 150_000;
const HEADS = [
  'Vue de',
  'Portrait de',
  'Paysage à',
  'Étude pour',
  'Nature morte au',
  'Saint',
  'Scène de la vie à',
  'Allégorie du',
  'La Vierge de',
  'Buste de',
  'Le pont de',
  'Fragment de vase,',
  'Médaille de',
  'Affiche pour',
  'Costume de',
];

export interface SiteDumps {
  readonly dumps: readonly { readonly dataset: string; readonly path: string }[];
  /** Octets that all would take as N-Triples. */
  readonly bytes: number;
  readonly statements: number;
}

/** The word of a rank, without two that are alike: two to four syllables. */
export function wordOf(rank: number): string {
  let rest = rank * 7919 + 4421;
  let word = '';
  do {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return word;
}

/** Writes the dumps of a release with so many works and monuments into a folder. */
export async function writeSiteDumps(folder: string, count: number): Promise<SiteDumps> {
  const totals = { bytes: 0, statements: 0 };
  const dumps = [];
  const monuments = Math.floor(count / 5);
  for (const [dataset, lines] of [
    ['departements', departments()],
    ['domaines', concepts()],
    ['monuments', things('monuments', monuments)],
    ['musees', museums()],
    ['oeuvres', things('oeuvres', count - monuments)],
    ['regions', regions()],
  ] as const) {
    const path = join(folder, `${dataset}.nq.gz`);
    await writeDump({ path, dataset, subjects: lines }, totals);
    dumps.push({ dataset, path });
  }
  return { dumps, ...totals };
}

type Subject = readonly [iri: string, statements: readonly string[]];

async function writeDump(
  { path, dataset, subjects }: { path: string; dataset: string; subjects: Iterable<Subject> },
  totals: { bytes: number; statements: number },
): Promise<void> {
  const gzip = createGzip({ level: 1 });
  const file = createWriteStream(path);
  gzip.pipe(file);
  const graph = `<${BASE}dataset/${dataset}> .\n`;
  let text = '';
  for (const [iri, statements] of subjects) {
    for (const statement of statements.toSorted()) {
      text += `<${iri}> ${statement} ${graph}`;
      totals.bytes += Buffer.byteLength(iri) + Buffer.byteLength(statement) + 6;
      totals.statements++;
    }
    if (text.length < 1 << 18) continue;
    if (!gzip.write(text)) await once(gzip, 'drain');
    text = '';
  }
  gzip.end(text);
  await finished(file);
}

const id = (dataset: string, name: string | number): string => `${BASE}id/${dataset}/${name}`;
const iri = (property: string, target: string): string => `<${property}> <${target}>`;
const text = (property: string, value: string, language = 'fr'): string =>
  `<${property}> "${value}"${language && `@${language}`}`;
const typed = (property: string, value: string | number, datatype: string): string =>
  `<${property}> "${value}"^^<${datatype}>`;
const number = (value: number): string => String(value).padStart(8, '0');

function* regions(): Generator<Subject> {
  for (let at = 10; at < 10 + REGIONS; at++)
    yield [id('regions', at), [iri(rdf.type, skos.Concept), text(skos.prefLabel, `Région ${wordOf(at)}`)]];
}

function* departments(): Generator<Subject> {
  for (let at = 100; at < 100 + DEPARTMENTS; at++)
    yield [
      id('departements', at),
      [
        iri(rdf.type, skos.Concept),
        text(skos.prefLabel, `Département ${wordOf(at)}`),
        iri(schema.containedInPlace, id('regions', 10 + (at % REGIONS))),
      ],
    ];
}

/** A tree: each tenth concept is above the nine after it. */
function* concepts(): Generator<Subject> {
  for (let at = 1000; at < 1000 + CONCEPTS; at++)
    yield [
      id('domaines', at),
      [
        iri(rdf.type, skos.Concept),
        text(skos.prefLabel, `domaine ${wordOf(at)}`),
        ...(at % 10 === 0 ? [] : [iri(skos.broader, id('domaines', at - (at % 10)))]),
      ],
    ];
}

function* museums(): Generator<Subject> {
  const next = random(11);
  for (let at = 1000; at < 1000 + MUSEUMS; at++)
    yield [
      id('musees', `M${at}`),
      [
        iri(rdf.type, `${schema.namespace}Museum`),
        text(schema.name, `Musée de ${wordOf(at)}`),
        iri(schema.containedInPlace, department(next())),
      ],
    ];
}

const department = (share: number): string => id('departements', 100 + Math.floor(share ** 2 * DEPARTMENTS));

/** Works in museums, monuments in départements: 14 statements each, one of them a text of some twenty words. */
function* things(dataset: 'oeuvres' | 'monuments', count: number): Generator<Subject> {
  const next = random(dataset.length);
  const word = (): string => wordOf(Math.floor(VOCABULARY ** next()) - 1);
  const words = (many: number): string => Array.from({ length: many }, word).join(' ');
  const isWork = dataset === 'oeuvres';
  for (let at = 0; at < count; at++) {
    const thing = id(dataset, `${isWork ? 'O' : 'PA'}${number(at)}`);
    const name = isWork
      ? `${HEADS[Math.floor(next() * HEADS.length)]} ${words(1 + Math.floor(next() * 3))}`
      : `Château de ${words(1 + Math.floor(next() * 2))}`;
    const year = 1100 + Math.floor(next() ** 0.5 * 900);
    const where = isWork ? id('musees', `M${1000 + Math.floor(next() * MUSEUMS)}`) : department(next());
    yield [
      `${thing}#periode`,
      [
        iri(rdf.type, `${crm.namespace}E52_Time-Span`),
        typed(crm.P82a_begin_of_the_begin, year, xsd.gYear),
        typed(crm.P82b_end_of_the_end, year + Math.floor(next() * 80), xsd.gYear),
      ],
    ];
    yield [
      thing,
      [
        iri(rdf.type, schema.namespace + (isWork ? 'VisualArtwork' : 'LandmarksOrHistoricalBuildings')),
        iri(rdf.type, `${crm.namespace}E22_Human-Made_Object`),
        text(schema.name, name),
        text(schema.description, `Objet de collection, ${words(8 + Math.floor(next() * 16))}`),
        text(dcterms.identifier, thing.slice(thing.lastIndexOf('/') + 1), ''),
        iri(isWork ? crm.P50_has_current_keeper : schema.containedInPlace, where),
        iri(`${crm.namespace}P2_has_type`, id('domaines', 1000 + Math.floor(next() ** 2 * CONCEPTS))),
        iri(`${crm.namespace}P4_has_time-span`, `${thing}#periode`),
        text(`${schema.namespace}size`, `H. ${Math.floor(next() * 200)} cm`),
        iri(rdfs.seeAlso, `http://example.com/notice/${number(at)}`),
        typed(wgs.lat, (42 + next() * 8).toFixed(5), xsd.decimal),
        typed(wgs.long, (-4 + next() * 11).toFixed(5), xsd.decimal),
      ],
    ];
  }
}
