import { describe, expect, it } from '@jest/globals';
import { type Literal, Store } from 'oxigraph';
import { OXIGRAPH_FUNCTIONS } from '../../../src/store/index.ts';

const METRE = '<http://www.opengis.net/def/uom/OGC/1.0/metre>';
const ARGUMENTS = [
  '?a',
  '?b',
  '?c',
  '?a, ?a',
  '?a, ?b',
  '?b, ?b',
  `?b, ?b, ${METRE}`,
  `?a, ${METRE}`,
  '?a, ?b, "T*F**F***"',
];

const evaluates = (iri: string, args: string): boolean => {
  const [row] = new Store().query(`PREFIX geo: <http://www.opengis.net/ont/geosparql#>
SELECT (<${iri}>(${args}) AS ?r) {
  BIND("POLYGON((2 48,3 48,3 49,2 49,2 48))"^^geo:wktLiteral AS ?a)
  BIND("POINT(2.5 48.5)"^^geo:wktLiteral AS ?b)
  BIND("LINESTRING(2 48,3 49)"^^geo:wktLiteral AS ?c)
}`) as Map<string, Literal>[];
  return row?.get('r') !== undefined;
};

describe('A function that the service description names', () => {
  it.each(OXIGRAPH_FUNCTIONS)('is evaluated: %s', (iri) => {
    expect(ARGUMENTS.some((args) => evaluates(iri, args))).toBe(true);
  });

  it('is not named where the store does not know it', () => {
    expect(() => evaluates('http://www.opengis.net/def/function/geosparql/none', '?a')).toThrow();
  });
});
