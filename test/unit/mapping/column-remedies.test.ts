import { describe, expect, it } from '@jest/globals';
import { resolveColumns } from '../../../src/mapping/columns.ts';
import { mappingOf, ruleOf } from './mapping-run.ts';

/** Remedies for the unknown columns of a mapping that reads `ref` and `nom`, in French. */
function remedies(header: readonly string[], columns = '{}', isRml = false): readonly string[] {
  const mapping = mappingOf(`columns: ${columns}\n${ruleOf('- [schema:name, $(nom)]')}`);
  const { unknown } = resolveColumns({ ...mapping, foldsColumns: !isRml }, { header, rules: mapping.rules });
  return unknown.map(({ remedy }) => remedy.fr);
}

describe('The remedy for an unknown column', () => {
  it('of a misspelt reference is the right one, before aliases', () => {
    expect(remedies(['ref', 'nomm'])).toEqual([
      'La plus proche est « nomm » : écrivez $(nomm), ou déclarez des alias (columns).',
    ]);
  });

  it('of a declared column is one more alias', () => {
    expect(remedies(['ref', 'nomm'], '{ nom: [titre] }')).toEqual([
      'La plus proche est « nomm » : ajoutez-la aux alias (columns), ou déclarez-la « optional: true ».',
    ]);
  });

  it.each([
    [['ref;nom'], ';', ';'],
    [['ref;nom;date', ' lieu'], ';', ';'],
    [['ref\tnom'], '\t', '\\t'],
    [['ref|nom'], '|', '|'],
  ])('names the delimiter that the header %j shows', (header, _, written) => {
    expect(remedies(header)).toEqual(
      [0, 1].map(() =>
        expect.stringContaining(
          `le séparateur semble être « ${written} ». Donnez à la source delimiter: "${written}".`,
        ),
      ),
    );
  });

  it('says it of RML in its own words', () => {
    expect(remedies(['ref;nom'], '{}', true)[0]).toContain('csvw:dialect [ csvw:delimiter ";" ]');
  });

  it('is not the delimiter where another column is like the name', () => {
    expect(remedies(['ref', 'nomm', 'a;b'])).toEqual([expect.stringContaining('écrivez $(nomm)')]);
  });
});
