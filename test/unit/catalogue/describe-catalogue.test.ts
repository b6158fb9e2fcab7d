import { describe, expect, it } from '@jest/globals';
import { describeCatalogue, describeDocument, describeService } from '../../../src/catalogue/index.ts';
import { parseLines, quadLine, type RDF } from '../../../src/rdf/index.ts';
import { BASE, dataset, RELEASE, released } from './samples.ts';

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

describe('A document', () => {
  it('names its topic, licence, dataset and date', () => {
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
      `<${document}> <${VOID}inDataset> <${BASE}dataset/musees> .`,
      `<${document}> <${TERMS}modified> "${RELEASE.createdAt}"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`,
    ]);
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
