import type { StatementOrigin } from '../model/index.ts';
import type { ThingStatement } from './origin-addresses.ts';

/** A text for a statement, bounded: long values are told apart by their beginning and their length. */
export const keyOf = ({ subject, property, value }: ThingStatement): string => {
  const type = value.termType === 'Literal' ? `${value.language} ${value.datatype.value}` : value.termType;
  return `${subject} ${property} ${type} ${value.value.length} ${value.value.slice(0, 2000)}`;
};

/** Two statements of one origin are made by the same rules from the same records. */
export const originKey = (origin: StatementOrigin | undefined): string =>
  origin === undefined
    ? ''
    : JSON.stringify([
        origin.records.map(({ file, row }) => [file, row]),
        origin.rules.map(({ line, transformation, columns }) => [line, transformation, columns]),
      ]);
