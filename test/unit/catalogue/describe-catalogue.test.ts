import { describe, expect, it } from '@jest/globals';
import { describeCatalogue, describeDocument, describeService } from '../../../src/catalogue/index.ts';
import { parseLines, quadLine, type RDF } from '../../../src/rdf/index.ts';
import { BASE, dataset, dumpFile, MUSEUM, published, RELEASE, released } from './samples.ts';

const DCAT = 'http://www.w3.org/ns/dcat#';
const TERMS = 'http://purl.org/dc/terms/';
const VOID = 'http://rdfs.org/ns/void#';
const SPDX = 'http://spdx.org/rdf/terms#';

const catalogue = describeCatalogue({
  datasets: [dataset('musees'), dataset('oeuvres'), dataset('refuse')],
  released: [released('musees'), released('oeuvres')],
  base: BASE,
  release: RELEASE,
});

const values = (quads: readonly RDF.Quad[], subject: string, predicate: string): string[] =>
  quads
    .filter((one) => one.subject.value === subject && one.predicate.value === predicate)
    .map((one) => one.object.value);

describe('The catalogue', () => {
  it('lists the datasets of the release, and only them', () => {
    expect(values(catalogue, `${BASE}catalogue`, `${DCAT}dataset`)).toEqual([
      `${BASE}dataset/musees`,
      `${BASE}dataset/oeuvres`,
    ]);
  });

  it('has no blank node, says nothing twice and is well-formed N-Quads', () => {
    const lines = catalogue.map((one) => quadLine(one, `${BASE}catalogue`));
    expect(lines.some((line) => line.includes('_:'))).toBe(false);
    expect(new Set(lines).size).toBe(lines.length);
    expect(parseLines(lines)).toHaveLength(lines.length);
  });

  it('gives each dump its address, type, size and checksum', () => {
    const dump = `${BASE}dataset/musees#nquads`;
    expect(values(catalogue, dump, `${DCAT}downloadURL`)).toEqual([`${BASE}dataset/musees.nq.gz`]);
    expect(values(catalogue, dump, `${DCAT}byteSize`)).toEqual(['4096']);
    expect(values(catalogue, dump, `${DCAT}mediaType`)).toEqual([
      'https://www.iana.org/assignments/media-types/application/n-quads',
    ]);
    const [checksum] = values(catalogue, dump, `${SPDX}checksum`);
    expect(values(catalogue, checksum ?? '', `${SPDX}checksumValue`)).toEqual(['ab'.repeat(32)]);
  });

  it('leads to what is said of the quality of a dataset, where that is released', () => {
    const [one, other] = [released('musees'), released('oeuvres')];
    const quads = describeCatalogue({
      datasets: [dataset('musees'), dataset('oeuvres')],
      released: [{ ...one, quality: { ...one.dump, statements: 1 } }, other],
      base: BASE,
      release: RELEASE,
    });
    const led = quads.filter(({ predicate }) => predicate.value.endsWith('#hasQualityMetadata'));
    expect(led.map(({ object }) => object.value)).toEqual([`${BASE}dataset/musees/quality`]);
  });

  it('counts in VoID what the release counts', () => {
    const subject = `${BASE}dataset/musees`;
    expect(values(catalogue, subject, `${VOID}triples`)).toEqual(['120']);
    expect(values(catalogue, subject, `${VOID}entities`)).toEqual(['10']);
    expect(values(catalogue, subject, `${VOID}uriSpace`)).toEqual([`${BASE}id/musees/`]);
  });

  it('says titles and labels in French and English', () => {
    const theme = 'http://publications.europa.eu/resource/authority/data-theme/EDUC';
    expect(values(catalogue, `${BASE}dataset/musees`, `${TERMS}title`)).toEqual([
      'Jeu musees',
      'Dataset musees',
    ]);
    expect(values(catalogue, theme, 'http://www.w3.org/2004/02/skos/core#prefLabel')).toEqual([
      'Éducation, culture et sport',
      'Education, culture and sport',
    ]);
  });

  it('of nothing is still a catalogue', () => {
    const empty = describeCatalogue({ datasets: [], released: [], base: BASE, release: RELEASE });
    expect(values(empty, `${BASE}catalogue`, `${TERMS}title`)).toHaveLength(2);
    expect(values(empty, `${BASE}catalogue`, `${DCAT}dataset`)).toEqual([]);
  });
});

