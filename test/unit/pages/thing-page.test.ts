import { describe, expect, it } from '@jest/globals';
import { thingPage } from '../../../src/pages/index.ts';
import { parseLines } from '../../../src/rdf/index.ts';
import { type Element, elementsOf, jsonLdOf, textOf } from './elements.ts';
import { BASE, frame, pageOfThing, THING, thingContent } from './values.ts';

const NAME = '<> schema:name "Cabane"@fr';

describe('a hostile literal', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '</script><script>alert(1)</script>',
    '</title><svg onload=alert(1)>',
    '\\" autofocus onfocus=\\"alert(1)',
    '\\u202Egnp.exe\\u2066',
    'javascript:alert(1)',
    '<!--',
    '{{7*7}}',
    '🏛️ شرح بالعربية',
  ];

  it.each(HOSTILE)('%s is inert as a name, a description and a value', (text) => {
    const page = pageOfThing('fr', [
      `<> schema:name "${text}"`,
      `<> schema:description "${text}"@fr`,
      `<> schema:material "${text}"`,
      `<> schema:size "${text}"^^xsd:integer`,
      `<> schema:year "${text}"^^edtf:EDTF`,
      `<> geo:asWKT "${text}"^^geo:wktLiteral`,
    ]);
    const elements = elementsOf(page);
    const inline = ({ attributes }: Element) => attributes['src'] === undefined;
    expect(elements.filter((one) => one.name === 'script' && inline(one))).toHaveLength(1);
    expect(
      elements.some(({ attributes }) => Object.keys(attributes).some((name) => name.startsWith('on'))),
    ).toBe(false);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(jsonLdOf(page)).toHaveLength(1);
  });

  it('of a megabyte is shortened, and the page says so and where the whole is', () => {
    const page = pageOfThing('fr', [NAME, `<> schema:material "${'A'.repeat(1_000_000)}"`]);
    expect(page.length).toBeLessThan(20_000);
    expect(textOf(page)).toContain('1\u202f000\u202f000 caractères en tout');
    expect(page).toContain('entier dans le <a href="/doc/cabanes/c1.ttl">Turtle</a>');
    expect(JSON.stringify(jsonLdOf(page))).not.toContain('AAA');
  });

  it('of a megabyte as a name and as a description leaves a page to read', () => {
    const page = pageOfThing('en', [
      `<> schema:name "${'n'.repeat(1_000_000)}"`,
      `<> schema:description "${'d '.repeat(500_000)}"`,
    ]);
    expect(page.length).toBeLessThan(20_000);
  });
});

describe('an IRI among the values', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', `${BASE}/evil.example/x`, 'urn:x:y'])(
    '%s is shown and leads nowhere',
    (iri) => {
      const page = pageOfThing('fr', [NAME, `<> schema:url <${iri}>`, `<> schema:material <${iri}>`]);
      const addresses = elementsOf(page).map(({ attributes }) => attributes['href']);
      expect(addresses).not.toContain(iri);
      expect(addresses).not.toContain('#');
      expect(addresses.filter((address) => address?.startsWith('//'))).toEqual([]);
      expect(textOf(page)).toContain(iri);
    },
  );

  it('of a published thing is a root-relative link by its label', () => {
    const iri = `${BASE}id/bois/chene`;
    const page = pageOfThing('fr', [NAME, `<> schema:material <${iri}>`], [], { [iri]: 'chêne' });
    expect(page).toContain('<a href="/id/bois/chene"><bdi>chêne</bdi></a>');
  });

  it('of a thing that is not published is no link', () => {
    const page = pageOfThing('fr', [NAME, `<> schema:material <${BASE}id/bois/absent>`]);
    expect(page).not.toContain('href="/id/bois/absent"');
    expect(textOf(page)).toContain(`${BASE}id/bois/absent`);
  });

  it('of a known site is a link by the site’s name', () => {
    const page = pageOfThing('fr', [NAME, '<> schema:sameAs <http://www.wikidata.org/entity/Q42>']);
    expect(page).toContain(
      '<a href="http://www.wikidata.org/entity/Q42" rel="external"><bdi>Wikidata</bdi></a>',
    );
    expect(textOf(page)).toContain('Ailleurs');
  });
});

