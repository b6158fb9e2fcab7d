import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReferenceSyntaxError } from '../../../src/model/index.ts';
import { byteCountOf } from '../../../src/sources/encodings.ts';
import { recordLanguage } from '../../../src/sources/index.ts';
import { TextPlaces } from '../../../src/sources/text-places.ts';
import { XmlCollector } from '../../../src/sources/xml-collector.ts';
import { parseIterator } from '../../../src/sources/xml-iterator.ts';
import { createSourceFolder, cutAt, readAll, refusal, sourceOf } from './files.ts';

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
    ['l:title/text()', ['Le ', ' navire', 'The ship']],
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

  it.each([
    ['l:title[last()]', ['The ship']],
    ['count(l:title)', ['2']],
    ["string-join(l:title/@lang, '+')", ['fr+en']],
    ['l:title[1] | l:title[2]/@lang', ['Le beau navire', 'en']],
    ["l:title[not(@lang='fr')]", ['The ship']],
    ['.//l:name', ['Rubens & Cie', 'Rubens']],
    ['l:title/..//l:i', ['beau']],
    ['boolean(l:absent)', ['false']],
    ["*[local-name()='note']", ['une <note> & plus']],
    ['constructor', []],
  ])('%s, which is real XPath, gives its values', async (reference, values) => {
    const { rows } = await readAll(await declared(RECORD), [reference]);
    expect(rows.map((row) => row.values[0])).toEqual([values]);
  });

  it.each([
    'l:a]',
    'l:a[1',
    'l:a//',
    'l:a[',
    '',
    'nothing(',
    'unknown()',
    'lid:title',
    "l:title[@lid:x='1']",
    '@lid:x',
  ])('%j is refused because it is not understood', (reference) => {
    const language = recordLanguage('xml', namespaces);
    expect(() => language.reference(reference)).toThrow(ReferenceSyntaxError);
    expect(() => language.reference(reference)).toThrow(expect.objectContaining({ reference }));
  });

  it('is read fast where one value at most is possible, and only there', () => {
    const { parse, single, iterator } = recordLanguage('xml', namespaces);
    const [record] = iterator('/l:wrap/l:record')(parse(RECORD));
    expect(single?.('@id')?.(record)).toBe('1');
    expect(single?.('l:title[2]')?.(record)).toBe('The ship');
    expect(single?.('@absent')?.(record)).toBeUndefined();
    expect(single?.('l:title')).toBeUndefined();
    expect(single?.('.//l:i')).toBeUndefined();
  });
});

const FAMILY = `<all><house n="1"><street>Rue A</street><room k="a"><bed>x</bed></room><room k="b"><bed>y</bed><bed>z</bed></room><town>Paris</town></house>
<house n="2"><room k="c"><bed>w</bed></room></house></all>`;

