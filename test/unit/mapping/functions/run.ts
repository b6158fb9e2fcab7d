import type { FunctionDescription } from '../../../../src/mapping/functions/index.ts';

/** Runs a function as a mapping would: arguments by local name, one text or several. */
export function run(
  known: FunctionDescription,
  args: Readonly<Record<string, string | readonly string[]>>,
): { gives: readonly string[]; notes: readonly string[] } {
  const notes: string[] = [];
  const values = known.parameters.map(({ name }) => {
    const given = args[name] ?? [];
    return typeof given === 'string' ? [given] : given;
  });
  const gives = known.run(values, {
    note: (code) => notes.push(code),
    vocabulary: (slug) =>
      slug === 'techniques'
        ? { find: (label) => (label === 'peinture' ? 'http://v/peinture' : undefined) }
        : undefined,
  });
  return { gives, notes };
}
