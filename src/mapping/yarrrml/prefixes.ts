import { nearest } from '../../documents/index.ts';
import type { Bilingual } from '../../model/index.ts';

/** Prefix → namespace. */
export type Prefixes = ReadonlyMap<string, string>;

/** `schema:name` → IRI; undefined where the text has no declared prefix. */
export function expandName(text: string, prefixes: Prefixes): string | undefined {
  const colon = text.indexOf(':');
  if (colon < 0 || text.startsWith('//', colon + 1)) return undefined;
  const namespace = prefixes.get(text.slice(0, colon));
  return namespace === undefined ? undefined : namespace + text.slice(colon + 1);
}

/** Schemes of IRIs that have no `//`: what else stands before a colon is a prefix. */
const SCHEMES = new Set([
  'urn',
  'mailto',
  'tel',
  'geo',
  'tag',
  'info',
  'data',
  'doi',
  'ark',
  'did',
  'cid',
  'about',
]);

/** A prefix that no one declared, in a text that should be an IRI: `shema` in `shema:name`. */
export function unknownPrefix(text: string, prefixes: Prefixes): string | undefined {
  const prefix = /^([A-Za-z][\w.-]*):(?!\/\/)/.exec(text)?.[1];
  return prefix === undefined || prefixes.has(prefix) || SCHEMES.has(prefix.toLowerCase())
    ? undefined
    : prefix;
}

type Texts = readonly [found: Bilingual, remedy: Bilingual];

/** What to say of such a prefix. */
export function undeclared(prefix: string, prefixes: Prefixes): Texts {
  const near = nearest(prefix, prefixes.keys());
  return [
    { fr: `Le préfixe « ${prefix} » n’est pas déclaré.`, en: `The prefix “${prefix}” is not declared.` },
    near === undefined
      ? { fr: 'Déclarez-le dans « prefixes ».', en: 'Declare it in “prefixes”.' }
      : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
  ];
}
