import type { Bilingual, Language } from '../model/index.ts';
import { spaced } from '../model/index.ts';
import type { SyntaxComplaint, TooComplex } from '../sparql/index.ts';
import type { KnownTerm } from './known-terms.ts';

const bilingual = (fr: string, en: string): Bilingual => ({ fr: spaced(fr, 'fr'), en });

const counted = (count: number, language: Language): string => count.toLocaleString(language);

/** `schema:name (nom, 1 234 fois)`. */
function shown(written: string, { label, count }: KnownTerm, language: Language): string {
  const times = { fr: `${counted(count, 'fr')} fois`, en: `${counted(count, 'en')} times` }[language];
  return `${written} (${label ? `${label[language]}, ` : ''}${times})`;
}

export interface UnknownTerm {
  readonly role: 'class' | 'property';
  readonly asked: string;
  readonly meant?: KnownTerm;
  readonly named?: string;
}

export function unknownTerm({ role, asked, meant, named }: UnknownTerm): Bilingual {
  const [fr, en] =
    role === 'class'
      ? [
          `Rien dans les données n’est de la classe ${asked}.`,
          `Nothing in the data is of the class ${asked}.`,
        ]
      : [
          `Rien dans les données n’a la propriété ${asked}.`,
          `Nothing in the data has the property ${asked}.`,
        ];
  if (meant === undefined || named === undefined) return bilingual(fr, en);
  return bilingual(
    `${fr} Vouliez-vous dire ${shown(named, meant, 'fr')} ?`,
    `${en} Did you mean ${shown(named, meant, 'en')}?`,
  );
}

export const otherNamespace = (asked: string, meant: string): Bilingual =>
  bilingual(
    `Les données n’ont pas <${asked}>, mais <${meant}> : ce n’est pas le même espace de noms.`,
    `The data do not have <${asked}> but <${meant}>: the namespace is another one.`,
  );

export function unknownGraph(asked: string, meant: string | undefined): Bilingual {
  const [fr, en] = [
    `Le graphe <${asked}> n’est pas publié ici.`,
    `The graph <${asked}> is not published here.`,
  ];
  return meant === undefined
    ? bilingual(fr, en)
    : bilingual(`${fr} Vouliez-vous dire <${meant}> ?`, `${en} Did you mean <${meant}>?`);
}

const MOST_TAGS = 8;

export function unknownLanguage(tag: string, known: readonly string[], meant: string | undefined): Bilingual {
  const all = known.slice(0, MOST_TAGS).join(', ') + (known.length > MOST_TAGS ? ', …' : '');
  const [fr, en] = [
    `Aucun texte des données n’est étiqueté « ${tag} ».`,
    `No text in the data is tagged “${tag}”.`,
  ];
  return meant === undefined
    ? bilingual(`${fr} Les langues y sont : ${all}.`, `${en} Their languages are: ${all}.`)
    : bilingual(`${fr} Écrivez « ${meant} ».`, `${en} Write “${meant}”.`);
}

const MOST_VARIABLES = 4;

const variables = (names: readonly string[]): string =>
  names
    .slice(0, MOST_VARIABLES)
    .map((name) => `?${name}`)
    .join(', ') + (names.length > MOST_VARIABLES ? ', …' : '');

export function product(parts: {
  readonly variables: readonly string[];
  readonly others: readonly string[];
}) {
  const [here, before] = [variables(parts.variables), variables(parts.others)];
  if (here === '' || before === '')
    return bilingual(
      'Rien ne relie cette partie à ce qui la précède : chaque ligne de l’une est mise à côté de chaque ligne de l’autre.',
      'Nothing links this part to what stands before it: each row of one is put beside each row of the other.',
    );
  return bilingual(
    `Rien ne relie ${here} à ${before} : chaque ligne des uns est mise à côté de chaque ligne des autres.`,
    `Nothing links ${here} to ${before}: each row of the ones is put beside each row of the others.`,
  );
}

/** Words of libraries are English: they stand as theirs. */
export const cannotRead = ({ reason, inFrench }: SyntaxComplaint): Bilingual =>
  bilingual(
    `La requête ne peut pas être lue à partir d’ici. ${inFrench ?? `L’analyseur dit : « ${reason.replace(/\.$/, '')} ».`}`,
    reason,
  );

export const tooComplex = ({ reason, inFrench }: TooComplex): Bilingual =>
  bilingual(`La requête est refusée avant lecture. ${inFrench}`, reason);

export const READ_ONLY: Bilingual = bilingual(
  'C’est une mise à jour ; ici on ne peut que lire.',
  'This is an update; here one can only read.',
);
