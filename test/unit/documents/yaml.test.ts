import { describe, expect, it } from '@jest/globals';
import {
  childOf,
  entryOf,
  itemsOf,
  parseYaml,
  plain,
  textOf,
  type YamlNode,
} from '../../../src/documents/index.ts';

function parsed(text: string): YamlNode {
  const yaml = parseYaml(text, 'x.yml');
  if (yaml.kind === 'malformed') throw new Error(yaml.complaints[0]?.found.en);
  return yaml.node;
}

describe('A YAML file', () => {
  it('remembers where keys and values stand', () => {
    const node = parsed('# comment\ntitle:\n  fr: Œuvres\nlist: [a, é, b]\n');
    expect(entryOf(childOf(node, 'title'), 'fr')?.place).toEqual({ file: 'x.yml', line: 3, column: 3 });
    expect(childOf(childOf(node, 'title'), 'fr')?.place).toEqual({ file: 'x.yml', line: 3, column: 7 });
    expect(itemsOf(childOf(node, 'list')).map(({ place }) => place.column)).toEqual([8, 11, 14]);
  });

  it('is plain values without its places, aliases followed', () => {
    expect(plain(parsed('a: &x { b: 1, c: [true, null, 0.05, "01001"] }\nd: *x'))).toEqual({
      a: { b: 1, c: [true, null, 0.05, '01001'] },
      d: { b: 1, c: [true, null, 0.05, '01001'] },
    });
  });

  it.each([
    ['x: 1', '1'],
    ['x: true', 'true'],
    ['x: ""', ''],
    ['x:', undefined],
    ['x: [1]', undefined],
    ['y: 1', undefined],
  ])('%j has the text of a scalar and of nothing else', (text, expected) => {
    expect(textOf(childOf(parsed(text), 'x'))).toBe(expected);
  });

  it.each([
    ['x: a', ['a']],
    ['x: [a, b]', ['a', 'b']],
    ['x:', []],
    ['y: a', []],
  ])('%j has one value or several as items', (text, expected) => {
    expect(itemsOf(childOf(parsed(text), 'x')).map(textOf)).toEqual(expected);
  });

  it('takes the first of several keys that occurs', () => {
    expect(textOf(childOf(parsed('s: short\nsubject: middle'), 'subjects', 'subject', 's'))).toBe('short');
  });

  it.each([
    ['a: [1, 2', 1],
    ['a: 1\na: 2', 2],
    ['a: 1\n\tb: 2', 2],
    ['a: "x', 1],
    ['x: *nobody', 1],
  ])('%j is refused with its line', (text, line) => {
    const yaml = parseYaml(text, 'x.yml');
    expect(yaml).toMatchObject({
      kind: 'malformed',
      complaints: expect.arrayContaining([
        expect.objectContaining({ place: expect.objectContaining({ file: 'x.yml', line }) }),
      ]),
    });
  });

  it.each([
    ['lists inside lists', '['.repeat(20_000)],
    ['closed lists inside lists', '['.repeat(100) + ']'.repeat(100)],
    [
      'aliases that double thirty times',
      `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}`,
    ],
  ])('is refused when it grows out of bounds by %s', (_, text) => {
    expect(parseYaml(text, 'x.yml').kind).toBe('malformed');
  });
});