describe('the page of a thing', () => {
  it('is named, typed and described in the reader’s language', () => {
    const statements = [
      '<> rdf:type def:Hut',
      '<> schema:name "Cabane"@fr',
      '<> schema:name "Hut"@en',
      '<> schema:description "En bois."@fr',
      '<> schema:description "Of wood."@en',
    ];
    expect(pageOfThing('en', statements)).toContain('<title>Hut · hut · Cimaise</title>');
    expect(pageOfThing('fr', statements)).toMatch(
      /<p class="kind">cabane<\/p>\s*<h1 lang="fr" dir="auto">Cabane<\/h1>/,
    );
    expect(pageOfThing('fr', statements)).toMatch(
      /<p class="lead"><span lang="fr" dir="auto">En bois\.<\/span>/,
    );
  });

  it('keeps every language: others are folded, none is lost', () => {
    const page = pageOfThing('fr', [NAME, '<> schema:material "bois"@fr', '<> schema:material "wood"@en']);
    expect(page).toMatch(/<bdi>|<span lang="fr" dir="auto">bois<\/span>/);
    expect(page).toMatch(/<summary>en anglais<\/summary>[\s\S]*wood/);
  });

  it('writes parts of the thing in place, and survives parts that hold each other', () => {
    const page = pageOfThing('fr', [
      NAME,
      '<> def:creation <#a>',
      '<#a> schema:material "bois"',
      '<#a> schema:hasPart <#b>',
      '<#b> schema:isPartOf <#a>',
      '<#b> schema:material "fer"',
      '<#seul> schema:material "corde"',
    ]);
    expect(elementsOf(page).some(({ name, inside }) => name === 'dl' && inside.includes('dl'))).toBe(true);
    for (const text of ['bois', 'fer', 'corde']) expect(textOf(page).split(text)).toHaveLength(2);
  });

  it('writes numbers, dates and truths as the reader does', () => {
    const page = pageOfThing('fr', [
      NAME,
      '<> schema:size "12345.5"^^xsd:decimal',
      '<> schema:datePublished "2026-11-22"^^xsd:date',
      '<> schema:isAccessibleForFree "true"^^xsd:boolean',
    ]);
    for (const text of ['12\u202f345,5', '22\u00a0novembre\u00a02026', 'oui'])
      expect(textOf(page)).toContain(text);
  });

  it('draws the years on the ruler, with words for who does not see it', () => {
    const page = pageOfThing('fr', [
      NAME,
      '<> def:creation <#creation>',
      '<#creation> crm:P82a_begin_of_the_begin "1850"^^xsd:gYear',
      '<#creation> crm:P82b_end_of_the_end "1875"^^xsd:gYear',
      '<> schema:dateModified "19XX"^^edtf:EDTF',
    ]);
    const ruler = elementsOf(page).find(({ attributes }) => attributes['class'] === 'time');
    expect(ruler?.attributes['aria-label']).toBe(
      'Création\u00a0: 1850–1875 ; Date modified\u00a0: 1900–1999',
    );
  });

  it('has no ruler without years and no map without a place', () => {
    expect(pageOfThing('fr', [NAME])).not.toContain('<svg');
  });

  it('shows the map of the territory where the thing is, and coordinates once', () => {
    const page = pageOfThing('fr', [
      NAME,
      '<> wgs:lat "14.6037"^^xsd:decimal',
      '<> wgs:long "-61.0689"^^xsd:decimal',
      '<> geo:hasGeometry <#geometrie>',
      '<#geometrie> rdf:type geo:Geometry',
      '<#geometrie> geo:asWKT "POINT(-61.0689 14.6037)"^^geo:wktLiteral',
    ]);
    expect(page.match(/class="here"/g)).toHaveLength(1);
    expect(textOf(page).match(/Martinique · 14,6037°\u00a0N, 61,0689°\u00a0O/g)).toHaveLength(1);
  });

  it('gives coordinates without a map where no map reaches', () => {
    const page = pageOfThing('en', [
      NAME,
      '<> wgs:lat "41.9"^^xsd:decimal',
      '<> wgs:long "12.5"^^xsd:decimal',
    ]);
    expect(page).not.toContain('<svg');
    expect(textOf(page)).toContain('41.9°\u00a0N, 12.5°\u00a0E');
  });

  it('counts what links to it and gives the way to all of it', () => {
    const sources = Array.from({ length: 40 }, (_, index) => `${BASE}id/cabanes/s${index}`);
    const labels = Object.fromEntries(sources.map((iri) => [iri, iri.slice(-3)]));
    const page = pageOfThing(
      'fr',
      [NAME],
      [{ property: 'http://schema.org/about', count: 100_000, sources }],
      labels,
    );
    expect(textOf(page)).toContain('100\u202f000');
    const query = elementsOf(page)
      .map(({ attributes }) => attributes['href'] ?? '')
      .find((address) => address.startsWith('/sparql?query=') && address.includes('about'));
    expect(decodeURIComponent(`${query}`)).toContain(`<http://schema.org/about> <${THING}>`);
    expect(page.length).toBeLessThan(20_000);
  });

  it.each([
    ['fr', 6, '6 renvoient ici par «\u00a0Matériau\u00a0»'],
    ['fr', 1, '1 renvoie ici par «\u00a0Matériau\u00a0»'],
    ['en', 6, '6 link here by “Material”'],
    ['en', 1, '1 links here by “Material”'],
  ] as const)('says in %s that %i others say its name, not that it says theirs', (language, count, said) => {
    const sources = [`${BASE}id/cabanes/c2`];
    const incoming = [{ property: 'http://schema.org/material', count, sources }];
    expect(textOf(pageOfThing(language, [NAME], incoming))).toContain(said);
  });

  it('marks every text that is not in the language of the page', () => {
    const page = pageOfThing('en', [
      NAME,
      '<> schema:description "En bois."@fr',
      '<> schema:material "bois"@fr',
      '<> def:creation <#creation>',
      '<#creation> schema:description "Bâtie vite."@fr',
    ]);
    expect(page).toContain('<h1 lang="fr" dir="auto">Cabane</h1>');
    expect(page).toContain('<p class="lead"><span lang="fr" dir="auto">En bois.</span></p>');
    for (const text of ['bois', 'Bâtie vite.'])
      expect(page).toMatch(new RegExp(`<dd>(?:(?!</dd>).)*<span lang="fr" dir="auto">${text}</span>`, 's'));
  });

  it('shows the first of very many values and says how many there are', () => {
    const values = Array.from({ length: 5000 }, (_, index) => `<> schema:material "bois ${index}"`);
    const page = pageOfThing('fr', [NAME, ...values]);
    expect(textOf(page)).toContain('40 valeurs sur 5\u202f000');
    expect(page.length).toBeLessThan(100_000);
  });

  it('carries the language on only when the address named it', () => {
    const content = thingContent([NAME]);
    const path = '/doc/cabanes/c1';
    expect(thingPage(frame('en', path), content)).toContain('<a href="/dataset/cabanes">');
    expect(thingPage({ ...frame('en', path), languageChosen: true }, content)).toContain(
      '<a href="/dataset/cabanes?lang=en">',
    );
  });

  it('says in JSON-LD only statements of its description', () => {
    const content = thingContent([
      '<> rdf:type schema:Place',
      '<> schema:name "Cabane </script>"@fr',
      '<> schema:size "12"^^xsd:integer',
      '<> def:creation <#creation>',
      '<#creation> schema:startDate "1850"^^xsd:gYear',
    ]);
    const [document] = jsonLdOf(thingPage(frame('fr'), content)) as [{ '@graph': Record<string, unknown>[] }];
    const said = document['@graph'].flatMap(statementsOf);
    const known = parseLines(content.description.lines).map(
      ({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`,
    );
    expect(said.length).toBe(4);
    expect(known).toEqual(expect.arrayContaining(said));
  });
});

function statementsOf(node: Record<string, unknown>): string[] {
  return Object.entries(node).flatMap(([key, values]) => {
    if (key === '@id') return [];
    if (key === '@type')
      return (values as string[]).map(
        (type) => `${node['@id']} http://www.w3.org/1999/02/22-rdf-syntax-ns#type ${type}`,
      );
    return (values as Record<string, string>[]).map(
      (value) => `${node['@id']} http://schema.org/${key} ${value['@value'] ?? value['@id']}`,
    );
  });
}
