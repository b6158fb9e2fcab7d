export type Vocabulary<T extends string> = Readonly<Record<T, string>> & { readonly namespace: string };

/** The words of a text literal, as a type. */
type Words<S extends string, Found = never> = S extends `${infer Word} ${infer Rest}`
  ? Words<Rest, Found | Word>
  : Found | S;

/**
 * A namespace and its terms, typed: a misspelt term does not compile.
 * @param terms local names, separated by single spaces
 */
export function vocabulary<const S extends string>(
  namespace: string,
  terms: S,
): Vocabulary<Words<S> & string> {
  const entries = terms.split(' ').map((term) => [term, namespace + term]);
  return Object.freeze({ ...Object.fromEntries(entries), namespace }) as Vocabulary<Words<S> & string>;
}
