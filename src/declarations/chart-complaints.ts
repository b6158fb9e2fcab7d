import { type Bilingual, type Complaint, type Place, same } from '../model/index.ts';

/** What may be wrong with a file of `queries/charts/`. */
export type ChartFault =
  | {
      readonly kind: 'dataset' | 'header' | 'shape' | 'column';
      readonly text: string;
      /** What could be meant. */
      readonly near: string | undefined;
    }
  | { readonly kind: 'name' | 'twice'; readonly text: string }
  | { readonly kind: 'no-shape' | 'no-unit' | 'no-column' | 'not-select' | 'unsteady' | 'others' };

/** The complaint about it. */
export function chartFault(place: Place, fault: ChartFault): Complaint {
  const { found, remedy } = WORDS[fault.kind];
  const value = 'text' in fault ? fault.text : '';
  const near = 'near' in fault ? fault.near : undefined;
  return {
    place,
    found: { fr: found.fr.replace('{}', () => value), en: found.en.replace('{}', () => value) },
    remedy: near ? { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` } : remedy,
  };
}

type Words = { readonly found: Bilingual; readonly remedy: Bilingual };

const SHAPES = {
  fr: 'Écrivez « # @chart bar » (des noms), « column » (des périodes dans leur ordre) ou « line » (des années).',
  en: 'Write “# @chart bar” (names), “column” (periods in their order) or “line” (years).',
};

const WORDS: Readonly<Record<ChartFault['kind'], Words>> = {
  name: {
    found: { fr: '« {} » ne peut pas devenir une adresse.', en: '“{}” cannot become an address.' },
    remedy: {
      fr: 'Nommez le fichier queries/charts/<jeu de données>/<nom>.rq, en minuscules sans accent, les mots joints par des traits d’union.',
      en: 'Name the file queries/charts/<dataset>/<name>.rq, in lower case, without accents, words joined by hyphens.',
    },
  },
  dataset: {
    found: { fr: 'Aucun jeu de données ne s’appelle « {} ».', en: 'No dataset is called “{}”.' },
    remedy: {
      fr: 'Rangez le graphique dans le dossier d’un jeu de données déclaré.',
      en: 'Put the chart into the folder of a dataset that is declared.',
    },
  },
  header: {
    found: { fr: 'L’en-tête « @{} » n’existe pas.', en: 'There is no header “@{}”.' },
    remedy: {
      fr: 'En-têtes possibles : @title, @question, @unit (chacun .fr et .en), @chart.',
      en: 'Possible headers: @title, @question, @unit (each .fr and .en), @chart.',
    },
  },
  twice: {
    found: { fr: 'L’en-tête « @{} » est écrit deux fois.', en: 'The header “@{}” is written twice.' },
    remedy: { fr: 'Gardez-en un seul.', en: 'Keep one of them.' },
  },
  'no-shape': {
    found: { fr: 'La forme du graphique manque.', en: 'The form of the chart is missing.' },
    remedy: SHAPES,
  },
  shape: {
    found: { fr: '« @chart {} » n’est pas une forme de graphique.', en: '“@chart {}” is no form of chart.' },
    remedy: SHAPES,
  },
  'no-unit': {
    found: {
      fr: 'Rien ne dit dans les deux langues ce que comptent les nombres.',
      en: 'Nothing says in both languages what the numbers count.',
    },
    remedy: {
      fr: 'Écrivez « # @unit.fr musées » et « # @unit.en museums ».',
      en: 'Write “# @unit.fr musées” and “# @unit.en museums”.',
    },
  },
  'not-select': {
    found: {
      fr: 'Cette requête n’est pas un SELECT dont les colonnes sont nommées.',
      en: 'This query is not a SELECT with named columns.',
    },
    remedy: same('SELECT ?item ?name (COUNT(?x) AS ?value) …'),
  },
  column: {
    found: { fr: 'Un graphique n’a pas de colonne « ?{} ».', en: 'A chart has no column “?{}”.' },
    remedy: {
      fr: 'Colonnes possibles : ?item, ?name, ?series, ?value.',
      en: 'Possible columns: ?item, ?name, ?series, ?value.',
    },
  },
  'no-column': {
    found: {
      fr: 'Un graphique a besoin de la colonne ?value, et de ?name ou ?item.',
      en: 'A chart needs the column ?value, and ?name or ?item.',
    },
    remedy: same('SELECT ?item ?name (COUNT(?x) AS ?value) …'),
  },
  unsteady: {
    found: {
      fr: 'Deux réponses de cette requête peuvent différer : elle emploie NOW, RAND, UUID ou BNODE.',
      en: 'Two answers of this query may differ: it uses NOW, RAND, UUID or BNODE.',
    },
    remedy: {
      fr: 'Écrivez les valeurs mêmes : un graphique d’une version ne change pas.',
      en: 'Write the values themselves: a chart of a release does not change.',
    },
  },
  others: {
    found: {
      fr: 'Un graphique n’interroge que ce site : il n’emploie que SERVICE <search>.',
      en: 'A chart asks this site only: it uses SERVICE <search> and no other.',
    },
    remedy: { fr: 'Retirez l’autre SERVICE.', en: 'Take the other SERVICE out.' },
  },
};