describe('A reference that leaves its XML record', () => {
  it.each([
    ['/all/house/room', '../@n', [['1'], ['1'], ['2']]],
    ['/all/house/room/bed', '../../@n', [['1'], ['1'], ['1'], ['2']]],
    ['/all/house/room', '../street', [['Rue A'], ['Rue A'], []]],
    ['/all/house/room', '../town', [['Paris'], ['Paris'], []]],
    ['/all/house/room/bed', '../../room/@k', [['a', 'b'], ['a', 'b'], ['a', 'b'], ['c']]],
    ['//bed', 'ancestor::house/@n', [['1'], ['1'], ['1'], ['2']]],
    ['//bed', '../@k', [['a'], ['b'], ['b'], ['c']]],
    ['/all/house/room', 'preceding-sibling::room/@k', [[], ['a'], []]],
    [
      '/all/house',
      '//bed[1]',
      [
        ['x', 'y', 'w'],
        ['x', 'y', 'w'],
      ],
    ],
    ['/all/house/room', '/all/house[2]/@n', [['2'], ['2'], ['2']]],
  ])('finds what stands around it: %s, %s', async (iterator, reference, values) => {
    const { rows } = await readAll(await declared(FAMILY, iterator), [reference]);
    expect(rows.map((row) => row.values[0])).toEqual(values);
  });
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

  it('does not load a DTD that it names', async () => {
    const text =
      '<!DOCTYPE wrap SYSTEM "file:///nowhere[1].dtd">\n<wrap xmlns="http://lido/"><record/></wrap>';
    expect((await readAll(await declared(text), [])).rows).toHaveLength(1);
  });

  it.each([
    [
      'a DOCTYPE with declarations',
      '<!DOCTYPE x [<!ENTITY a "b">]>\n<wrap xmlns="http://lido/"/>',
      'DOCTYPE',
      1,
    ],
    ['an element closed by another', '<wrap>\n<a></b>\n</wrap>', 'bien formé', 2],
    ['an entity nobody declared', '<wrap>\n&eacute;</wrap>', 'bien formé', 2],
    ['an end before its end', '<wrap xmlns="http://lido/">\n<record>a</record>\n', 'bien formé', 3],
    ['text that is no XML', 'Titre\n', 'bien formé', undefined],
    ['a table', 'Titre;Auteur\n', 'a l’air d’une table (CSV)', 1],
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
    ['/all/house', 2],
    ['all/house', 2],
    ['/all/house/', 2],
    ['/all/*/room', 3],
    ['//room', 3],
    ['/all//bed', 4],
    ['//*', 12],
    ["/all/house[@n='1']/room", 2],
    ["//room[@k='b']/bed", 2],
    ['/all/house/room[bed]', 3],
    ['/all/house/room[2]', 1],
    ['/all/house[1]/room', 2],
    ['//room[last()]', 2],
    ['//room | //town', 4],
    ['/all/house[count(room) = 1]', 1],
    ['//bed/..', 3],
    ['/all/house/room/@k', 3],
    ['/', 1],
    ['/nothing', 0],
    ['/all/house/nothing', 0],
  ])('gives what XPath selects with the iterator %s', async (iterator, count) => {
    const { rows, offsets, faults } = await readAll(await declared(FAMILY, iterator), ['.']);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(offsets.every((offset) => FAMILY[offset] === '<')).toBe(true);
    expect(faults.map(({ code }) => code)).toEqual(count === 0 ? ['iterator-without-match'] : []);
  });

  it.each([
    ['', 'Une source XML demande un itérateur.'],
    ['/lid:wrap/l:record', 'L’itérateur « /lid:wrap/l:record » n’est pas compris (XPST0081'],
    ['/l:wrap[', 'L’itérateur « /l:wrap[ » n’est pas compris (XPST0003'],
  ])('is refused with the iterator %j', async (iterator, fr) => {
    const [complaint] = await refusal(readAll(await declared(RECORD, iterator), []));
    expect(complaint?.found.fr).toContain(fr);
  });

  it.each([
    ['its declaration', '<?xml version="1.0" encoding="ISO-8859-1"?><a><b>é</b></a>', 'latin1'],
    ['a byte order mark', '\uFEFF<a><b>é</b></a>', 'utf16le'],
  ] as const)('is read in the encoding of %s', async (_, text, encoding) => {
    const path = await files.write(Buffer.from(text, encoding));
    const { rows } = await readAll(sourceOf({ path, format: 'xml', iterator: '/a/b' }), ['.']);
    expect(rows[0]?.values).toEqual([['é']]);
  });

  it('gives line and first byte of each record, however it is cut', () => {
    const name = fc.constantFrom('r', 'r', 'x');
    const word = fc.string({
      unit: fc.constantFrom('é', '😀', 'a', ' ', '\n', '\r\n', '\r', '’'),
      maxLength: 6,
    });
    const record = fc
      .tuple(name, word, word)
      .map(([tag, a, b]) => `<${tag}\n k="${a}">${b}<y/><!-- < --></${tag}>${b}`);
    const document = fc.array(record, { maxLength: 8 }).map((all) => `<d>${all.join('')}</d>`);
    fc.assert(
      fc.property(document, fc.array(fc.nat(), { maxLength: 6 }), fc.boolean(), (text, cuts, deep) => {
        const iterator = parseIterator(deep ? '//r' : '/d/r', {});
        const collector = new XmlCollector(iterator, 0, new TextPlaces(byteCountOf('utf-8')));
        const found = [
          ...cutAt(text, cuts).flatMap((one) => collector.write(one, false)),
          ...collector.close(),
        ];
        const starts = [...text.matchAll(/<r\n/g)].map(({ index }) => index);
        const before = starts.map((at) => text.slice(0, at));
        expect(found.map(({ offset }) => offset)).toEqual(before.map((one) => Buffer.byteLength(one)));
        expect(found.map(({ line }) => line)).toEqual(before.map((one) => one.split(/\r\n?|\n/).length));
      }),
      { numRuns: 300 },
    );
  });
});
