import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { describeCatalogue } from '../../../src/catalogue/index.ts';
import { parseTurtle, type RDF, sh } from '../../../src/rdf/index.ts';
import { pathText, validateGraph } from '../../../src/validation/index.ts';
import { BASE, dataset, RELEASE, released } from './samples.ts';

const SHAPES = new URL('../../../../shared/shapes/dcat-ap-3.0.1/dcat-ap-SHACL.ttl', import.meta.url).pathname;
const TITLE = 'http://purl.org/dc/terms/title';

function officialShapes(): readonly RDF.Quad[] {
  const parsed = parseTurtle(readFileSync(SHAPES, 'utf8'), SHAPES, 'http://example.org/');
  if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
  return parsed.quads;
}

function violations(data: readonly RDF.Quad[]): string[] {
  const shapes = [{ file: SHAPES, quads: officialShapes() }];
  const validated = validateGraph({ shapes, data, reading: 'letter' });
  if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints));
  return validated.results
    .filter(({ severity }) => severity.value === sh.Violation)
    .map(({ focusNode, path, component }) =>
      [focusNode.value, path && pathText(path, String), component.split('#')[1]].join(' '),
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
  it('find no violation in the catalogue', () => {
    expect(violations(catalogue)).toEqual([]);
  });

  it('would find one: a dataset without title', () => {
    const subject = `${BASE}dataset/musees`;
    const without = catalogue.filter((one) => one.subject.value !== subject || one.predicate.value !== TITLE);
    expect(violations(without)).toEqual([`${subject} ${TITLE} MinCountConstraintComponent`]);
  });
});
