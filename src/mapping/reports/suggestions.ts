import type { Bilingual } from '../../model/index.ts';

/** What to do about each kind of fault; a new kind is a new row. */
const SUGGESTIONS: Readonly<Record<string, Bilingual>> = {
  'empty-subject': {
    fr: 'Donnez une valeur à la colonne de l’identifiant, ou une condition à la règle pour dire que ces lignes sont à laisser.',
    en: 'Give the identifier’s column a value, or the rule a condition that says these rows are to be left.',
  },
  'illegal-iri': {
    fr: 'Nettoyez la valeur (cim:slug, cim:normalise), prenez un modèle (template), qui encode ce qui doit l’être, ou un littéral.',
    en: 'Clean the value (cim:slug, cim:normalise), use a template, which encodes what must be, or a literal.',
  },
  'ill-typed': {
    fr: 'Corrigez la valeur, passez-la par une fonction (cim:edtf pour une date, cim:measureValue pour une mesure), ou retirez le type de donnée.',
    en: 'Correct the value, pass it through a function (cim:edtf for a date, cim:measureValue for a measure), or drop the datatype.',
  },
  'not-a-language': {
    fr: 'Écrivez une étiquette BCP 47 : « fr », « en », « de-AT ».',
    en: 'Write a BCP 47 tag: “fr”, “en”, “de-AT”.',
  },
  'not-a-scalar': {
    fr: 'Prolongez la référence jusqu’à une valeur : « $.auteur.nom », « $.titres[*] ».',
    en: 'Make the reference go down to a value: “$.author.name”, “$.titles[*]”.',
  },
  'short-row': {
    fr: 'Vérifiez le séparateur et les guillemets de cette ligne : un guillemet non fermé ou un saut de ligne la coupe peut-être.',
    en: 'Check the separator and the quotes of this row: an unclosed quote or a line break may cut it.',
  },
  'long-row': {
    fr: 'Mettez entre guillemets la cellule qui contient le séparateur.',
    en: 'Quote the cell that holds the separator.',
  },
  'repeated-column': {
    fr: 'Renommez les autres dans la source, ou retirez-les.',
    en: 'Rename the others in the source, or remove them.',
  },
  'iterator-without-match': {
    fr: 'L’itérateur ne trouve rien : vérifiez son chemin, et pour XML ses espaces de noms.',
    en: 'The iterator finds nothing: check its path, and for XML its namespaces.',
  },
  'unreadable-date': {
    fr: 'Écrivez la date comme « 1887 », « vers 1750 », « XIXe siècle », « 1914-1918 », ou laissez-la en texte.',
    en: 'Write the date like “1887”, “vers 1750”, “XIXe siècle”, “1914-1918”, or leave it as text.',
  },
  'not-coordinates': {
    fr: 'Vérifiez l’ordre des deux valeurs, la virgule décimale et le code EPSG du système.',
    en: 'Check the order of the two values, the decimal comma and the EPSG code of the system.',
  },
  'unknown-projection': {
    fr: 'Donnez un code EPSG d’usage en France, comme « EPSG:2154 ».',
    en: 'Give an EPSG code in use in France, such as “EPSG:2154”.',
  },
  'not-an-insee-code': {
    fr: 'Un code Insee a cinq signes (« 01004 », « 2A004 ») : un tableur a pu effacer le zéro du début.',
    en: 'An INSEE code has five characters (“01004”, “2A004”): a spreadsheet may have dropped the leading zero.',
  },
  'not-an-identifier': {
    fr: 'Comparez avec un identifiant de cette base ; des espaces ou une lettre en trop suffisent à le fausser.',
    en: 'Compare with an identifier of this database; spaces or one letter too many make it wrong.',
  },
  'not-an-address': {
    fr: 'Écrivez l’adresse en entier, « https://… », une seule par valeur.',
    en: 'Write the address in full, “https://…”, one a value.',
  },
  'not-in-vocabulary': {
    fr: 'Ajoutez le terme ou cette forme (skos:altLabel) au vocabulaire, ou corrigez la source.',
    en: 'Add the term or this form (skos:altLabel) to the vocabulary, or correct the source.',
  },
  'unreadable-measure': {
    fr: 'Écrivez la mesure comme « H. 24,5 cm » : un nom ou une initiale, un nombre, une unité.',
    en: 'Write the measure like “H. 24,5 cm”: a name or an initial, a number, a unit.',
  },
  'not-a-number': {
    fr: 'Gardez le nombre seul, sans unité ni espace.',
    en: 'Keep the number alone, without unit or space.',
  },
  'unknown-mode': {
    fr: 'Écrivez html, xml, csv, url ou javascript.',
    en: 'Write html, xml, csv, url or javascript.',
  },
  'unsafe-pattern': {
    fr: 'Simplifiez le motif : ni répétition dans une répétition, ni référence arrière.',
    en: 'Simplify the pattern: no repetition within a repetition, no back-reference.',
  },
  'text-too-long': {
    fr: 'Découpez le texte d’abord (cim:split), ou simplifiez le motif.',
    en: 'Cut the text first (cim:split), or simplify the pattern.',
  },
};

/** Said of a kind of fault that the table does not know. */
const GENERAL: Bilingual = {
  fr: 'Corrigez la source, ou la règle de la correspondance.',
  en: 'Correct the source, or the rule of the mapping.',
};

/** What to do about a kind of fault, as a whole sentence. */
export const suggestionFor = (code: string): Bilingual => SUGGESTIONS[code] ?? GENERAL;

/** The kinds that have a suggestion of their own. */
export const SUGGESTED_CODES: readonly string[] = Object.keys(SUGGESTIONS);
