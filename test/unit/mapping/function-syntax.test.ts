import { describe, expect, it } from '@jest/globals';
import type { Argument } from '../../../src/mapping/rules.ts';
import { FunctionSyntaxError, parseCall } from '../../../src/mapping/yarrrml/function-syntax.ts';

const place = { file: 'mapping.yml', line: 1 };
const parse = (text: string) => parseCall(text, place, (name) => name.replace('cim:', 'urn:'));

/** `f(0=…, 1=…)`: the shape of an expression. */
function shape(expression: Argument): string {
  if (expression.kind === 'list') return expression.items.map(shape).join(';');
  if (expression.kind === 'constant') return JSON.stringify(expression.value);
  if (expression.kind === 'reference') return `<${expression.name}>`;
  if (expression.kind === 'template')
    return `[${expression.parts.map((part) => (typeof part === 'string' ? part : shape(part))).join('')}]`;
  return `${expression.function}(${[...expression.arguments].map(([name, one]) => `${name}=${shape(one)}`).join(',')})`;
}

describe('A function call', () => {
  it.each([
    ['cim:f($(x))', 'urn:f(0=<x>)'],
    ['cim:f()', 'urn:f()'],
    [' cim:f ( $(x) , "a" ) ', 'urn:f(0=<x>,1="a")'],
    ['cim:f(value = $(x), separator = ";")', 'urn:f(value=<x>,separator=";")'],
    ['cim:f(cim:value = $(x))', 'urn:f(value=<x>)'],
    ['cim:f(cim:g(cim:h($(x)), "a"), 3)', 'urn:f(0=urn:g(0=urn:h(0=<x>),1="a"),1="3")'],
    ['cim:f(v = $(x), v = "a", w = "b")', 'urn:f(v=<x>;"a",w="b")'],
    ["cim:f('it''s')", undefined],
    ['cim:f("a \\"b\\" c")', 'urn:f(0="a \\"b\\" c")'],
    ['cim:f(\'a "b"\')', 'urn:f(0="a \\"b\\"")'],
    ['cim:f("$(x) and $(y)")', 'urn:f(0=[<x> and <y>])'],
    ['cim:f("\\$(x)")', 'urn:f(0="$(x)")'],
    ['cim:f($(Date (début)))', 'urn:f(0=<Date (début)>)'],
    ['cim:f($(a, b), periodes)', 'urn:f(0=<a, b>,1="periodes")'],
    ['cim:f("")', 'urn:f(0="")'],
    ['cim:f("a,b)(c=d")', 'urn:f(0="a,b)(c=d")'],
  ])('%j is read as it was meant', (text, expected) => {
    if (expected === undefined) expect(() => parse(text)).toThrow(FunctionSyntaxError);
    else expect(shape(parse(text))).toBe(expected);
  });

  it.each([
    ['cim:f($(x)', 'parenthèse fermante'],
    ['cim:f($(x', 'n’est jamais refermé'],
    ['cim:f("x)', 'guillemet'],
    ['cim:f($(x) $(y))', 'virgule'],
    ['cim:f($(x),)', 'il manque une valeur'],
    ['cim:f($(x)) x', '« x » est de trop'],
    ['$(x)', 'pas un appel'],
    ['cim:f("$(x")', 'n’est jamais refermé'],
    ['', 'il manque une valeur'],
  ])('%j is refused with the reason in both languages', (text, fr) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({
        reason: { fr: expect.stringContaining(fr), en: expect.stringMatching(/./) },
      }),
    );
  });
});
