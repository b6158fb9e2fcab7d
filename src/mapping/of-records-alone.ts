import { joinsOf, type Mapping } from './rules.ts';

/**
 * Whether what a mapping says of a record hangs on that record and on no other: no rule reads a source of its own, none is
 * joined on conditions. Then records can be mapped one by one.
 */
export const isOfRecordsAlone = ({ rules }: Mapping): boolean =>
  rules.every(
    (rule) => rule.source === undefined && joinsOf(rule).every(({ conditions }) => conditions.length === 0),
  );
