import { folded } from '../documents/index.ts';
import type { Bilingual } from '../model/index.ts';

const ascii = (text: string): string =>
  text
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'Oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim();

/** The same with a capital at the start. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name in a header: the last name of a path (`$.properties.nom` → `nom`), any other text as it is. */
export function headerOf(reference: string, isTable: boolean): string {
  if (isTable) return reference;
  const steps = reference.replace(/\[(?:\d+|\*)\]/g, '').match(/[^.[\]'"/@$]+/g);
  return steps?.at(-1)?.replace(/^.*:/, '') ?? reference;
}

const LONGEST = 50;

/** `Région principale (de déroulement)` → `regionPrincipale`: without what stands in parentheses. */
export function camelCase(text: string): string {
  const words = ascii(text.replace(/\([^)]*\)/g, ' ').trim() || text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  let name = '';
  for (const word of words) {
    if (name.length + word.length > LONGEST) break;
    name += name === '' ? word : capital(word);
  }
  const safe = name === '' ? 'colonne' : name;
  return /^[a-z]/.test(safe) ? safe : `c${capital(safe)}`;
}

/** `festivals 2024.csv` → `festivals`: a name for addresses, without years and words of exports. */
export function slugOf(file: string): string {
  const words = ascii(file.replace(/^.*[/\\]/, '').replace(/(?:\.[A-Za-z0-9]{1,8})+$/, ''))
    .toLowerCase()
    .split(' ');
  const kept = words.filter((word) => !EXPORT_WORDS.test(word));
  const slug = (kept.length > 0 ? kept : words).join('-').slice(0, LONGEST).replace(/-+$/, '');
  return /^[a-z]/.test(slug) ? slug : `jeu${slug === '' ? '' : '-'}${slug}`;
}

const EXPORT_WORDS =
  /^(?:(?:19|20)\d\d(?:\d{2}(?:\d{2})?)?|\d{1,2}|v\d+|export|extrait|initial|final|finale|data|opendata|od|csv|ods|json|reduced)$/;

/** `PROPRIETE /GESTION`, `nom_du_jardin` → `Nom du jardin`: as people write. */
export function humanised(header: string): string {
  const words = header
    .replace(/[_\s]+/g, ' ')
    .replace(/([\p{L}])'(?=\p{L})/gu, '$1’')
    .trim();
  const text = words === words.toUpperCase() && words.length > 4 ? words.toLowerCase() : words;
  return text === '' ? 'Colonne' : capital(text);
}

/** The same label in both languages: the English one waits for somebody to translate it. */
export const labelOf = (header: string): Bilingual => ({ fr: humanised(header), en: humanised(header) });

/** Gives each wanted name once: the second `nom` is `nom2`. */
export function createNames(taken: Iterable<string> = []): (wanted: string) => string {
  const used = new Set([...taken].map((one) => folded(one)));
  return (wanted) => {
    let name = wanted;
    for (let at = 2; used.has(folded(name)); at++) name = `${wanted}${at}`;
    used.add(folded(name));
    return name;
  };
}
