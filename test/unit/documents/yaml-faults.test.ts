import { describe, expect, it } from '@jest/globals';
import { parseYaml } from '../../../src/documents/index.ts';

/** What people do wrong in declarations, and what they are told. */
describe('YAML that is none', () => {
  it.each([
    ['a: 1\na: 2\n', 'la même clé est écrite deux fois'],
    ['a:\n\t- b\n', 'tabulations'],
    ['a:\n  - b\n - c\n', 'une liste est placée là où une clé est attendue'],
    ['a:\n  b: 1\n c: 2\n', 'en retrait comme ses voisines'],
    ['a: b: c\n', 'il manque sans doute des guillemets'],
    ['a: "b\n', 'le guillemet " n’est pas fermé'],
    ["a: 'b\n", "le guillemet ' n’est pas fermé"],
    ['a: [b, c\n', 'n’est pas fermé par «\u00a0]\u00a0»'],
    ['a: {b: 1, c: 2\n', 'n’est pas fermé par «\u00a0}\u00a0»'],
    ['a: {b: 1 c: 2}\n', 'à l’intérieur de crochets ou d’accolades'],
    ['a: ["b" "c"]\n', 'il manque une virgule entre deux valeurs'],
    ['a: [b,, c]\n', 'virgule'],
    ['a: @b\n', 'ne peut commencer par «\u00a0@\u00a0»'],
    ['a: "\\q"\n', 'n’est pas un caractère'],
    ['a: b]\nc: ]\n', 'de trop'],
    ['a: "b"#c\n', 'il manque une espace devant «\u00a0#\u00a0»'],
    ['abc\ndef: 1\n', 'une clé tient sur une ligne'],
  ])('%j is told in French', (text, said) => {
    const parsed = parseYaml(text, 'x.yml');
    const found = parsed.kind === 'malformed' ? parsed.complaints.map(({ found }) => found.fr) : [];
    expect(found.join('\n')).toContain(said);
  });
});