describe('The catalogue of a release with everything', () => {
  const subject = `${BASE}dataset/musees`;
  const kept = (id: string, sha256: string) => ({
    slug: 'musees',
    release: { id, createdAt: `${id.slice(0, 10)}T10:00:00.000Z` },
    dump: { ...dumpFile('musees', 'nq', 'gz'), sha256 },
  });
  const full = describeCatalogue({
    datasets: [dataset('musees'), dataset('oeuvres')],
    released: [published('musees'), published('oeuvres')],
    versions: [kept('2026-01-01.1', '01'.repeat(32)), kept('2026-01-02.1', '01'.repeat(32))],
    base: BASE,
    release: RELEASE,
  });

  it('has no blank node and says nothing twice', () => {
    const lines = full.map((one) => quadLine(one, `${BASE}catalogue`));
    expect(lines.filter((line) => line.includes('_:'))).toEqual([]);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('describes all that it leads to within the catalogue', () => {
    const subjects = new Set(full.map((one) => one.subject.value));
    const isOwn = (iri: string) => iri.includes('#') && iri.startsWith(BASE);
    const led = full.map((one) => one.object.value).filter(isOwn);
    expect(led.length).toBeGreaterThan(50);
    expect(led.filter((iri) => !subjects.has(iri))).toEqual([]);
  });

  it.each([
    ['nquads', 'nq.gz', 'application/n-quads', 'RDF_N_QUADS', 'application/gzip'],
    ['nquads-zst', 'nq.zst', 'application/n-quads', 'RDF_N_QUADS', 'application/zstd'],
    ['ntriples', 'nt.gz', 'application/n-triples', 'RDF_N_TRIPLES', 'application/gzip'],
    ['turtle', 'ttl.gz', 'text/turtle', 'RDF_TURTLE', 'application/gzip'],
    ['jsonld', 'jsonld.gz', 'application/ld+json', 'JSON_LD', 'application/gzip'],
    ['rdfxml', 'rdf.gz', 'application/rdf+xml', 'RDF_XML', 'application/gzip'],
    ['csv', 'csv.gz', 'text/csv', 'CSV', 'application/gzip'],
    ['geojson', 'geojson.gz', 'application/geo+json', 'GEOJSON', 'application/gzip'],
  ])(
    'gives the dump #%s its address, formats, size and checksum',
    (name, ending, type, fileType, packing) => {
      const dump = `${subject}#${name}`;
      const iana = 'https://www.iana.org/assignments/media-types/';
      expect(values(full, subject, `${DCAT}distribution`)).toContain(dump);
      expect(values(full, subject, `${VOID}dataDump`)).toContain(`${subject}.${ending}`);
      expect(values(full, dump, `${DCAT}downloadURL`)).toEqual([`${subject}.${ending}`]);
      expect(values(full, dump, `${DCAT}mediaType`)).toEqual([iana + type]);
      expect(values(full, dump, `${DCAT}compressFormat`)).toEqual([iana + packing]);
      expect(values(full, dump, `${TERMS}format`)).toEqual([
        `http://publications.europa.eu/resource/authority/file-type/${fileType}`,
      ]);
      expect(values(full, dump, `${DCAT}byteSize`)).toEqual(['4096']);
      expect(values(full, `${dump}-checksum`, `${SPDX}checksumValue`)[0]).toMatch(/^[0-9a-f]{64}$/);
    },
  );

  it('labels every concept of the authority tables that it refers to', () => {
    const authority = 'http://publications.europa.eu/resource/authority/';
    const concepts = full.map((one) => one.object.value).filter((iri) => iri.startsWith(authority));
    const labelled = new Set(
      full
        .filter(
          ({ predicate }) => predicate.value.endsWith('#prefLabel') || predicate.value === `${TERMS}title`,
        )
        .map((one) => one.subject.value),
    );
    expect(concepts.filter((iri) => !labelled.has(iri))).toEqual([]);
  });

  it('gives the table and the places as they are, too, where there are such', () => {
    expect(values(full, `${subject}#table`, `${DCAT}downloadURL`)).toEqual([`${subject}/table.csv`]);
    expect(values(full, `${subject}#places`, `${DCAT}downloadURL`)).toEqual([`${subject}/places.geojson`]);
    expect(values(catalogue, subject, `${DCAT}distribution`)).toEqual([
      `${subject}#nquads`,
      `${subject}#sparql`,
    ]);
  });

  it('gives all graphs together, in the syntaxes that can hold them', () => {
    const whole = values(full, `${BASE}catalogue`, `${DCAT}distribution`);
    expect(whole).toHaveLength(6);
    expect(values(full, `${BASE}catalogue#all-turtle`, `${DCAT}downloadURL`)).toEqual([
      `${BASE}dumps/all.ttl.gz`,
    ]);
    expect(values(catalogue, `${BASE}catalogue`, `${DCAT}distribution`)).toEqual([]);
  });

  it('dates a dataset by its first release and its last change', () => {
    expect(values(full, subject, `${TERMS}issued`)).toEqual(['2026-01-01T10:00:00.000Z']);
    expect(values(full, subject, `${TERMS}modified`)).toEqual(['2026-11-01T10:00:00.000Z']);
  });

  it('has one version a dump that was: no more for releases in which nothing changed', () => {
    const version = (id: string) => `${BASE}releases/${id}/dataset/musees`;
    const [first, present] = [version('2026-01-01.1'), version(RELEASE.id)];
    expect(values(full, subject, `${DCAT}hasVersion`)).toEqual([first, present]);
    expect(values(full, subject, `${DCAT}hasCurrentVersion`)).toEqual([present]);
    expect(values(full, present, `${DCAT}previousVersion`)).toEqual([first]);
    expect(values(full, first, `${DCAT}isVersionOf`)).toEqual([subject]);
    expect(values(full, `${first}#nquads`, `${DCAT}downloadURL`)).toEqual([
      `${BASE}releases/2026-01-01.1/datasets/musees.nq.gz`,
    ]);
    expect(values(full, `${first}#nquads-checksum`, `${SPDX}checksumValue`)).toEqual(['01'.repeat(32)]);
  });

  it('keeps the version of the release that first had the dump of now', () => {
    const again = describeCatalogue({
      datasets: [dataset('musees')],
      released: [published('musees')],
      versions: [
        kept('2026-01-01.1', '01'.repeat(32)),
        kept('2026-01-02.1', published('musees').dump.sha256),
      ],
      base: BASE,
      release: RELEASE,
    });
    const present = `${BASE}releases/2026-01-02.1/dataset/musees`;
    expect(values(again, subject, `${DCAT}hasCurrentVersion`)).toEqual([present]);
    expect(values(again, subject, `${DCAT}hasVersion`)).toHaveLength(2);
  });

  it('describes no more than twenty versions', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      kept(`2026-02-01.${index}`, String(index).padStart(64, '0')),
    );
    const quads = describeCatalogue({
      datasets: [dataset('musees')],
      released: [published('musees')],
      versions: many,
      base: BASE,
      release: RELEASE,
    });
    expect(values(quads, subject, `${DCAT}hasVersion`)).toHaveLength(20);
  });

  it('partitions a dataset by class and property, with their figures', () => {
    const [byClass = ''] = values(full, subject, `${VOID}classPartition`);
    expect(values(full, byClass, `${VOID}class`)).toEqual([MUSEUM]);
    expect(values(full, byClass, `${VOID}entities`)).toEqual(['10']);
    const [byProperty = ''] = values(full, subject, `${VOID}propertyPartition`);
    expect(values(full, byProperty, `${VOID}triples`)).toEqual(['21']);
    expect(values(full, byProperty, `${VOID}distinctSubjects`)).toEqual(['10']);
    expect(values(full, subject, `${VOID}vocabulary`)).toEqual(['http://schema.org/']);
    expect(values(full, subject, `${VOID}exampleResource`)).toEqual([`${BASE}id/musees/M1`]);
  });

  it('describes links to datasets here and elsewhere as linksets', () => {
    const links = values(full, subject, `${VOID}subset`);
    expect(links.flatMap((one) => values(full, one, `${VOID}triples`))).toEqual(['7', '3']);
    const targets = links.flatMap((one) => values(full, one, `${VOID}objectsTarget`));
    expect(targets[0]).toBe(`${BASE}dataset/oeuvres`);
    expect(values(full, targets[1] ?? '', `${VOID}uriSpace`)).toEqual(['https://www.wikidata.org/']);
  });

  it('describes no links to a dataset that is not released', () => {
    const alone = describeCatalogue({
      datasets: [dataset('musees')],
      released: [published('musees')],
      base: BASE,
      release: RELEASE,
    });
    const links = values(alone, subject, `${VOID}subset`);
    expect(links.flatMap((one) => values(alone, one, `${VOID}triples`))).toEqual(['3']);
  });

  it('serves all datasets by the endpoint, the API and fragments', () => {
    const services = values(full, `${BASE}catalogue`, `${DCAT}service`);
    expect(services.flatMap((one) => values(full, one, `${DCAT}endpointURL`))).toEqual(
      ['sparql', 'api', 'fragments'].map((path) => BASE + path),
    );
    for (const one of services) {
      expect(values(full, one, `${DCAT}servesDataset`)).toHaveLength(2);
      expect(values(full, one, `${DCAT}endpointDescription`)).toHaveLength(1);
    }
  });
});

