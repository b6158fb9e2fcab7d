import { type Bilingual, type Complaint, PARAMETER_TYPES } from '../model/index.ts';

/** Everything that can be wrong with a parameter of a query. */
export type ParameterFault =
  | { readonly kind: 'bad-name'; readonly name: string }
  | { readonly kind: 'twice'; readonly name: string }
  | { readonly kind: 'undescribed'; readonly name: string }
  | { readonly kind: 'untyped'; readonly name: string; readonly near: string | undefined }
  | { readonly kind: 'other-language'; readonly name: string; readonly language: string }
  | {
      readonly kind: 'unknown-type';
      readonly name: string;
      readonly type: string;
      readonly near: string | undefined;
    }
  | { readonly kind: 'unknown-rule'; readonly name: string; readonly word: string }
  | { readonly kind: 'dataset-of-literal'; readonly name: string; readonly type: string }
  | {
      readonly kind: 'unknown-dataset';
      readonly name: string;
      readonly dataset: string;
      readonly near: string | undefined;
    }
  | { readonly kind: 'required-with-default'; readonly name: string }
  | { readonly kind: 'no-example'; readonly name: string }
  | { readonly kind: 'unbounded-role'; readonly name: string; readonly role: string }
  | {
      readonly kind: 'bad-value';
      readonly name: string;
      readonly value: string;
      readonly accepted: Bilingual;
    }
  | { readonly kind: 'unused'; readonly name: string; readonly near: string | undefined }
  | { readonly kind: 'misplaced'; readonly name: string; readonly reason: string };

/** A complaint about a parameter, in the file and at the line of its declaration. */
export function parameterFault(
  { file }: { readonly file: string },
  line: number | undefined,
  fault: ParameterFault,
): Complaint {
  const [found, remedy] = SAYINGS[fault.kind](fault as never);
  return { place: { file, line: line ?? 1 }, found, remedy };
}

type Saying<K extends ParameterFault['kind']> = (
  fault: Extract<ParameterFault, { kind: K }>,
) => readonly [found: Bilingual, remedy: Bilingual];

