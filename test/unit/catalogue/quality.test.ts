import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeQuality, qualityNotes } from '../../../src/catalogue/index.ts';
import type { MeasuredConstraint, ShapeReport, ShapeResult } from '../../../src/model/index.ts';
import { parseLines, parseTurtle, quadLine, type RDF } from '../../../src/rdf/index.ts';
import { validateGraph } from '../../../src/validation/index.ts';
import { BASE, RELEASE } from './samples.ts';

const DQV = 'http://www.w3.org/ns/dqv#';
const LDQD = 'http://www.w3.org/2016/05/ldqd#';
const QUALITY = `${BASE}dataset/musees/quality`;
const SHAPE = `${BASE}shapes/musee`;

const MESSAGE = { fr: 'Pas de nom.', en: 'No name.' };
const KIND = {
  shape: `${SHAPE}#nom`,
  component: 'MinCountConstraintComponent',
  path: 'http://schema.org/name',
  severity: 'warning',
} as const;

const NAME: MeasuredConstraint = {
  ...KIND,
  targets: [SHAPE],
  name: { fr: 'Nom', en: 'Name' },
  asks: { fr: 'au moins 1 valeur', en: 'at least 1 value' },
};
const CLOSED: MeasuredConstraint = {
  targets: [SHAPE],
  shape: SHAPE,
  component: 'ClosedConstraintComponent',
  severity: 'violation',
  name: { fr: 'Musée', en: 'Museum' },
  asks: { fr: 'rien de trop', en: 'nothing too much' },
};

const group = (changes: Partial<ShapeReport['groups'][number]>) => ({
  ...KIND,
  message: MESSAGE,
  count: 2,
  concerned: 2,
  samples: [],
  ...changes,
});

const validation: ShapeReport = {
  things: 8,
  quarantined: 1,
  judged: { [SHAPE]: 8 },
  groups: [group({}), group({ ...CLOSED, path: 'http://example.org/x', count: 3, concerned: 1 })],
};

const described = (changes: Partial<Parameters<typeof describeQuality>[0]> = {}) =>
  describeQuality({
    slug: 'musees',
    base: BASE,
    release: RELEASE,
    validation,
    constraints: [NAME, CLOSED],
    computedAt: '2026-11-22T09:00:00.000Z',
    ...changes,
  });

/** Measurement's fragment, up to its hash → value. */
function valuesOf(quads: readonly RDF.Quad[]): Record<string, string> {
  const values = quads.filter(({ predicate }) => predicate.value === `${DQV}value`);
  return Object.fromEntries(
    values.map(({ subject, object }) => [
      subject.value.replace(`${QUALITY}#`, '').replace(/-[0-9a-f]{8}$/, ''),
      object.value,
    ]),
  );
}

const SHAPES = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dqv: <http://www.w3.org/ns/dqv#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/> .
ex:Measurement a sh:NodeShape ; sh:targetClass dqv:QualityMeasurement ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path dqv:isMeasurementOf ; sh:minCount 1 ; sh:maxCount 1 ; sh:class dqv:Metric ] ,
    [ sh:path dqv:computedOn ; sh:hasValue <${BASE}dataset/musees> ] ,
    [ sh:path dqv:value ; sh:minCount 1 ; sh:maxCount 1 ; sh:or ( [ sh:datatype xsd:decimal ] [ sh:datatype xsd:integer ] ) ] ,
    [ sh:path prov:generatedAtTime ; sh:minCount 1 ; sh:datatype xsd:dateTime ] ,
    [ sh:path prov:wasGeneratedBy ; sh:minCount 1 ; sh:class prov:Activity ] .
ex:Metric a sh:NodeShape ; sh:targetClass dqv:Metric ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path skos:definition ; sh:minCount 2 ; sh:uniqueLang true ; sh:languageIn ( "fr" "en" ) ] ,
    [ sh:path dqv:expectedDataType ; sh:in ( xsd:decimal xsd:integer ) ; sh:minCount 1 ] ,
    [ sh:path dqv:inDimension ; sh:minCount 1 ; sh:node ex:Dimension ] .
ex:Dimension a sh:NodeShape ; sh:class dqv:Dimension ; sh:property [ sh:path dqv:inCategory ; sh:minCount 1 ; sh:class dqv:Category ] .
ex:Note a sh:NodeShape ; sh:targetClass dqv:QualityAnnotation ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path oa:motivatedBy ; sh:hasValue dqv:qualityAssessment ] , [ sh:path oa:hasTarget ; sh:minCount 1 ] ,
    [ sh:path ( oa:hasBody rdf:value ) ; sh:minCount 2 ; sh:uniqueLang true ] ,
    [ sh:path dqv:inDimension ; sh:node ex:Dimension ] , [ sh:path sh:resultSeverity ; sh:minCount 1 ] .