describe('A document', () => {
  it('names its topic, licence, source, dataset and date', () => {
    const thing = `${BASE}id/musees/M1`;
    const document = `${BASE}doc/musees/M1`;
    const quads = describeDocument({
      thing,
      document,
      dataset: dataset('musees'),
      release: RELEASE,
      base: BASE,
    });
    expect(quads.map((one) => quadLine(one))).toEqual([
      `<${document}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Document> .`,
      `<${document}> <http://xmlns.com/foaf/0.1/primaryTopic> <${thing}> .`,
      `<${document}> <${TERMS}license> <https://www.etalab.gouv.fr/licence-ouverte-open-licence> .`,
      `<${document}> <http://www.w3.org/ns/prov#wasDerivedFrom> <https://example.org/origin> .`,
      `<${document}> <${VOID}inDataset> <${BASE}dataset/musees> .`,
      `<${document}> <${TERMS}modified> "${RELEASE.createdAt}"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`,
    ]);
  });

  it('has the date when its thing last changed, where that is known', () => {
    const changed = '2025-01-02T03:04:05.000Z';
    const document = `${BASE}doc/musees/M1`;
    const about = {
      thing: `${BASE}id/musees/M1`,
      document,
      dataset: undefined,
      release: RELEASE,
      base: BASE,
    };
    const quads = describeDocument({ ...about, changed });
    expect(values(quads, document, `${TERMS}modified`)).toEqual([changed]);
  });
});

