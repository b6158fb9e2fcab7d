import type { Bilingual } from '../model/index.ts';
import { sh } from '../rdf/index.ts';

const FORM: Bilingual = {
  fr: 'Une valeur qui n’a pas la forme attendue ne peut être ni triée, ni cherchée, ni comparée avec celles des autres notices.',
  en: 'A value without the expected form cannot be sorted, searched or compared with those of other records.',
};
const BOUND: Bilingual = {
  fr: 'Une valeur hors des bornes est presque toujours une faute de saisie ou une valeur d’un autre champ.',
  en: 'A value out of bounds is nearly always a slip of the pen, or a value of another field.',
};
const LENGTH: Bilingual = {
  fr: 'Un texte d’une longueur inhabituelle tient souvent d’un autre champ, et s’affiche mal dans les listes.',
  en: 'A text of unusual length often belongs to another field, and is badly shown in lists.',
};
const LINK: Bilingual = {
  fr: 'Un lien qui ne mène pas à la bonne sorte de chose égare qui le suit, personne ou machine.',
  en: 'A link that does not lead to the right kind of thing misleads whoever follows it, person or machine.',
};
const PARTS: Bilingual = {
  fr: 'La notice ne tient pas ce que sa description promet : qui s’y fie n’y trouve pas ce qu’il attend.',
  en: 'The record does not keep what its description promises: who relies on it does not find what they expect.',
};
const BETWEEN: Bilingual = {
  fr: 'Deux informations de la même notice se contredisent : l’une des deux est fausse.',
  en: 'Two statements of the same record contradict each other: one of them is wrong.',
};

/** Why a constraint matters, for shapes that have no `sh:description`: parameter of the component → a sentence. */
export const REASONS: Readonly<Record<string, Bilingual>> = {
  [sh.minCount]: {
    fr: 'Sans cette information, la notice est incomplète : elle manque dans les listes, les recherches et les liens qui s’en servent.',
    en: 'Without it the record is incomplete: it is missing from the lists, searches and links that use it.',
  },
  [sh.maxCount]: {
    fr: 'Où une seule valeur est attendue, plusieurs laissent le lecteur sans savoir laquelle est la bonne.',
    en: 'Where one value is expected, several leave the reader not knowing which is right.',
  },
  [sh.datatype]: FORM,
  [sh.pattern]: FORM,
  [sh.nodeKind]: {
    fr: 'Une adresse se suit, un texte se lit : pris l’un pour l’autre, ni l’un ni l’autre ne sert.',
    en: 'An address is followed, a text is read: taken for each other, neither serves.',
  },
  [sh.minLength]: LENGTH,
  [sh.maxLength]: LENGTH,
  [sh.minInclusive]: BOUND,
  [sh.maxInclusive]: BOUND,
  [sh.minExclusive]: BOUND,
  [sh.maxExclusive]: BOUND,
  [sh.in]: {
    fr: 'Un terme hors de la liste échappe aux recherches et aux regroupements qui s’appuient sur elle.',
    en: 'A term outside the list escapes the searches and groupings that rely on it.',
  },
  [sh.hasValue]: {
    fr: 'Cette valeur est ce qui fait reconnaître la notice comme une chose de cette sorte.',
    en: 'This value is what makes the record known as a thing of this kind.',
  },
  [sh.languageIn]: {
    fr: 'Un texte dans une langue inattendue n’est pas montré à ceux qui lisent les langues prévues.',
    en: 'A text in an unexpected language is not shown to readers of those that are provided for.',
  },
  [sh.uniqueLang]: {
    fr: 'Deux textes dans la même langue laissent le hasard choisir celui qui est montré.',
    en: 'Two texts in one language leave it to chance which is shown.',
  },
  [sh.class]: LINK,
  [sh.node]: PARTS,
  [sh.and]: PARTS,
  [sh.or]: PARTS,
  [sh.xone]: PARTS,
  [sh.not]: PARTS,
  [sh.closed]: {
    fr: 'Une information que le modèle ne prévoit pas n’est lue par personne, et cache parfois une faute de nom.',
    en: 'What the model does not provide for is read by nobody, and sometimes hides a misspelt name.',
  },
  [sh.equals]: BETWEEN,
  [sh.disjoint]: BETWEEN,
  [sh.lessThan]: BETWEEN,
  [sh.lessThanOrEquals]: BETWEEN,
  [sh.qualifiedMinCount]: PARTS,
  [sh.qualifiedMaxCount]: PARTS,
};

/** Where nothing more is known. */
export const SOME_REASON: Bilingual = {
  fr: 'Une règle de la publication n’est pas respectée : qui s’y fie peut s’y tromper.',
  en: 'A rule of the publication is not kept: who relies on it may be misled.',
};
