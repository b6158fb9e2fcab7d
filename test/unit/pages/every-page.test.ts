import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../../src/model/index.ts';
import { asset } from '../../../src/pages/index.ts';
import { elementsOf, jsonLdOf, textOf } from './elements.ts';
import { everyMapPage } from './map-values.ts';
import { everySearchPage } from './search-values.ts';
import { sitePages } from './site-pages.ts';
import { everyPage } from './values.ts';

const ROUTE =
  /^\/(?:datasets|sparql|dataset\/[^/]+|catalogue(?:\.ttl|\.jsonld|\.rdf)?|id\/[^/]+\/[^/]+|doc\/[^/]+\/[^/]+?(?:\.(?:ttl|jsonld|rdf|nt|nq|trig))?|def\/[^/]+)?$/;

const isAnswered = (path: string): boolean =>
  /^\/(?:api(?:\/[a-z-]+)?|openapi\.json|fragments|ldes(?:\/[\d.-]+\/\d+)?|feed\.atom)$/.test(path) ||
  /^\/releases(?:\.[a-z]+|\/[\d.-]+(?:\.[a-z]+|\/.+)?)?$/.test(path) ||
  /^\/about\/proof(?:\.json)?$/.test(path) ||
  /^\/(?:contact|contribute\/(?:report|reuse|thanks)|contributions(?:\.[a-z]+|\/[a-z0-9]{12}(?:\.[a-z]+)?)?)$/.test(
    path,
  ) ||
  /^\/chart\/[a-z]+\/[a-z-]+(?:\.(?:svg|csv|json))?$/.test(path) ||
  /^\/(?:search|map|api\/(?:search\.(?:json|geojson|csv)|suggest\.json))$/.test(path) ||
  /^\/reconcile(?:\/[a-z0-9-]+)?$/.test(path) ||
  /^\/(?:api\/origins\.json|contribute\/report)$/.test(path) ||
  /^\/(?:about|legal|accessibility|contact|contributions|model|vocabularies|vocabulary\/[^/]+|def)$/.test(
    path,
  ) ||
  /^\/assets\/identity-[0-9a-f]{12}\/(?:colours\.css|logo\.svg)$/.test(path) ||
  /^\/(?:search|map|reconcile(?:\/[^/]+)?|contribute\/(?:report|reuse)|fragments|chart\/[^/]+\/[^/]+)$/.test(
    path,
  ) ||
  /^\/api\/(?:search\.(?:json|geojson|csv)|suggest\.json)$/.test(path) ||
  /^\/dataset\/[^/]+\/table\.csv$/.test(path) ||
  ROUTE.test(path) ||
  (path.startsWith('/assets/') && asset(path.slice('/assets/'.length)) !== undefined);

const cases = LANGUAGES.flatMap((language) =>
  Object.entries({
    ...everyPage(language),
    ...everySearchPage(language),
    ...everyMapPage(language),
    ...sitePages(language),
  }).map(([name, page]) => ({
    name,
    language,
    page,
  })),
);

describe.each(cases)('the page “$name” in $language', ({ language, page }) => {
  const elements = elementsOf(page);
  const named = (name: string) => elements.filter((element) => element.name === name);

  it('says its language, has a title, one h1 and the landmarks', () => {
    expect(named('html')[0]?.attributes['lang']).toBe(language);
    expect(named('title').filter(({ inside }) => !inside.includes('svg'))).toHaveLength(1);
    expect(named('h1')).toHaveLength(1);
    for (const landmark of ['header', 'main', 'footer']) {
      expect(named(landmark).filter(({ inside }) => !inside.includes('main'))).toHaveLength(1);
    }
    expect(named('nav').every(({ attributes }) => attributes['aria-label'])).toBe(true);
  });

  it('has headings that skip no level', () => {
    const levels = elements.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  });

  it('lets the reader skip to the content and change the language', () => {
    expect(named('a')[0]?.attributes['href']).toBe('#contenu');
    expect(elements.some(({ attributes }) => attributes['id'] === 'contenu')).toBe(true);
    const alternates = named('link').filter(({ attributes }) => attributes['hreflang']);
    expect(alternates.map(({ attributes }) => attributes['hreflang'])).toEqual(['fr', 'en']);
  });

  it('has no style attribute, no handler and no inline script but data', () => {
    const attributes = elements.flatMap((element) => Object.keys(element.attributes));
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    expect(named('style')).toEqual([]);
    const scripts = named('script').filter(({ attributes }) => attributes['src'] === undefined);
    const data = ['application/ld+json', 'application/json'];
    expect(scripts.every(({ attributes: { type } }) => data.includes(type ?? ''))).toBe(true);
  });

  it('links to no page that does not exist', () => {
    const addresses = elements.flatMap(({ attributes }) => [attributes['href'], attributes['action']]);
    const own = addresses.filter((address) => address?.startsWith('/')).map((address) => `${address}`);
    const missing = own.filter((address) => {
      const { pathname } = new URL(address, 'http://localhost');
      return !isAnswered(pathname.replace(/(?<=^\/dataset\/[^/]+)\.nq\.gz$/, ''));
    });
    expect(own.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
    expect(addresses).not.toContain('#');
  });

  it('names every picture and every table column', () => {
    const pictures = named('svg').filter(({ attributes }) => attributes['role'] === 'img');
    expect(named('svg')).toHaveLength(pictures.length);
    const ids = new Set(elements.map(({ attributes }) => attributes['id']));
    const isNamed = (one: (typeof pictures)[number]): boolean =>
      Boolean(one.attributes['aria-label']) || ids.has(one.attributes['aria-labelledby'] ?? '—');
    expect(pictures.every(isNamed)).toBe(true);
    expect(
      named('table').length === 0 || named('th').some(({ attributes }) => attributes['scope'] === 'col'),
    ).toBe(true);
  });

  it('says the release it comes from', () => {
    expect(textOf(page)).toContain('2026-11-22.1');
    expect(textOf(page)).toContain(
      language === 'fr' ? '612\u202f408\u00a0énoncés' : '612,408\u00a0statements',
    );
  });

  it('holds JSON-LD that can be read', () => {
    expect(() => jsonLdOf(page)).not.toThrow();
  });

  it('has no text of the other language’s frame', () => {
    expect(textOf(page)).not.toContain(language === 'fr' ? 'Skip to the content' : 'Aller au contenu');
    expect(textOf(page)).not.toMatch(/undefined|\[object|NaN|Infinity|\{\w+\} /);
  });
});
