import { describe, expect, it } from '@jest/globals';
import { type SparqlResult, sparqlPage, sparqlResultOfJson } from '../../../src/pages/index.ts';
import { queryInWords } from '../../../src/pages/portable-query.ts';
import { elementsOf, textOf } from './elements.ts';
import { BASE, example, frame } from './values.ts';

const pageWith = (result: SparqlResult, query = 'ASK {}') =>
  sparqlPage(frame('fr', '/sparql'), { examples: [example], query, result });

describe('the query page', () => {
  it('is a form that asks by GET without scripts, with every control labelled', () => {
    const elements = elementsOf(sparqlPage(frame('fr', '/sparql'), { examples: [example], query: '' }));
    const form = elements.find(({ name, inside }) => name === 'form' && inside.includes('main'));
    expect(form?.attributes).toMatchObject({ action: '/sparql', method: 'get' });
    const labelled = elements
      .filter(({ name, inside }) => name === 'label' && inside.includes('main'))
      .map(({ attributes }) => attributes['for']);
    const controls = elements.filter(({ name }) => name === 'textarea' || name === 'select');
    expect(controls.map(({ attributes }) => attributes['id'])).toEqual(labelled);
  });

  it('tells a triple as Turtle writes it', () => {
    const [subject, predicate] = ['urn:a', 'http://schema.org/name'].map((value) => ({ type: 'uri', value }));
    const inner = { type: 'triple', value: { subject, predicate, object: { type: 'bnode', value: 'n' } } };
    const object = { type: 'literal', value: 'été', 'xml:lang': 'fr' };
    const bindings = [{ t: { type: 'triple', value: { subject: inner, predicate, object } } }];
    const page = pageWith(
      sparqlResultOfJson(JSON.stringify({ head: { vars: ['t'] }, results: { bindings } })),
    );
    expect(textOf(page)).toContain('<<( <<( <urn:a> schema:name _:n )>> schema:name "été"@fr )>>');
  });

  it('draws the rows that have a place, and leads to the file of all of them', () => {
    const row = (latitude: string, longitude: string) => ({
      lat: { type: 'literal', value: latitude },
      long: { type: 'literal', value: longitude },
    });
    const rows = [row('48.85', '2.35'), row('-33.9', '151.2')];
    const page = pageWith({ kind: 'table', variables: ['lat', 'long'], rows }, 'SELECT *');
    expect(textOf(page)).toContain('1 lignes sur 2 sont sur la carte');
    expect(page).toContain('/sparql?query=SELECT%20*&amp;format=geojson');
    expect(pageWith({ kind: 'table', variables: ['x'], rows: [{}] })).not.toContain('<svg');
  });

  it('starts with an example where nothing was asked', () => {
    expect(textOf(sparqlPage(frame('fr'), { examples: [example], query: '' }))).toContain(
      queryInWords(example, 'fr'),
    );
  });

  it('gives a hostile question back as it was', () => {
    const query = '\n\nSELECT * </textarea><script>alert(1)</script> "&amp;"';
    const page = pageWith({ kind: 'problem', message: '</p><script>alert(2)</script>' }, query);
    const scripts = elementsOf(page).filter(({ name }) => name === 'script');
    expect(scripts.filter(({ attributes }) => attributes['src'] === undefined)).toEqual([]);
    expect(textOf(page)).toContain(query);
  });

  it('opens examples in itself', () => {
    const addresses = elementsOf(pageWith({ kind: 'verdict', value: true })).map(
      ({ attributes }) => attributes['href'],
    );
    expect(addresses).toContain(`/sparql?query=${encodeURIComponent(queryInWords(example, 'fr'))}`);
  });

  it('gives examples that mean the same wherever they are copied', () => {
    const text = 'SELECT * { ?s a <def/Hut> }';
    const own = `BASE <${BASE}>\n${queryInWords({ ...example, text }, 'fr')}`;
    const page = sparqlPage(frame('fr'), { examples: [{ ...example, text }], query: '' });
    expect(textOf(page)).toContain(own);
    expect(elementsOf(page).map(({ attributes }) => attributes['href'])).toContain(
      `/sparql?query=${encodeURIComponent(own)}`,
    );
    expect(textOf(sparqlPage(frame('fr'), { examples: [], query: text }))).not.toContain('BASE');
  });

  it('shows a table with headers, links into the site, numbers to the right', () => {
    const result = sparqlResultOfJson(
      JSON.stringify({
        head: { vars: ['s', 'n'] },
        results: {
          bindings: [
            {
              s: { type: 'uri', value: `${BASE}id/cabanes/c1` },
              n: { type: 'literal', value: '12345', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
            },
            { s: { type: 'uri', value: 'javascript:alert(1)' } },
          ],
        },
      }),
    );
    const page = pageWith(result, 'SELECT');
    expect(page).toContain('<th scope="col" class="number">n</th>');
    expect(page).toContain('<a href="/id/cabanes/c1">id/cabanes/c1</a>');
    expect(page).not.toContain('href="javascript:');
    expect(textOf(page)).toContain('12\u202f345');
  });

  it('shows the first rows of a long answer and says where all of it is', () => {
    const rows = Array.from({ length: 1500 }, (_, index) => ({ n: { type: 'literal', value: `r${index}` } }));
    const page = pageWith({ kind: 'table', variables: ['n'], rows });
    expect(textOf(page)).toContain('1\u202f500\u00a0lignes. Les 200 premières sont montrées');
    expect(page.match(/<tr>/g)).toHaveLength(201);
    expect(page).toContain('&amp;format=csv');
  });

  it.each([
    [{ kind: 'verdict', value: false } as const, 'Non.'],
    [{ kind: 'table', variables: ['x'], rows: [] } as const, 'rien n’y répond'],
    [{ kind: 'graph', text: '<a> <b> <c> .', mediaType: 'text/turtle' } as const, '<a> <b> <c> .'],
    [{ kind: 'problem', message: 'ligne 3' } as const, 'n’a pas reçu de réponse'],
  ])('says what became of the question: %p', (result, text) => {
    expect(textOf(pageWith(result))).toContain(text);
  });

  it('refuses what is no SPARQL result', () => {
    expect(() => sparqlResultOfJson('{}')).toThrow(SyntaxError);
    expect(sparqlResultOfJson('{"boolean":true}')).toEqual({ kind: 'verdict', value: true });
  });
});
