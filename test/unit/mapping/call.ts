import { findFunction } from '../../../src/mapping/functions/index.ts';
import { CIM } from '../../../src/mapping/functions/namespaces.ts';
import type { Vocabulary } from '../../../src/model/index.ts';

/** Calls a function of mappings: each argument one text, several, or none. */
export function call(name: string, ...args: readonly (string | readonly string[])[]) {
  const noted: string[] = [];
  const vocabulary: Vocabulary = {
    find: (label) => (label === 'peinture' ? 'http://v/peinture' : undefined),
  };
  const values = findFunction(CIM + name)?.run(
    args.map((arg) => (typeof arg === 'string' ? [arg] : arg)),
    {
      note: (code, value) => noted.push(`${code} ${value}`),
      vocabulary: (slug) => (slug === 'domaines' ? vocabulary : undefined),
    },
  );
  return { values, noted };
}
