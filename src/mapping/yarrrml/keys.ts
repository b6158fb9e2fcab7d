import { nearest, type YamlNode } from '../../documents/index.ts';
import type { Bilingual, Place } from '../../model/index.ts';

const words = (text: string): readonly string[] => text.split(' ');
export const SECTIONS: readonly string[] = [
  'prefixes',
  'columns',
  'sources',
  'targets',
  'mappings',
  'external',
  'authors',
  'base',
];
/** Understood, but not what we advise to write. */
export const OTHER_SECTIONS: readonly string[] = [
  'mapping',
  'm',
  'source',
  's',
  'target',
  't',
  'author',
  'a',
];
const CALL_KEYS = words('function fn f parameters pms');
const TARGET_KEYS = words('targets target t');
export const PARAMETER_KEYS: readonly string[] = [...words('parameter pm value v from'), ...CALL_KEYS];
export const RULE_KEYS = words(
  'sources source subjects subject s condition conditions c predicateobjects po graphs graph g',
);
export const PAIR_KEYS = words(
  'predicates predicate p objects object o inversepredicates inversepredicate i graphs graph g condition conditions c type',
);
export const TERM_KEYS: readonly string[] = [...words('value v type'), ...TARGET_KEYS, ...CALL_KEYS];
export const OBJECT_KEYS: readonly string[] = [
  ...TERM_KEYS,
  ...words('language lang datatype condition c mapping'),
];
export const JOIN_KEYS: readonly string[] = [...words('mapping condition c'), ...TARGET_KEYS];
export const VIEW_KEYS = words('each as');
export const SOURCE_KEYS = words(
  'access type referenceFormulation iterator encoding delimiter compression null namespaces quote header skipRows commentPrefix trim',
);
/** Keys of sources that are no files. */
export const UNREAD_SOURCE_KEYS = words(
  'query queryFormulation credentials contentType operationType security authentication',
);
export const AUTHOR_KEYS = words('name email website');

/** Keys of an object that people write on its pair. */
const ONLY_OF_OBJECTS: Readonly<Record<string, string>> = {
  language: 'language: fr',
  lang: 'language: fr',
  datatype: 'datatype: xsd:date',
  value: 'language: fr',
};

/** What to write in the place of a key: the nearest, where it stands, else all of them. */
function remedyFor(key: string, known: readonly string[]): Bilingual {
  const near = nearest(key, known);
  const misplaced = known === PAIR_KEYS ? nearest(key, Object.keys(ONLY_OF_OBJECTS)) : undefined;
  if (misplaced !== undefined && (near === undefined || key in ONLY_OF_OBJECTS)) {
    const said = ONLY_OF_OBJECTS[misplaced] ?? misplaced;
    return {
      fr: `Mettez-la dans l’objet : { p: prédicat, o: { value: $(colonne), ${said} } }.`,
      en: `Put it in the object: { p: predicate, o: { value: $(column), ${said} } }.`,
    };
  }
  const choices = near ?? known.join(', ');
  return { fr: `Écrivez ${choices}.`, en: `Write ${choices}.` };
}

/** Keys of a map that mean nothing here, each with the nearest that does: a misspelt one would silently say nothing. */
export function checkKeys(
  node: YamlNode,
  known: readonly string[],
  complain: (place: Place, ...texts: readonly [found: Bilingual, remedy: Bilingual]) => void,
): void {
  for (const { key, place } of node.kind === 'map' ? node.entries : []) {
    if (known.includes(key)) continue;
    complain(
      place,
      { fr: `La clé « ${key} » n’a pas de sens ici.`, en: `The key “${key}” means nothing here.` },
      remedyFor(key, known),
    );
  }
}
