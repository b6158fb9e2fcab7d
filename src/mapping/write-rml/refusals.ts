import type { Complaint } from '../../model/index.ts';
import type { ColumnRule, TriplesRule } from '../rules.ts';

export const noSource = ({ name, place }: TriplesRule): Complaint => ({
  place,
  found: {
    fr: `La règle « ${name} » ne dit pas ce qu’elle lit ; en RML, il le faut.`,
    en: `The mapping “${name}” does not tell what it reads; RML needs it.`,
  },
  remedy: {
    fr: 'Donnez-lui « sources », par exemple [fichier.csv~csv].',
    en: 'Give it “sources”, for example [file.csv~csv].',
  },
});

export const severalValues = ({ name, place }: TriplesRule, reference: string): Complaint => ({
  place,
  found: {
    fr: `La règle « ${name} » a « each », et une fonction y lit « ${reference} », qui peut avoir plusieurs valeurs : une vue de RML n’en donnerait qu’une à la fois.`,
    en: `The mapping “${name}” has “each”, and a function in it reads “${reference}”, which may have several values: a view of RML would give them one by one.`,
  },
  remedy: {
    fr: 'Mettez ce qui lit cette valeur dans une règle sans « each ».',
    en: 'Move what reads this value to a mapping without “each”.',
  },
});

/** @param cause why the header is not known */
export const unreadableTable = (
  { name, place }: ColumnRule,
  shown: string,
  { found, remedy }: Complaint,
): Complaint => ({
  place,
  found: {
    fr: `La colonne « ${name} » a des alias, ce que RML n’a pas : il faut l’en-tête de « ${shown} » pour écrire le bon nom. ${found.fr}`,
    en: `The column “${name}” has aliases, which RML has not: the header of “${shown}” is needed to write the right name. ${found.en}`,
  },
  remedy: {
    fr: `${remedy.fr} Ou retirez les alias, et écrivez le nom exact dans les références.`,
    en: `${remedy.en} Or remove the aliases, and write the exact name in the references.`,
  },
});
