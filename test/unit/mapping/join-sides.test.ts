import { describe, expect, it } from '@jest/globals';
import { complaintsOf, mappingOf } from './mapping-run.ts';

/** A join whose `equal` has these parameters. */
const joined = (parameters: string) => `mappings:
  x:
    s: id:x/$(id)
    po:
      - p: schema:isPartOf
        o: { mapping: y, condition: { function: equal, parameters: ${parameters} } }
  y: { s: id:y/$(id), po: [[a, schema:Thing]] }
`;

describe('The condition of a join', () => {
  it.each([
    ['told by s and o', '[[str1, $(parent), s], [str2, $(id), o]]'],
    ['told by s and o, the other way round', '[[str1, $(id), o], [str2, $(parent), s]]'],
    ['not told: str1 is the child’s', '[[str1, $(parent)], [str2, $(id)]]'],
    ['not told, the parent’s first', '[[str2, $(id)], [str1, $(parent)]]'],
    ['not told, by the names of GREL', '[[grel:valueParameter, $(parent)], [grel:valueParameter2, $(id)]]'],
    ['told for one of them', '[[str1, $(id), o], [str2, $(parent)]]'],
    ['told for the child alone', '[[str1, $(parent), s], [str2, $(id)]]'],
  ])('knows its sides where they are %s', (_, parameters) => {
    const [rule] = mappingOf(joined(parameters)).rules;
    expect(rule?.pairs[0]?.objects[0]).toMatchObject({
      conditions: [{ child: { name: 'parent' }, parent: { name: 'id' } }],
    });
  });

  it.each(['[[str1, $(a), s], [str2, $(b), s]]', '[[str1, $(a), z], [str2, $(b), o]]', '[$(a), $(b)]'])(
    'is refused where its sides are not known: %s',
    (parameters) => {
      expect(complaintsOf(joined(parameters))).toHaveLength(1);
    },
  );
});
