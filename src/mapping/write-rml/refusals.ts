import type { Complaint } from '../../model/index.ts';
import type { TriplesRule } from '../rules.ts';

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
