import type { Complaint } from '../../model/index.ts';
import type { QueryFault } from '../../sparql/index.ts';

type Sentences = (subject: string) => Pick<Complaint, 'found' | 'remedy'>;

/** What is said of each fault of a query, and what to do. */
export const FAULTS: Readonly<Record<QueryFault['kind'], Sentences>> = {
  'other-form': (form) => ({
    found: { fr: `La requête n’est pas un ${form}.`, en: `The query is no ${form}.` },
    remedy: {
      fr: `Écrivez un ${form} ; sh:select prend un SELECT, sh:ask un ASK.`,
      en: `Write a ${form}; sh:select takes a SELECT, sh:ask an ASK.`,
    },
  }),
  'forbidden-clause': (clause) => ({
    found: {
      fr: `SHACL interdit ${clause} dans une requête à variables liées d’avance.`,
      en: `SHACL forbids ${clause} in a query with pre-bound variables.`,
    },
    remedy:
      clause === 'MINUS'
        ? { fr: 'Écrivez FILTER NOT EXISTS { … }.', en: 'Write FILTER NOT EXISTS { … }.' }
        : clause === 'VALUES'
          ? { fr: 'Écrivez FILTER (?x IN (…)).', en: 'Write FILTER (?x IN (…)).' }
          : { fr: 'N’interrogez que les données validées.', en: 'Ask only the data that are validated.' },
  }),
  graphs: (clause) => ({
    found: {
      fr: `La requête choisit un graphe (${clause}), or les données sont jugées comme un seul.`,
      en: `The query chooses a graph (${clause}), but the data are judged as one.`,
    },
    remedy: { fr: `Retirez ${clause}.`, en: `Take ${clause} out.` },
  }),
  rebound: (name) => ({
    found: {
      fr: `La requête donne une valeur à ?${name}, qui en a déjà une.`,
      en: `The query gives a value to ?${name}, which has one already.`,
    },
    remedy: { fr: 'Prenez un autre nom de variable.', en: 'Take another name for the variable.' },
  }),
  'hidden-in-subquery': (name) => ({
    found: {
      fr: `Une sous-requête ne projette pas $${name} : elle ne le connaîtrait pas.`,
      en: `A subquery does not project $${name}: it would not know it.`,
    },
    remedy: {
      fr: `Nommez $${name} dans le SELECT de chaque sous-requête (l’étoile ne suffit pas).`,
      en: `Name $${name} in the SELECT of every subquery (an asterisk does not do).`,
    },
  }),
  'this-not-projected': () => ({
    found: { fr: 'La requête ne projette pas $this.', en: 'The query does not project $this.' },
    remedy: { fr: 'Commencez par SELECT $this.', en: 'Begin with SELECT $this.' },
  }),
  'path-without-property': () => ({
    found: {
      fr: 'La requête emploie $PATH, mais sa forme n’a pas de sh:path.',
      en: 'The query uses $PATH, but its shape has no sh:path.',
    },
    remedy: {
      fr: 'Mettez-la à l’intérieur d’un sh:property [ sh:path … ], ou écrivez la propriété.',
      en: 'Put it inside an sh:property [ sh:path … ], or write the property.',
    },
  }),
  'path-misplaced': () => ({
    found: {
      fr: '$PATH ne peut être que le prédicat d’un triplet.',
      en: '$PATH can only be the predicate of a triple.',
    },
    remedy: { fr: 'Écrivez $this $PATH ?value.', en: 'Write $this $PATH ?value.' },
  }),
  'shapes-graph': () => ({
    found: {
      fr: 'La requête demande $shapesGraph : le graphe des formes n’est pas dans l’entrepôt.',
      en: 'The query asks for $shapesGraph: the shapes graph is not in the store.',
    },
    remedy: {
      fr: 'Dites-le par les paramètres d’un composant (sh:parameter).',
      en: 'Say it by the parameters of a component (sh:parameter).',
    },
  }),
  'relative-iri': (iri) => ({
    found: {
      fr: `L’IRI ${iri} est relatif : dans une requête, il ne désigne rien.`,
      en: `The IRI ${iri} is relative: in a query it names nothing.`,
    },
    remedy: {
      fr: 'Écrivez-le en entier, ou par un préfixe de sh:prefixes.',
      en: 'Write it in full, or by a prefix of sh:prefixes.',
    },
  }),
  'ask-with-modifiers': () => ({
    found: {
      fr: 'Un ASK avec GROUP BY, HAVING, ORDER BY ou LIMIT n’est pas pris en charge.',
      en: 'An ASK with GROUP BY, HAVING, ORDER BY or LIMIT is not supported.',
    },
    remedy: {
      fr: 'Mettez-les dans une sous-requête qui projette $this et $value.',
      en: 'Put them into a subquery that projects $this and $value.',
    },
  }),
};
