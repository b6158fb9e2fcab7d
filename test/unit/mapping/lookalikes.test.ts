import { describe, expect, it } from '@jest/globals';
import { complaintsOf, ruleOf, run } from './mapping-run.ts';

/** Complaints of an object, as found and remedy in French. */
const said = (object: string) =>
  complaintsOf(ruleOf(`- [schema:name, ${object}]`)).map(({ found, remedy }) => `${found.fr} ${remedy.fr}`);

/** Objects of the statements of a record whose ref is 1 and nom is Orsay. */
const objects = async (object: string) =>
  (await run(ruleOf(`- [schema:name, ${object}]`), [{ ref: '1', nom: 'Orsay' }])).lines.map((line) =>
    line.replace(/^\S+ \S+ /, ''),
  );

describe('A suffix that is none, behind a reference', () => {
  it.each([
    ['$(nom)~lang', 'La langue s’écrit à part : [prédicat, $(colonne), fr~lang].'],
    ['$(nom)~en', 'La langue s’écrit à part : [prédicat, $(colonne), en~lang].'],
    ['$(nom)~fr-CA', 'fr-CA~lang'],
    ['$(nom)~IRI', 'Écrivez ~iri, en minuscules.'],
    ['$(nom)~uri', 'Écrivez ~iri, en minuscules.'],
    ['schema:Museum~IRI', 'Écrivez ~iri, en minuscules.'],
    ['$(nom)~resource', 'Écrivez ~iri, ou \\~resource pour du texte.'],
    ['{ value: $(nom)~lang }', 'fr~lang'],
  ])('is refused in %s, with the right form', (object, remedy) => {
    expect(said(object)).toEqual([expect.stringContaining(remedy)]);
  });

  it('is refused in a subject', () => {
    expect(complaintsOf('mappings: { x: { s: "id:x/$(ref)~IRI" } }')).toHaveLength(1);
  });

  it.each([
    ['$(nom)~', '"Orsay~"'],
    ["'$(nom)\\~fr'", '"Orsay~fr"'],
    ['1850~approx', '"1850~approx"'],
    ['$(nom)~$(nom)', '"Orsay~Orsay"'],
    ["'$(nom) ~fr'", '"Orsay ~fr"'],
  ])('leaves the text of %s alone', async (object, expected) => {
    expect(await objects(object)).toEqual([expected]);
  });
});

describe('Text that looks like a reference', () => {
  it.each([
    ['$nom)', '« $nom) » ressemble à une référence mal écrite', 'Écrivez $(nom), ou \\$nom) pour du texte.'],
    ["'$ (nom)'", '« $ (nom) »', 'Écrivez $(nom)'],
    ["'Le \x24{nom} !'", '« \x24{nom} »', 'Écrivez $(nom), ou \\\x24{nom} pour du texte.'],
    ["'{nom}'", '« {nom} » est une référence de RML', 'Écrivez $(nom), ou { value: "{nom}" } pour du texte.'],
    ["'$(nom'", 'La valeur « $(nom »', 'vérifiez la parenthèse fermante'],
  ])('is refused: %s', (object, found, remedy) => {
    expect(said(object)).toEqual([expect.stringContaining(found)]);
    expect(said(object)).toEqual([expect.stringContaining(remedy)]);
  });

  it.each([
    ["'\\$nom)'", '"$nom)"'],
    ["'\\\x24{nom}'", '"\x24{nom}"'],
    ["'\\$ (nom)'", '"$ (nom)"'],
    ['{ value: "{nom}" }', '"{nom}"'],
    ["'a {nom}'", '"a {nom}"'],
    ["'12 $'", '"12 $"'],
    ["'$(nom) (5 $)'", '"Orsay (5 $)"'],
  ])('is text where it is escaped or means nothing else: %s', async (object, expected) => {
    expect(await objects(object)).toEqual([expected]);
  });
});

describe('An object that begins with _:', () => {
  it('is the blank node that a subject of the same text is', async () => {
    const { quads } = await run('mappings: { x: { s: "_:b$(ref)", po: [[schema:isPartOf, "_:b$(ref)"]] } }', [
      { ref: '1' },
    ]);
    expect(quads).toHaveLength(1);
    expect(quads[0]?.object.termType).toBe('BlankNode');
    expect(quads[0]?.object.value).toBe(quads[0]?.subject.value);
  });

  it.each(['{ value: "_:b$(ref)", type: literal }', '{ value: "_:b$(ref)", language: fr }'])(
    'is text where that is said: %s',
    async (object) => {
      expect(await objects(object)).toEqual([expect.stringContaining('"_:b1"')]);
    },
  );
});
