import { describe, expect, it } from '@jest/globals';
import { portableQuery, queryInWords } from '../../../src/pages/portable-query.ts';
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

describe('a stored query put before a reader', () => {
  const question = { fr: 'Combien ?', en: 'How many?' };

  it('begins with the question in her language instead of the lines that declare it', () => {
    const text = '# @title.fr Titre\n# @question.en How many?\n# Counts all.\nSELECT * {\n# @a stays\n}\n';
    expect(queryInWords({ text, question }, 'en')).toBe(
      '# How many?\n# Counts all.\nSELECT * {\n# @a stays\n}\n',
    );
  });

  it('loses nothing where nothing is declared', () => {
    const text = 'SELECT * { ?s ?p "# @title.fr" }';
    expect(queryInWords({ text, question }, 'fr')).toBe(`# Combien ?\n${text}`);
  });
});
