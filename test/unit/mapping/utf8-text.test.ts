import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Spelling, spellingOf, Utf8Text } from '../../../src/mapping/engine/utf8-text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'é',
      ' ',
      '"',
      '\\',
      '\n',
      '\u0085',
      '\u00a0',
      '’',
      '😀',
      '\ud800',
      '\u007f',
      '%',
    ),
  }),
);

describe('Text that grows as UTF-8', () => {
  it.each(['text', 'literal', 'iri'] satisfies Spelling[])(
    'holds what is spelt as %s, whatever it is',
    (spelling) => {
      fc.assert(
        fc.property(fc.array(anyText, { maxLength: 8 }), (values) => {
          const text = new Utf8Text(1);
          for (const value of values) text.spell(value, spelling);
          const expected = values
            .map((value) => Buffer.from(spellingOf(value, spelling)).toString())
            .join('');
          expect(text.toString()).toBe(expected);
        }),
      );
    },
  );

  it('takes bytes and other texts behind what it has, and begins anew when it is taken', () => {
    const text = new Utf8Text(2);
    const other = new Utf8Text(2);
    other.spell('sujet é', 'text');
    text.add(Buffer.from('un '));
    text.append(other);
    expect(Buffer.from(text.take(2)).toString()).toBe('un sujet é');
    expect(text.length).toBe(0);
  });
});