const didYouMean = (near: string | undefined, otherwise: Bilingual): Bilingual =>
  near === undefined ? otherwise : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` };

const write = (text: string): Bilingual => ({ fr: `Écrivez « ${text} ».`, en: `Write “${text}”.` });

const SAYINGS: { readonly [K in ParameterFault['kind']]: Saying<K> } = {
  'bad-name': ({ name }) => [
    { fr: `« ${name} » ne peut pas nommer un paramètre.`, en: `“${name}” cannot name a parameter.` },
    {
      fr: 'Écrivez un mot en minuscules sans accent, autre que « lang » et « format ».',
      en: 'Write a word in lower case without accents, other than “lang” and “format”.',
    },
  ],
  twice: ({ name }) => [
    {
      fr: `Le paramètre « ${name} » est déclaré deux fois.`,
      en: `The parameter “${name}” is declared twice.`,
    },
    { fr: 'Gardez une seule de ces lignes.', en: 'Keep one of these lines.' },
  ],
  undescribed: ({ name }) => [
    {
      fr: `Le paramètre « ${name} » n’est pas décrit dans les deux langues.`,
      en: `The parameter “${name}” is not described in both languages.`,
    },
    write(`# @param.${name}.fr …`),
  ],
  untyped: ({ name, near }) => [
    {
      fr: `Le paramètre « ${name} » est décrit, mais n’a pas de type.`,
      en: `The parameter “${name}” is described but has no type.`,
    },
    didYouMean(near, write(`# @param.${name} string`)),
  ],
  'other-language': ({ name, language }) => [
    {
      fr: `« @param.${name}.${language} » : les langues sont fr et en.`,
      en: `“@param.${name}.${language}”: the languages are fr and en.`,
    },
    write(`# @param.${name}.fr …`),
  ],
  'unknown-type': ({ name, type, near }) => [
    {
      fr: `Le paramètre « ${name} » a le type « ${type} », qui n’existe pas.`,
      en: `The parameter “${name}” has the type “${type}”, which does not exist.`,
    },
    didYouMean(near, {
      fr: `Les types sont ${PARAMETER_TYPES.join(', ')}.`,
      en: `The types are ${PARAMETER_TYPES.join(', ')}.`,
    }),
  ],
  'unknown-rule': ({ name, word }) => [
    {
      fr: `Dans le paramètre « ${name} », « ${word} » ne se comprend pas.`,
      en: `In the parameter “${name}”, “${word}” is not understood.`,
    },
    {
      fr: 'Après le type peuvent suivre : in <jeu>, one of a|b, from 1, to 9, as limit, as offset, required, et à la fin = <valeur> ou example <valeur>.',
      en: 'After the type may follow: in <dataset>, one of a|b, from 1, to 9, as limit, as offset, required, and at the end = <value> or example <value>.',
    },
  ],
  'dataset-of-literal': ({ name, type }) => [
    {
      fr: `Le paramètre « ${name} » est du type « ${type} » : « in » ne va qu’avec iri.`,
      en: `The parameter “${name}” is a ${type}: “in” goes with iri only.`,
    },
    write(`# @param.${name} iri in …`),
  ],
  'unknown-dataset': ({ name, dataset, near }) => [
    {
      fr: `Le paramètre « ${name} » nomme le jeu « ${dataset} », qui n’existe pas.`,
      en: `The parameter “${name}” names the dataset “${dataset}”, which does not exist.`,
    },
    didYouMean(near, {
      fr: 'Écrivez le nom d’un dossier de data/.',
      en: 'Write the name of a folder of data/.',
    }),
  ],
  'required-with-default': ({ name }) => [
    {
      fr: `Le paramètre « ${name} » est exigé et a une valeur par défaut.`,
      en: `The parameter “${name}” is required and has a default.`,
    },
    {
      fr: 'Gardez « required » avec « example … », ou « = … » seul.',
      en: 'Keep “required” with “example …”, or “= …” alone.',
    },
  ],
  'no-example': ({ name }) => [
    {
      fr: `Le paramètre « ${name} » est exigé, sans exemple.`,
      en: `The parameter “${name}” is required and has no example.`,
    },
    {
      fr: 'Ajoutez à la fin « example <valeur> », qui donne une réponse.',
      en: 'Add “example <value>” at the end, one that answers something.',
    },
  ],
  'unbounded-role': ({ name, role }) => [
    {
      fr: `Le paramètre « ${name} » (as ${role}) doit être un entier borné avec une valeur par défaut.`,
      en: `The parameter “${name}” (as ${role}) has to be a bounded integer with a default.`,
    },
    write(
      `# @param.${name} integer from ${role === 'limit' ? 1 : 0} to 1000 as ${role} = ${role === 'limit' ? 100 : 0}`,
    ),
  ],
  'bad-value': ({ name, value, accepted }) => [
    {
      fr: `« ${value} » n’est pas une valeur du paramètre « ${name} ».`,
      en: `“${value}” is not a value of the parameter “${name}”.`,
    },
    { fr: `Est accepté : ${accepted.fr}.`, en: `Accepted: ${accepted.en}.` },
  ],
  unused: ({ name, near }) => [
    {
      fr: `Le paramètre « ${name} » n’est pas une variable de la requête.`,
      en: `The parameter “${name}” is not a variable of the query.`,
    },
    didYouMean(near, write(`?${name}`)),
  ],
  misplaced: ({ name, reason }) => [
    {
      fr: `Une valeur de « ${name} » ne peut pas prendre la place de la variable partout où elle est. L’analyseur dit : « ${reason} »`,
      en: `A value of “${name}” cannot take the place of the variable everywhere it stands. The parser says: “${reason}”`,
    },
    {
      fr: `N’écrivez ?${name} ni après SELECT, AS, GROUP BY, ORDER BY, VALUES, ni, pour un texte ou un nombre, comme sujet ou prédicat.`,
      en: `Do not write ?${name} after SELECT, AS, GROUP BY, ORDER BY or VALUES, nor, for a text or a number, as a subject or predicate.`,
    },
  ],
};