`;

const results = (data: readonly RDF.Quad[]) => {
  const parsed = parseTurtle(SHAPES, 'dqv.ttl', BASE);
  if (parsed.kind === 'malformed') throw new Error(JSON.stringify(parsed.complaint));
  const validated = validateGraph({ shapes: [{ file: 'dqv.ttl', quads: parsed.quads }], data });
  if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints));
  const { judged } = validated;
  return {
    found: validated.results.map(({ focusNode, message }) => `${focusNode.value} ${message.en}`),
    judged: judged.filter(({ focusNodes }) => focusNodes.length > 0).length,
  };
};

describe('The quality of a dataset', () => {
  it('is measured: share published, results by severity, and each constraint', () => {
    expect(valuesOf(described())).toEqual({
      'published-share': '0.875',
      'violation-count': '3',
      'warning-count': '2',
      'info-count': '0',
      'kept-musee-nom-mincount': '0.75',
      'faults-musee-nom-mincount': '2',
      'kept-musee-closed': '0.875',
      'faults-musee-closed': '1',
    });
  });

  it('is not measured by constraints that judged nothing, nor where there is nothing', () => {
    const empty = { things: 0, quarantined: 0, judged: {}, groups: [] };
    expect(Object.keys(valuesOf(described({ validation: empty })))).toEqual([
      'violation-count',
      'warning-count',
      'info-count',
    ]);
  });

  it('measures completeness by what may not be missing', () => {
    const metric = described().find(
      ({ subject, predicate }) =>
        subject.value.startsWith(`${QUALITY}#metric-kept-musee-nom`) &&
        predicate.value === `${DQV}inDimension`,
    );
    expect(metric?.object.value).toBe(`${LDQD}completeness`);
  });

  it('keeps the rules of DQV', () => {
    expect(results(described())).toEqual({ found: [], judged: 2 });
  });

  it('has the same IRIs in every release, no blank nodes, and says nothing twice', () => {
    const subjects = (quads: readonly RDF.Quad[]) => [...new Set(quads.map(({ subject }) => subject.value))];
    const later = described({ release: { id: '2027-01-01.1', createdAt: '2027-01-01T00:00:00Z' } });
    expect(subjects(later)).toEqual(subjects(described()));
    const lines = described().map((quad) => quadLine(quad, QUALITY));
    expect(lines.some((line) => line.includes('_:'))).toBe(false);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('uses terms that DQV has', () => {
    const text = readFileSync(
      join(import.meta.dirname, '../../../node_modules/@vocabulary/dqv/dqv.nq'),
      'utf8',
    );
    const used = new Set(
      described()
        .flatMap(({ predicate, object }) => [predicate.value, object.value])
        .filter((iri) => iri.startsWith(DQV)),
    );
    expect(used.size).toBeGreaterThan(8);
    expect([...used].filter((iri) => !text.includes(`\n<${iri}> `))).toEqual([]);
  });
});

const result = (thing: string, changes: Partial<ShapeResult> = {}): ShapeResult => ({
  ...KIND,
  thing: `${BASE}id/musees/${thing}`,
  focusNode: `${BASE}id/musees/${thing}`,
  message: MESSAGE,
  ...changes,
});

async function notesOf(of: readonly ShapeResult[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const batch of qualityNotes(of, { slug: 'musees', base: BASE })) lines.push(...batch);
  return lines;
}

describe('Notes on quality', () => {
  const onThings = (lines: readonly string[]) => lines.filter((line) => line.includes('/id/musees/'));

  it('are one statement a thing and kind, however many faults', async () => {
    const lines = await notesOf([
      result('M1'),
      result('M1', { focusNode: `${BASE}id/musees/M1#a` }),
      result('M1', { component: 'PatternConstraintComponent' }),
      result('M2'),
    ]);
    expect(onThings(lines)).toHaveLength(3);
    expect(onThings(lines)[0]).toMatch(
      /^<http:\/\/localhost:3000\/id\/musees\/M1> <http:\/\/www\.w3\.org\/ns\/dqv#hasQualityAnnotation> <http:\/\/localhost:3000\/dataset\/musees\/quality#note-musee-nom-mincount-[0-9a-f]{8}> <http:\/\/localhost:3000\/dataset\/musees\/quality> \.$/,
    );
  });

  it('say what is at fault in French and English, and keep the rules of DQV and of Web Annotation', async () => {
    const lines = await notesOf([result('M1'), result('M2')]);
    expect(lines.filter((line) => line.includes('"Pas de nom."@fr'))).toHaveLength(2);
    const quads = [...described(), ...parseLines(lines)];
    expect(results(quads)).toEqual({ found: [], judged: 3 });
  });

  it('are handed on in batches, and grow with the kinds only', async () => {
    const many = Array.from({ length: 9000 }, (_, index) => result(`M${index}`));
    const sizes: number[] = [];
    for await (const batch of qualityNotes(many, { slug: 'musees', base: BASE })) sizes.push(batch.length);
    expect(sizes.slice(0, 2)).toEqual([4096, 4096]);
    expect(sizes.at(-1)).toBeLessThan(900);
  });

  it('are none where nothing is at fault', async () => {
    expect(await notesOf([])).toEqual([]);
  });
});
