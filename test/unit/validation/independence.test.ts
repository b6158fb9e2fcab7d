import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { thing, validator, xsd } from './shapes.ts';

const SHAPES = `
  ex:P sh:path ex:p ; sh:minCount 1 ; sh:maxCount 2 ; sh:uniqueLang true .
  ex:A a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:P , [ sh:path ex:p ; sh:nodeKind sh:Literal ] .
  ex:B a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property ex:P , [ sh:path ex:p ; sh:datatype xsd:integer ; sh:maxInclusive 5 ] .
  ex:C a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:pattern "1" .
  ex:D a sh:NodeShape ; sh:targetNode ex:t1 , ex:t2 ; sh:property [ sh:path ex:p ; sh:languageIn ( "fr" ) ; sh:severity sh:Warning ] .`;

const value = fc.oneof(
  fc.constantFrom('"a"@fr', '"b"@fr', '"c"@frr', '"d"', '<http://example.org/t1>', '<http://example.org/t2>'),
  fc.integer({ min: 0, max: 12 }).map((number) => xsd(String(number), 'integer')),
);
const things = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.uniqueArray(value, { maxLength: 4 })), {
    selector: ([number]) => number,
    maxLength: 12,
  })
  .map((list) => list.map(([number, values]) => thing(`t${number}`, ...values)));

describe('Things of one chunk', () => {
  it('are judged as each would be alone', async () => {
    const judge = validator(SHAPES);
    await fc.assert(
      fc.asyncProperty(things, async (stars) => {
        const together = await judge.validate(stars);
        const alone = await Promise.all(stars.map((star) => judge.validate([star])));
        expect(together).toEqual(alone.flat());
      }),
    );
  });
});
