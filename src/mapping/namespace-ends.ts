import type { Bilingual } from '../model/index.ts';

/**
 * Whether a namespace would run into the names behind it: `http://schema.org` makes `http://schema.orgname`. Those that
 * end in punctuation (`…/obo/GO_`, `…?id=`) are meant.
 */
export const runsIntoNames = (namespace: string): boolean => /^https?:.*[\p{L}\p{N}]$/u.test(namespace);

/** What to say of such a prefix. */
export const withoutEnd = (
  prefix: string,
  namespace: string,
): readonly [found: Bilingual, remedy: Bilingual] => [
  {
    fr: `Le préfixe « ${prefix} » ne finit ni par / ni par # : « ${prefix}:nom » serait ${namespace}nom.`,
    en: `The prefix “${prefix}” ends neither in / nor in #: “${prefix}:name” would be ${namespace}name.`,
  },
  {
    fr: `Écrivez ${namespace}/ ou ${namespace}#. Si c’est voulu, écrivez les IRI en entier.`,
    en: `Write ${namespace}/ or ${namespace}#. If it is meant, write the IRIs in full.`,
  },
];
