import type { Bilingual, Complaint } from '../model/index.ts';
import type { Breaks, QueryChange } from '../release/index.ts';

/** What a machine does not publish by itself: what others use and would not find any more. A person may accept it. */
export function refusedBreaks({ datasets, terms, queries, dumps }: Breaks): readonly Complaint[] {
  return [
    ...datasets.removed.map((slug) =>
      complaint(`data/${slug}`, {
        fr: 'Ce jeu de données disparaîtrait.',
        en: 'This dataset would be gone.',
      }),
    ),
    ...terms
      .filter(({ change }) => change === 'vanishes')
      .map(({ slug, kind, iri }) =>
        complaint(`data/${slug}`, {
          fr: `${{ class: 'La classe', property: 'La propriété' }[kind]} <${iri}> disparaîtrait.`,
          en: `The ${kind} <${iri}> would be gone.`,
        }),
      ),
    ...queries.map((one) => complaint(`queries/${one.name}.rq`, QUERIES[one.change])),
    ...dumps.map((path) =>
      complaint(path, {
        fr: 'Ce fichier ne serait plus publié.',
        en: 'This file would not be published any more.',
      }),
    ),
  ];
}

const QUERIES: Readonly<Record<QueryChange['change'], Bilingual>> = {
  gone: { fr: 'Cette question n’existerait plus.', en: 'This query would be gone.' },
  empty: { fr: 'Cette question ne trouverait plus rien.', en: 'This query would find nothing any more.' },
  fails: { fr: 'Cette question n’aurait plus de réponse.', en: 'This query would have no answer any more.' },
  columns: { fr: 'Cette question aurait d’autres colonnes.', en: 'This query would have other columns.' },
  unfilled: {
    fr: 'Cette question aurait des colonnes vides.',
    en: 'This query would have columns without values.',
  },
};

const complaint = (file: string, found: Bilingual): Complaint => ({
  place: { file },
  found,
  remedy: {
    fr: 'Corrigez, ou acceptez-le : cimaise publish --accept-breaks.',
    en: 'Correct it, or accept it: cimaise publish --accept-breaks.',
  },
});
