import { folded } from '../documents/index.ts';
import { camelCase, createNames, humanised } from './names.ts';

/** Names of own terms, each once, and none that already means something else here. */
export interface TermNames {
  nameFor(header: string): string;
}

interface TermFacts {
  readonly slug: string;
  /** Own terms of the project: name, French label. */
  readonly terms: ReadonlyMap<string, string>;
}

/** A term that is there with the same label is used; one that is called otherwise there takes the dataset’s name before. */
export function createTermNames({ slug, terms }: TermFacts): TermNames {
  const unique = createNames();
  return {
    nameFor(header) {
      const wanted = camelCase(header);
      const label = terms.get(wanted);
      const isOther = label !== undefined && folded(label) !== folded(humanised(header));
      return unique(isOther ? camelCase(`${slug} ${header}`) : wanted);
    },
  };
}
