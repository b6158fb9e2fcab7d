import fc from 'fast-check';

/** A part of a query, written for a node: `$this`, or the term that is put in its place. */
export type Part = (node: string) => string;

const THIS: Part = (node) => node;
const fixed =
  (text: string): Part =>
  () =>
    text;
const joined =
  (parts: readonly Part[], between = ' '): Part =>
  (node) =>
    parts.map((part) => part(node)).join(between);

const term = fc.constantFrom(
  THIS,
  THIS,
  fixed('?a'),
  fixed('?b'),
  fixed('?value'),
  fixed('ex:n1'),
  fixed('2'),
);
const subject = fc.constantFrom(THIS, THIS, fixed('?a'), fixed('?b'), fixed('?value'), fixed('ex:n2'));
const predicate = fc.constantFrom('ex:p', 'ex:q', '^ex:p', 'ex:p/ex:q', 'ex:q*', '(ex:p|ex:q)').map(fixed);

const triple = fc.tuple(subject, predicate, term).map(
  ([s, p, o]): Part =>
    (node) =>
      `${s(node)} ${p(node)} ${o(node)} .`,
);

const comparison = fc.tuple(term, fc.constantFrom('=', '!='), term).map(
  ([left, operator, right]): Part =>
    (node) =>
      `${left(node)} ${operator} ${right(node)}`,
);

const boundThis: Part = (node) => (node === '$this' ? 'bound($this)' : 'true');

let fresh = 0;

const { group } = fc.letrec<{ group: Part; element: Part; expression: Part }>((tie) => ({
  group: fc.array(tie('element'), { minLength: 1, maxLength: 3 }).map(
    (elements): Part =>
      (node) =>
        `{ ${joined(elements)(node)} }`,
  ),
  element: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    triple,
    tie('expression').map(
      (one): Part =>
        (node) =>
          `FILTER(${one(node)})`,
    ),
    tie('group'),
    tie('group').map(
      (inside): Part =>
        (node) =>
          `OPTIONAL ${inside(node)}`,
    ),
    fc.tuple(tie('group'), tie('group')).map((two): Part => joined(two, ' UNION ')),
    term.map((one): Part => {
      const name = `?fresh${fresh++}`;
      return (node) => `BIND(${one(node)} AS ${name}) FILTER(bound(${name}) || true)`;
    }),
    fc
      .tuple(fc.constantFrom('DISTINCT', ''), tie('group'), fc.constantFrom('', 'ORDER BY ?value LIMIT 1'))
      .map(
        ([distinct, inside, end]): Part =>
          (node) =>
            `{ SELECT ${distinct} ${projection(node)} ${inside(node)} ${end} }`,
      ),
    tie('group').map(
      (inside): Part =>
        (node) =>
          `{ SELECT ${projection(node)} (COUNT(*) AS ?n) ${inside(node)} GROUP BY ${projection(node)} }`,
    ),
  ),
  expression: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc.constant(boundThis),
    fc.constant(fixed('bound(?value)')),
    fc.tuple(fc.constantFrom('EXISTS', 'NOT EXISTS'), tie('group')).map(
      ([word, inside]): Part =>
        (node) =>
          `${word} ${inside(node)}`,
    ),
    fc.tuple(tie('expression'), fc.constantFrom('&&', '||'), tie('expression')).map(
      ([left, and, right]): Part =>
        (node) =>
          `((${left(node)}) ${and} (${right(node)}))`,
    ),
    tie('expression').map(
      (one): Part =>
        (node) =>
          `!(${one(node)})`,
    ),
  ),
}));

const projection = (node: string): string => (node === '$this' ? '$this ?value' : '?value');

/** What stands in the braces of a query: nested groups, OPTIONAL, UNION, EXISTS, subqueries, paths. */
export const randomGroups: fc.Arbitrary<Part> = group;

export const selecting =
  (body: Part): Part =>
  (node) =>
    `SELECT ${projection(node)} ${body(node)}`;
