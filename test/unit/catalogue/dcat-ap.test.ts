import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Store as N3Store } from 'n3';
import { describeCatalogue } from '../../../src/catalogue/index.ts';
import { parseTurtle, type RDF, sh } from '../../../src/rdf/index.ts';
import { pathText, validateGraph } from '../../../src/validation/index.ts';
import { BASE, dataset, published, RELEASE, released } from './samples.ts';

const SHAPES = new URL('../../../../shared/shapes/dcat-ap-3.0.1/dcat-ap-SHACL.ttl', import.meta.url).pathname;
const REGISTER = new URL('../../../../shared/shapes/nde-requirements-datasets/shacl.ttl', import.meta.url)
  .pathname;
const ACCESS = 'http://www.w3.org/ns/dcat#accessURL';
const TITLE = 'http://purl.org/dc/terms/title';

function officialShapes(file = SHAPES): readonly RDF.Quad[] {
  const parsed = parseTurtle(readFileSync(file, 'utf8'), file, 'http://example.org/');
  if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
  return parsed.quads;
}

function violations(data: readonly RDF.Quad[], file = SHAPES): string[] {
  const shapes = [{ file, quads: officialShapes(file) }];
  const validated = validateGraph({ shapes, data, reading: 'letter' });
  if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints));
  return validated.results
    .filter(({ severity }) => severity.value === sh.Violation)
    .map(({ focusNode, path, component }) =>
      [focusNode.value, path && pathText(path, String), component.split('#')[1]].join(' '),
    );
}

const kept = (id: string, sha256: string) => ({
  slug: 'musees',
  release: { id, createdAt: `${id.slice(0, 10)}T10:00:00.000Z` },
  dump: { path: 'datasets/musees.nq.gz', bytes: 1, sha256, mediaType: 'application/n-quads' },
});

const catalogue = describeCatalogue({
  datasets: [
    dataset('musees'),
    dataset('oeuvres', { themes: ['https://example.org/theme/x'], spatial: ['https://example.org/place'] }),
    dataset('before'),
  ],
  released: [published('musees'), published('oeuvres'), released('before')],
  versions: [kept('2026-01-01.1', '01'.repeat(32)), kept('2026-02-01.1', '02'.repeat(32))],
  base: BASE,
  release: RELEASE,
});

const missing = existsSync(SHAPES) ? '' : ' (skipped: ../shared/shapes is not here)';

(missing ? describe.skip : describe)(`The official shapes of DCAT-AP 3.0.1${missing}`, () => {
  it('find no violation in the catalogue', () => {
    expect(violations(catalogue)).toEqual([]);
  });

  it('find the same by another validator', async () => {
    const { default: Validator } = await import('rdf-validate-shacl');
    const validator = new Validator(new N3Store([...officialShapes()]));
    const found = async (data: readonly RDF.Quad[]) => {
      const { results } = await validator.validate(new N3Store([...data]));
      const violations = results.filter(({ severity }) => severity?.value === sh.Violation);
      return violations.map(({ focusNode }) => focusNode?.value);
    };
    expect(await found(catalogue)).toEqual([]);
    expect(await found(catalogue.filter(({ predicate }) => predicate.value !== ACCESS))).not.toEqual([]);
  });

  it('look at versions as datasets', () => {
    const version = `${BASE}releases/2026-02-01.1/dataset/musees`;
    const without = catalogue.filter((one) => one.subject.value !== version || one.predicate.value !== TITLE);
    expect(violations(without)).toEqual([`${version} ${TITLE} MinCountConstraintComponent`]);
  });

  it('would find one: a dataset without title', () => {
    const subject = `${BASE}dataset/musees`;
    const without = catalogue.filter((one) => one.subject.value !== subject || one.predicate.value !== TITLE);
    expect(violations(without)).toEqual([`${subject} ${TITLE} MinCountConstraintComponent`]);
  });
});

(existsSync(REGISTER) ? describe : describe.skip)('The register of the Dutch heritage network', () => {
  it('finds no violation in the catalogue', () => {
    expect(violations(catalogue, REGISTER)).toEqual([]);
  });

  it('would find one: an endpoint without format', () => {
    const without = catalogue.filter(
      ({ subject, predicate }) => !subject.value.endsWith('#sparql') || !predicate.value.endsWith('/format'),
    );
    expect(violations(without, REGISTER)).not.toEqual([]);
  });
});
