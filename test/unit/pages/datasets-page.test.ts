import { describe, expect, it } from '@jest/globals';
import { datasetsPage, homePage } from '../../../src/pages/index.ts';
import { elementsOf, textOf } from './elements.ts';
import { frame, manyDatasets, overview } from './values.ts';

describe('The list of a thousand datasets', () => {
  it('comes page by page, each below 100 KB, and counts all', () => {
    const page = manyDatasets('fr', 12);
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
    const links = elementsOf(page).filter(({ attributes }) => attributes['href']?.startsWith('/datasets'));
    const to = (relation: string) =>
      links.find(({ attributes }) => attributes['rel'] === relation)?.attributes['href'];
    expect([to('prev'), to('next')]).toEqual(['/datasets?page=11', '/datasets?page=13']);
    expect(links.map(({ attributes }) => attributes['href'])).toEqual(
      expect.arrayContaining(['/datasets', '/datasets?page=20']),
    );
    expect(textOf(page)).toMatch(/1[\s\u202f\u00a0]000 jeux de données/);
  });

  it('has no way to other pages where there is one', () => {
    expect(datasetsPage(frame('fr', '/datasets'), { datasets: [overview] })).not.toContain('class="paging"');
  });

  it('leaves the first page small', () => {
    const datasets = Array.from({ length: 1000 }, () => overview);
    const page = homePage(frame('fr'), { datasets, places: [], examples: [] });
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
    expect(page).toContain('href="/datasets"');
  });
});
