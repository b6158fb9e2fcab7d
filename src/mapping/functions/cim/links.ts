import { each, type FunctionDescription, POLICIES, reading } from '../function.ts';
import { webAddress } from '../links.ts';
import { cim, MISSES, parameter, VALUE } from '../namespaces.ts';

export const LINKS: readonly FunctionDescription[] = [
  cim(
    'webAddress',
    'L’adresse d’un site, complète et sans caractère interdit.',
    'The address of a site, complete and without forbidden characters.',
    [VALUE, MISSES],
    reading('not-an-address', webAddress),
    [
      [{ value: 'www.musee-orsay.fr' }, 'http://www.musee-orsay.fr/'],
      [{ value: 'http://a.fr/x[1]|y z' }, 'http://a.fr/x%5B1%5D%7Cy%20z'],
      [{ value: 'contact@musee.fr' }, [], 'not-an-address'],
    ],
  ),
  cim(
    'lookup',
    'L’adresse du concept qui porte ce nom dans un vocabulaire de la plateforme, sans égard à la casse ni aux accents.',
    'The IRI of the concept that has this label in a vocabulary of the platform, whatever the case and accents.',
    [
      VALUE,
      {
        ...parameter('vocabulary', 'le jeu de données du vocabulaire', 'the dataset of the vocabulary'),
        namesVocabulary: true,
      },
      { ...MISSES, oneOf: POLICIES },
    ],
    each((value, [slug = '', misses], { note, vocabulary }) => {
      const iri = vocabulary(slug)?.find(value);
      if (iri !== undefined || misses === 'quiet') return iri;
      if (misses === 'literal') return value;
      note('not-in-vocabulary', value);
      return undefined;
    }),
    [
      [{ value: 'peinture', vocabulary: 'techniques' }, 'http://v/peinture'],
      [{ value: 'céramique', vocabulary: 'techniques' }, [], 'not-in-vocabulary'],
      [{ value: 'céramique', vocabulary: 'techniques', misses: 'quiet' }, []],
      [{ value: 'céramique', vocabulary: 'techniques', misses: 'literal' }, 'céramique'],
    ],
  ),
];
