import type { Complaint } from '../model/index.ts';
import type { ParsedQuery } from '../sparql/index.ts';

/** A file of `queries/api/` that is no SELECT with named columns. */
export const notSelect = (file: string): Complaint => ({
  place: { file, line: 1 },
  found: {
    fr: 'Cette requête n’est pas un SELECT dont les colonnes sont nommées.',
    en: 'This query is not a SELECT with named columns.',
  },
  remedy: { fr: 'Écrivez « SELECT ?chose ?nom … ».', en: 'Write “SELECT ?thing ?name …”.' },
});

/** A query of `queries/` that the grammar refuses. */
export function unreadableQuery(file: string, parsed: Exclude<ParsedQuery, { kind: 'parsed' }>): Complaint {
  const { line = 1, column } = parsed.kind === 'malformed' ? parsed : {};
  const reason = parsed.kind === 'update' ? 'This is an update.' : parsed.reason;
  return {
    place: { file, line, ...(column === undefined ? {} : { column }) },
    found: { fr: `La requête n’a pas pu être lue. L’analyseur dit : « ${reason} »`, en: reason },
    remedy: {
      fr: 'Corrigez la requête ; /sparql aide à la mettre au point.',
      en: 'Correct the query; /sparql helps to try it.',
    },
  };
}

/** A file name that cannot be an address. */
export const badApiName = (file: string, name: string): Complaint => ({
  place: { file },
  found: { fr: `« ${name} » ne peut pas devenir une adresse.`, en: `“${name}” cannot become an address.` },
  remedy: {
    fr: 'Nommez le fichier en minuscules sans accent, les mots joints par des traits d’union, sans dossier.',
    en: 'Name the file in lower case, without accents, words joined by hyphens, in no folder.',
  },
});

/** A file name whose address is already something of the platform's own. */
export const takenApiName = (file: string, name: string): Complaint => ({
  place: { file },
  found: {
    fr: `« /api/${name} » est l’adresse d’un service du site : aucune requête ne peut s’appeler « ${name} ».`,
    en: `“/api/${name}” is the address of a service of the site: no query can be called “${name}”.`,
  },
  remedy: {
    fr: 'Donnez un autre nom au fichier.',
    en: 'Give the file another name.',
  },
});
