import { type Bilingual, RefusedInput, shortened, visible } from '../model/index.ts';

/** Results that one node may have, all shapes inside counted, and a whole graph. */
export const MOST_OF_NODE = 200_000;
export const MOST_OF_GRAPH = 2_000_000;

/** Reasons that are kept of one result: those inside `sh:or` may be thousands for each node. */
export const MOST_DETAILS = 100;

/** Judging would take a time or a memory without measure: nothing is said of the data rather than half of it. */
const tooCostly = (found: Bilingual, remedy: Bilingual): RefusedInput =>
  new RefusedInput([{ place: { file: 'SHACL' }, found, remedy }]);

export const tooLong = (pattern: string, text: string): RefusedInput => {
  const [fr, en] = (['fr', 'en'] as const).map((language) => ({
    pattern: visible(shortened(pattern, 100, language)),
    count: text.length.toLocaleString(language),
    start: visible(text.slice(0, 40)),
  }));
  return tooCostly(
    {
      fr: `Une valeur de ${fr?.count} caractères (« ${fr?.start}… ») est trop longue pour le motif « ${fr?.pattern} » : l’essayer pourrait ne pas finir.`,
      en: `A value of ${en?.count} characters (“${en?.start}…”) is too long for the pattern “${en?.pattern}”: trying it might not end.`,
    },
    {
      fr: 'Ancrez le motif par « ^ » et séparez ses répétitions, ou raccourcissez la valeur.',
      en: 'Anchor the pattern by “^” and keep its repetitions apart, or shorten the value.',
    },
  );
};

export const tooManyResults = (most: number): RefusedInput =>
  tooCostly(
    {
      fr: `Il y a plus de ${most.toLocaleString('fr')} résultats : ils ne tiendraient pas en mémoire.`,
      en: `There are more than ${most.toLocaleString('en')} results: they would not fit into memory.`,
    },
    {
      fr: 'Validez d’abord une partie des données, ou une partie des formes, et corrigez ce qui revient partout.',
      en: 'Validate a part of the data or of the shapes first, and correct what comes back everywhere.',
    },
  );

export const tooFar = (): RefusedInput =>
  tooCostly(
    {
      fr: 'Des chemins (sh:zeroOrMorePath, sh:inversePath …) ou des comparaisons mènent de presque chaque nœud à presque tous les autres : les suivre ne finirait pas.',
      en: 'Paths (sh:zeroOrMorePath, sh:inversePath …) or comparisons lead from nearly each node to nearly all others: following them would not end.',
    },
    {
      fr: 'Visez moins de nœuds, ou raccourcissez les chemins.',
      en: 'Target fewer nodes, or shorten the paths.',
    },
  );

export const tooManySuperclasses = (): RefusedInput =>
  tooCostly(
    {
      fr: 'Les classes ont ensemble trop de classes au-dessus d’elles (rdfs:subClassOf).',
      en: 'The classes have too many classes above them altogether (rdfs:subClassOf).',
    },
    { fr: 'Vérifiez la hiérarchie des classes.', en: 'Check the hierarchy of classes.' },
  );
