import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL_FUNCTIONS, findFunction } from '../../../src/mapping/functions/index.ts';
import { splitOutsideBrackets } from '../../../src/mapping/functions/text.ts';
import { call } from './call.ts';

type Args = readonly (string | readonly string[])[];

describe('A function on text', () => {
  it.each<[string, Args, readonly string[]]>([
    ['normalise', ['  Muse\u0301e\u00a0\u202f d’art\n'], ['Musée d’art']],
    ['normalise', [['a', ' ', 'b ']], ['a', 'b']],
    ['lowerCase', ['MUSÉE D’ART'], ['musée d’art']],
    ['lowerCase', [[]], []],
    ['upperCase', ['œuvre'], ['ŒUVRE']],
    ['upperCase', [['a', 'é']], ['A', 'É']],
    ['capitalise', ['écomusée de la Bresse'], ['Écomusée de la Bresse']],
    ['capitalise', [' 3 rue X'], ['3 rue X']],
    ['htmlToText', ['<p>L&rsquo;&Eacute;cole&nbsp;d&#8217;<b>art</b></p>'], ['L’École d’art']],
    ['htmlToText', ['<p>L<b>art</b> d<sup>e</sup></p>'], ['Lart de']],
    ['htmlToText', ['<P>XIX<SUP class="e">e</SUP></P><p>l’<a href="x">art</a><br/>ici'], ['XIXe l’art ici']],
    ['htmlToText', ['<li>un</li><li>deux</li>tr<!-- o -->ois<body>quatre</body>'], ['un deux trois quatre']],
    [
      'htmlToText',
      ['5 &lt; 6 &amp; &unknown; &#xD800; &#0; &#x1F600;'],
      ['5 < 6 & &unknown; &#xD800; &#0; 😀'],
    ],
    ['htmlToText', ['&oelig;uvre &laquo; &agrave; &laquo; &Ccedil;a'], ['œuvre « à « Ça']],
    ['slug', ['Hauts-de-Seine (92)'], ['hauts-de-seine-92']],
    ['slug', ['Œuvre d’Été — n° 3'], ['oeuvre-d-ete-n-3']],
    ['slug', ['—'], []],
    ['replace', ['a.b.c', '.', '-'], ['a-b-c']],
    ['replace', ['a(?)', '(?)', ''], ['a']],
    ['replace', ['abc', [], 'x'], ['abc']],
    ['before', ['Orsay, Paris, France', ','], ['Orsay']],
    ['before', ['Orsay', ','], ['Orsay']],
    ['before', ['musée des Beaux-Arts', []], ['musée des Beaux-Arts']],
    ['after', ['Orsay, Paris, France', ','], ['Paris, France']],
    ['after', ['Orsay', ','], []],
    ['after', ['Orsay', []], []],
    ['extract', ['créé en 1986', '[0-9]{4}'], ['1986']],
    ['extract', ['75 - Paris', '^([0-9]+) - '], ['75']],
    ['extract', ['Paris', '^[0-9]+'], []],
    ['concat', ['a', '(', ')'], ['(a)']],
    ['concat', [[], '(', ')'], []],
    ['split', ['a ; b;;c', ';'], ['a', 'b', 'c']],
    ['split', [['a;b', 'c'], ';'], ['a', 'b', 'c']],
    ['split', ['abc', []], ['abc']],
    ['split', ['abc', ''], ['abc']],
    ['first', [['a', 'b']], ['a']],
    ['first', [[]], []],
    ['coalesce', [[], 'b'], ['b']],
    ['coalesce', [['a', 'c'], 'b'], ['a', 'c']],
  ])('%s of %j is %j', (name, args, expected) => {
    expect(call(name, ...args)).toEqual({ values: expected, noted: [] });
  });

  it('that makes a slug is idempotent, and its slugs can stand in an IRI', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (value) => {
        const [once] = call('slug', value).values ?? [];
        if (once === undefined) return;
        expect(call('slug', once).values).toEqual([once]);
        expect(once).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
        expect(once).toBe(once.toLowerCase());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('A text split at a separator', () => {
  it.each([
    ['a (b ; c) ; d', ['a (b ; c)', 'd']],
    ['a [b;c];d', ['a [b;c]', 'd']],
    ['"a ; b" ; c', ['"a ; b"', 'c']],
    ['a (b (c;d);e);f', ['a (b (c;d);e)', 'f']],
    ['a ( b ; c', ['a ( b', 'c']],
    ['a ) b ; c', ['a ) b', 'c']],
    ['12" ; 15', ['12"', '15']],
    ['; ;', []],
  ])('%j stays whole inside brackets and quotes that are closed', (value, parts) => {
    expect(splitOutsideBrackets(value, ';')).toEqual(parts);
  });

  it('may have a separator of several characters', () => {
    expect(splitOutsideBrackets('a ## b # c', '##')).toEqual(['a', 'b # c']);
  });
});

describe('A condition', () => {
  it.each<[string, Args, boolean]>([
    ['isEmpty', [[]], true],
    ['isEmpty', ['a'], false],
    ['isNotEmpty', ['a'], true],
    ['isNotEmpty', [[]], false],
    ['equal', [['a', 'b'], 'b'], true],
    ['equal', ['a', 'b'], false],
    ['equal', [[], []], false],
    ['differ', ['a', 'b'], true],
    ['differ', [['a', 'b'], 'b'], false],
    ['differ', [[], 'b'], true],
    ['matches', ['PA00084643', '^PA'], true],
    ['matches', [[], '.'], false],
    ['matchesNot', ['IA00084643', '^PA'], true],
    ['matchesNot', [['x', 'PA1'], '^PA'], false],
    ['matches', ['Œuvre', '^\\p{Lu}'], true],
  ])('%s of %j is %j', (name, args, holds) => {
    expect(call(name, ...args).values).toEqual(holds ? ['true'] : []);
  });
});

describe('The functions of mappings', () => {
  it('are known by their own names only', () => {
    expect(findFunction('toString')).toBeUndefined();
    expect(findFunction('urn:cimaise:function:edtf')?.name).toBe('edtf');
  });

  it.each(ALL_FUNCTIONS.map((one) => [one.iri, one] as const))(
    '%s demands a parameter, or has none',
    (_, one) => {
      expect(one.parameters.some(({ required }) => required)).toBe(one.parameters.length > 0);
    },
  );
});
