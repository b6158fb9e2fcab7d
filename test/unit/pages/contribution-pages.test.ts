import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../../src/model/index.ts';
import { elementsOf, textOf } from './elements.ts';
import { everyPage } from './values.ts';

const pages = everyPage('en');
const named = (page: string, name: string) =>
  elementsOf(pages[page] ?? '').filter((one) => one.name === name);

describe('A form', () => {
  it.each(['report', 'report with faults', 'submit a reuse', 'contact'])(
    'to %s has a label for every field, and says what describes it',
    (page) => {
      const elements = elementsOf(pages[page] ?? '');
      const ids = new Set(elements.map(({ attributes }) => attributes['id']));
      const labelled = new Set(named(page, 'label').map(({ attributes }) => attributes['for']));
      const fields = elements.filter(
        ({ name, attributes }) => /^(?:input|textarea)$/.test(name) && attributes['type'] !== 'hidden',
      );
      expect(fields.length).toBeGreaterThan(2);
      for (const { attributes } of fields) {
        expect(labelled).toContain(attributes['id']);
        for (const id of (attributes['aria-describedby'] ?? '').split(' ').filter(Boolean))
          expect(ids).toContain(id);
      }
    },
  );

  it('that is shown again leads from the summary to each field, and holds what was typed', () => {
    const links = named('report with faults', 'a').map(({ attributes }) => attributes['href']);
    expect(links).toEqual(expect.arrayContaining(['#email', '#verification']));
    const email = named('report with faults', 'input').find(({ attributes }) => attributes['id'] === 'email');
    expect(email?.attributes).toMatchObject({ 'aria-invalid': 'true' });
    expect(email?.attributes['value']).toContain('<script>');
    expect(textOf(pages['report with faults'] ?? '')).toContain('Nothing is lost');
  });

  it('shows the statement from the release in words', () => {
    const text = textOf(pages['report'] ?? '');
    expect(text).toContain('Name');
    expect(text).toContain('Cabane <b>');
  });

  it('hides the trap from people, until it was filled', () => {
    expect(pages['report']).toContain('class="trap" aria-hidden="true"');
    expect(pages['report with faults']).not.toContain('class="trap"');
  });
});

describe.each(LANGUAGES)('A contribution in %s', (language) => {
  const own = everyPage(language);

  it.each(['a report', 'a reuse', 'contributions', 'thing with reports', 'report with faults'])(
    'on the page “%s” does nothing, whatever it holds',
    (page) => {
      const elements = elementsOf(own[page] ?? '');
      const scripts = elements.filter(
        ({ name, attributes }) => name === 'script' && attributes['type'] !== 'application/ld+json',
      );
      expect(scripts.filter(({ attributes }) => !attributes['src']?.startsWith('/assets/'))).toEqual([]);
      const addresses = elements.flatMap(({ attributes }) => [attributes['href'], attributes['src']]);
      expect(addresses.filter((one) => /^\s*javascript:/i.test(one ?? ''))).toEqual([]);
    },
  );

  it.each(['a report', 'a reuse', 'contributions', 'thing with reports'])(
    'on the page “%s” does not turn the direction of what is beside it',
    (page) => expect(own[page]).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/),
  );

  it('lends no weight to a stranger’s link', () => {
    const link = elementsOf(own['a reuse'] ?? '').find(
      ({ attributes }) => attributes['href'] === 'https://reuse.example/carte',
    );
    expect(link?.attributes['rel']).toBe('nofollow ugc noopener');
  });
});
