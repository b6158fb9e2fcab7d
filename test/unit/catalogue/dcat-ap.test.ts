import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DataFactory, Store } from 'n3';
import { Validator } from 'shacl-engine';
import { describeCatalogue } from '../../../src/catalogue/index.ts';
import { parseTurtle, type RDF } from '../../../src/rdf/index.ts';
import { BASE, dataset, RELEASE, released } from './samples.ts';

const SHAPES = new URL('../../../../shared/shapes/dcat-ap-3.0.1/dcat-ap-SHACL.ttl', import.meta.url).pathname;
const TITLE = 'http://purl.org/dc/terms/title';

function officialShapes(): Store {
  const parsed = parseTurtle(readFileSync(SHAPES, 'utf8'), SHAPES, 'http://example.org/');
  if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
  return new Store(parsed.quads);
}

async function violations(quads: readonly RDF.Quad[]): Promise<string[]> {
  const validator = new Validator(officialShapes(), { factory: DataFactory });
  const { results } = await validator.validate(
    { dataset: new Store([...quads]) } as never,
    undefined as never,
  );
  return results
    .filter(({ severity }) => severity.value.endsWith('#Violation'))
    .map(({ focusNode, shape, constraintComponent }) =>
      [
        focusNode.terms[0]?.value,
        shape.path?.[0]?.predicates[0]?.value,
        constraintComponent.value.split('#')[1],
      ].join(' '),
    );
}

const catalogue = describeCatalogue({
  datasets: [
    dataset('musees'),
    dataset('oeuvres', { themes: ['https://example.org/theme/x'], spatial: ['https://example.org/place'] }),
  ],
  released: [released('musees'), released('oeuvres')],
  base: BASE,
  release: RELEASE,
});

const missing = existsSync(SHAPES) ? '' : ' (skipped: ../shared/shapes is not here)';

(missing ? describe.skip : describe)(`The official shapes of DCAT-AP 3.0.1${missing}`, () => {
  it('find no violation in the catalogue', async () => {
    expect(await violations(catalogue)).toEqual([]);
  });

  it('would find one: a dataset without title', async () => {
    const subject = `${BASE}dataset/musees`;
    const without = catalogue.filter((one) => one.subject.value !== subject || one.predicate.value !== TITLE);
    expect(await violations(without)).toEqual([`${subject} ${TITLE} MinCountConstraintComponent`]);
  });
});
