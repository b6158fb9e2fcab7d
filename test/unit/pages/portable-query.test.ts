import { describe, expect, it } from '@jest/globals';
import { portableQuery } from '../../../src/pages/portable-query.ts';
import { BASE } from './values.ts';

describe('a query to copy', () => {
  it.each([
    'ASK { <id/x> ?p ?o }',
    'ASK { <> ?p ?o }',
    'ASK { <#a> ?p "BASE" }',
    'ASK { </id/x> ?base ?o } # BASE <http://x/>',
    'PREFIX base: <def/> ASK { ?base base:x ?o }',
  ])('%s gets the base', (text) => {
    expect(portableQuery(text, BASE)).toBe(`BASE <${BASE}>\n${text}`);
  });

  it.each([
    'ASK { <http://x/> ?p <urn:x> }',
    'ASK { ?s ?p "<id/x>" }',
    '# <id/x>\nASK {}',
    'ASK { FILTER(?a < ?b && ?c > ?d) }',
    'base <http://x/> ASK { <id/x> ?p ?o }',
    'BASE<http://x/> ASK { <id/x> ?p ?o }',
  ])('%s stays as it is', (text) => {
    expect(portableQuery(text, BASE)).toBe(text);
  });
});
