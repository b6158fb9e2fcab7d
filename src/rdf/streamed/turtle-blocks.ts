import { literalParts } from '../n-quads.ts';
import { PrefixNames } from '../prefix-names.ts';
import { rdf } from '../vocabulary.ts';
import type { StreamedSyntax, SubjectStatement } from './streamed-syntax.ts';

/** Turtle (https://www.w3.org/TR/turtle/) for people: types first, a line for each property, a blank line after each block. */
export function turtleBlocks(prefixes: Readonly<Record<string, string>>): StreamedSyntax {
  const names = new PrefixNames(prefixes);
  const name = (iri: string): string => names.short(iri) ?? `<${iri}>`;
  const verb = (predicate: string): string => (predicate === rdf.type ? 'a' : name(predicate));
  const value = (predicate: string, object: string): string => {
    if (object.startsWith('<')) return predicate === rdf.type ? name(object.slice(1, -1)) : object;
    const { escaped, datatype } = literalParts(object);
    return datatype === undefined ? object : `"${escaped}"^^${name(datatype)}`;
  };
  return {
    head: `${Object.entries(prefixes)
      .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
      .join('')}\n`,
    separator: '',
    tail: '',
    block(subject, statements) {
      let text = `<${subject}>`;
      let before: string | undefined;
      for (const { predicate, object } of typesFirst(statements)) {
        const said = value(predicate, object);
        if (predicate === before) text += `, ${said}`;
        else text += `${before === undefined ? '' : ' ;'}\n    ${verb(predicate)} ${said}`;
        before = predicate;
      }
      return `${text} .\n\n`;
    },
  };
}

/** Statements with one property follow each other, because lines are sorted. */
function typesFirst(statements: readonly SubjectStatement[]): readonly SubjectStatement[] {
  const first = statements.findIndex(({ predicate }) => predicate === rdf.type);
  if (first <= 0) return statements;
  const end = statements.findIndex(({ predicate }, at) => at > first && predicate !== rdf.type);
  const types = statements.slice(first, end < 0 ? undefined : end);
  return [...types, ...statements.slice(0, first), ...statements.slice(first + types.length)];
}
