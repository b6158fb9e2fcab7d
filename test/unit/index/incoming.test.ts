import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutFragment } from '../../../src/model/index.ts';
import { id, line, SCHEMA, withIndex } from './dumps.ts';

const museum = id('musees', 'M1');
const KEEPER = `${SCHEMA}keeper`;
const own = line(museum, `${SCHEMA}name`, '"Musée"');

/** IRIs that sort in ways that UTF-16, UTF-8 and hash IRIs see differently. */
const name = fc.constantFrom('a', 'a!', 'a-', 'a0', 'a.b', 'b', 'é', '\ufb01', '\u{1d11e}', '~');
const source = fc
  .tuple(name, fc.constantFrom('', '#x', '#y'))
  .map(([thing, hash]) => id('oeuvres', thing) + hash);
const inOrder = (iris: Iterable<string>): string[] =>
  [...iris].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));

describe('Pages of incoming links', () => {
  it('give every source exactly once, in order, each with the subjects that link', async () => {
    const cases = fc.tuple(fc.uniqueArray(source, { maxLength: 25 }), fc.integer({ min: 1, max: 7 }));
    await fc.assert(
      fc.asyncProperty(cases, async ([subjects, limit]) => {
        const oeuvres = subjects.map((subject) => line(subject, KEEPER, `<${museum}>`));
        await withIndex({ musees: [own], oeuvres }, (index) => {
          const seen: string[] = [];
          const said: string[] = [];
          let after: string | undefined;
          do {
            const page = index.incoming(museum, KEEPER, { limit, ...(after !== undefined && { after }) });
            if (subjects.length === 0) return expect(page).toBeUndefined();
            seen.push(...(page?.sources ?? []));
            said.push(...(page?.subjects ?? page?.sources ?? []));
            expect(page?.count).toBe(new Set(subjects.map(withoutFragment)).size);
            after = page?.next;
          } while (after !== undefined);
          expect(seen).toEqual(inOrder(new Set(subjects.map(withoutFragment))));
          expect(said.toSorted()).toEqual(subjects.toSorted());
        });
      }),
      { numRuns: 60 },
    );
  });

  it('go on after IRIs that do not link, or are nowhere', async () => {
    const works = ['a', 'c', 'e'].map((one) => id('oeuvres', one));
    const oeuvres = works.map((work) => line(work, KEEPER, `<${museum}>`));
    await withIndex({ musees: [own], oeuvres }, (index) => {
      const following = (iri: string) => index.incoming(museum, KEEPER, { after: iri, limit: 9 })?.sources;
      expect(following(id('oeuvres', 'b'))).toEqual(works.slice(1));
      expect(following(museum)).toEqual(works);
      expect(following('')).toEqual(works);
      expect(following('zzz')).toEqual([]);
      expect(following("' OR 1=1 --")).toEqual(works);
    });
  });

  it('are undefined where nothing links so', async () => {
    await withIndex({ musees: [own] }, (index) => {
      expect(index.incoming(museum, KEEPER, { limit: 1 })).toBeUndefined();
      expect(index.incoming(id('musees', 'none'), KEEPER, { limit: 1 })).toBeUndefined();
    });
  });
});
