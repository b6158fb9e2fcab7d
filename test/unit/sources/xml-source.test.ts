import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSourceFolder, readAll, refusal, sourceOf } from './files.ts';

let files: Awaited<ReturnType<typeof createSourceFolder>>;
beforeAll(async () => {
  files = await createSourceFolder();
});
afterAll(() => files.remove());

const namespaces = { l: 'http://lido/', o: 'http://other/' };
const declared = async (text: string, iterator: string | undefined = '/l:wrap/l:record') =>
  sourceOf({
    path: await files.write(text),
    format: 'xml',
    namespaces,
    ...(iterator === '' ? {} : { iterator }),
  });

const RECORD = `<wrap xmlns="http://lido/" xmlns:x="http://other/"><record id="1" x:id="2" xml:lang="fr">
  <title lang="fr">Le <i>beau</i> navire</title>
  <title lang="en">The ship</title>
  <x:note type="a/b">une <![CDATA[<note> & plus]]></x:note>
  <actor><name>Rubens &amp; C&#x69;e</name><actor><name>Rubens</name></actor></actor>
  <empty/>
</record></wrap>`;

describe('A reference into an XML record', () => {
  it.each([
    ['l:title', ['Le beau navire', 'The ship']],
    ['l:title[2]', ['The ship']],
    ["l:title[@lang='fr']", ['Le beau navire']],
    ['l:title[@lang="en"]', ['The ship']],
    ['l:title/@lang', ['fr', 'en']],
    ['l:title/text()', ['Le navire', 'The ship']],
    ['l:title/l:i', ['beau']],
    ['//l:i', ['beau']],
    ['l:actor/l:name', ['Rubens & Cie']],
    ['l:actor//l:name', ['Rubens & Cie', 'Rubens']],
    ['//l:actor//l:name', ['Rubens & Cie', 'Rubens']],
    ["l:actor[l:name='Rubens']/l:name", []],
    ["//l:actor[l:name='Rubens']/l:name", ['Rubens']],
    ["o:note[@type='a/b']", ['une <note> & plus']],
    ['o:note', ['une <note> & plus']],
    ['@id', ['1']],
    ['@o:id', ['2']],
    ['@xml:lang', ['fr']],
    ['*/@lang', ['fr', 'en']],
    ['./l:title[1]', ['Le beau navire']],
    ['l:empty', []],
    ['title', []],
    ['l:absent', []],
  ])('%s gives its values', async (reference, values) => {
    const { rows } = await readAll(await declared(RECORD), [reference]);
    expect(rows.map((row) => row.values[0])).toEqual([values]);
  });

  it.each(['l:a]', 'l:a[1', 'l:a//', '/l:a', 'l:a[position()=1]', 'l:a|l:b', ''])(
    '%j is refused because it is not understood',
    async (reference) => {
      const [complaint] = await refusal(readAll(await declared(RECORD), [reference]));
      expect(complaint?.found.fr).toBe(`Le chemin « ${reference} » n’est pas compris.`);
    },
  );

  it.each(['lid:title', "l:title[@lid:x='1']", '@lid:x'])(
    '%s is refused for its prefix',
    async (reference) => {
      const [complaint] = await refusal(readAll(await declared(RECORD), [reference]));
      expect(complaint).toMatchObject({
        found: { fr: `Le préfixe « lid » du chemin « ${reference} » n’est pas déclaré.` },
        remedy: { en: 'Declare it in dataset.yml (source: namespaces).' },
      });
    },
  );
});

describe('An XML source', () => {
  it('gives the elements at its iterator only, with row and line', async () => {
    const text =
      '<?xml version="1.0"?>\n<wrap xmlns="http://lido/">\n<record>a</record>\n<x><record>no</record></x>\n<record>b<record>in b</record></record>\n</wrap>';
    const { rows, columns } = await readAll(await declared(text), ['.']);
    expect(columns).toBeUndefined();
    expect(rows).toEqual([
      { row: 1, line: 3, values: [['a']] },
      { row: 2, line: 5, values: [['bin b']] },
    ]);
  });

  it('is read whatever pieces its file comes in', async () => {
    const record = `<record><name>${'é'.repeat(1000)}</name></record>`;
    const { rows } = await readAll(
      await declared(`<wrap xmlns="http://lido/">${record.repeat(400)}</wrap>`),
      ['l:name'],
    );
    expect(rows).toHaveLength(400);
    expect(new Set(rows.map((row) => row.values[0]?.[0]))).toEqual(new Set(['é'.repeat(1000)]));
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]>\n<wrap xmlns="http://lido/"/>', 'DOCTYPE', 1],
    ['an element closed by another', '<wrap>\n<a></b>\n</wrap>', 'bien formé', 2],
    ['an entity nobody declared', '<wrap>\n&eacute;</wrap>', 'bien formé', 2],
    ['an end before its end', '<wrap xmlns="http://lido/">\n<record>a</record>\n', 'bien formé', 3],
    ['text that is no XML', 'Titre;Auteur\n', 'bien formé', undefined],
    ['elements that nest too deeply', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'plus de 200 niveaux', 1],
    ['a prefix nobody declared', '<wrap>\n<l:a/>\n</wrap>', 'bien formé', 2],
  ])('is refused for %s, with its line', async (_, text, reason, line) => {
    const [complaint] = await refusal(readAll(await declared(text), []));
    expect(complaint?.found.fr).toContain(reason);
    expect(complaint?.found.en).toMatch(/^(?!.*\d:\d).*[^.]\.$/);
    expect(complaint?.place.file).toBe('source/x');
    if (line !== undefined) expect(complaint?.place.line).toBe(line);
  });

  it.each([
    ['', 'Une source XML demande un itérateur.'],
    ['/', 'L’itérateur « / » n’est pas compris.'],
    ['l:wrap/l:record', 'L’itérateur « l:wrap/l:record » n’est pas compris.'],
    ['//l:record', 'L’itérateur « //l:record » n’est pas compris.'],
    ['/l:wrap/*', 'L’itérateur « /l:wrap/* » n’est pas compris.'],
    ['/lid:wrap/l:record', 'Le préfixe « lid » du chemin « /lid:wrap/l:record » n’est pas déclaré.'],
  ])('is refused with the iterator %j', async (iterator, fr) => {
    expect(await refusal(readAll(await declared(RECORD, iterator), []))).toMatchObject([{ found: { fr } }]);
  });
});