describe('The service description', () => {
  const SD = 'http://www.w3.org/ns/sparql-service-description#';

  it('gives the endpoint, the union as default graph and each graph with its size', () => {
    const graphs = [
      { iri: `${BASE}dataset/musees`, triples: 120 },
      { iri: `${BASE}def/`, triples: 7 },
    ];
    const quads = describeService({ base: BASE, graphs });
    expect(values(quads, `${BASE}sparql#service`, `${SD}endpoint`)).toEqual([`${BASE}sparql`]);
    expect(values(quads, `${BASE}sparql#service`, `${SD}feature`)).toEqual([`${SD}UnionDefaultGraph`]);
    expect(values(quads, `${BASE}sparql#graph-def`, `${SD}name`)).toEqual([`${BASE}def/`]);
    expect(values(quads, `${BASE}sparql#graph-dataset-musees-content`, `${VOID}triples`)).toEqual(['120']);
    expect(quads.some(({ subject }) => subject.termType === 'BlankNode')).toBe(false);
  });

  it('holds the examples as executables, each with an IRI of its own', () => {
    const SH = 'http://www.w3.org/ns/shacl#';
    const example = (name: string, kind: 'select' | 'ask' | 'describe', text: string) => ({
      name,
      kind,
      text,
      title: { fr: 'Tous', en: 'All' },
      question: { fr: 'Lesquels ?', en: 'Which?' },
    });
    const examples = [
      example('musees/tous', 'select', 'SELECT * { ?s ?p "x" }'),
      example('musees/un', 'ask', 'ASK {}'),
      example('musees/dire', 'describe', 'DESCRIBE <x>'),
    ];
    const quads = describeService({ base: BASE, graphs: [], examples });
    const [all, one] = ['tous', 'un'].map((name) => `${BASE}sparql#example-musees-${name}`) as [
      string,
      string,
    ];
    expect(values(quads, all, `${SH}select`)).toEqual(['SELECT * { ?s ?p "x" }']);
    expect(values(quads, one, `${SH}ask`)).toEqual(['ASK {}']);
    expect(values(quads, all, 'http://www.w3.org/2000/01/rdf-schema#label')).toEqual(['Tous', 'All']);
    expect(values(quads, all, 'http://schema.org/target')).toEqual([`${BASE}sparql`]);
    const types = quads.filter(({ object }) => object.value === `${SH}SPARQLExecutable`);
    expect(types.map(({ subject }) => subject.value)).toEqual([all, one]);
  });
});
