import { nearest } from '../documents/index.ts';
import type { Bilingual, Complaint } from '../model/index.ts';
import { ALL_FUNCTIONS, type FunctionDescription } from './functions/index.ts';
import { FUNCTIONS_NAMESPACE } from './functions/namespace.ts';
import type { Call } from './rules.ts';

export function unknownFunction(call: Call): Complaint {
  const near = nearest(
    call.function.replace(/^.*[/#:]/, ''),
    ALL_FUNCTIONS.map(({ name }) => name),
  );
  const found = ALL_FUNCTIONS.find(({ name }) => name === near);
  return {
    place: call.place,
    found: {
      fr: `La fonction « ${call.function} » n’existe pas.`,
      en: `There is no function “${call.function}”.`,
    },
    remedy: found
      ? { fr: `Vouliez-vous dire « ${shownName(found)} » ?`, en: `Did you mean “${shownName(found)}”?` }
      : {
          fr: 'Elles sont toutes dites par « cimaise functions », et dans data/README.md.',
          en: 'They are all told by “cimaise functions”, and in data/README.md.',
        },
  };
}

/** `cim:split` for the platform's own, the IRI for others. */
const shownName = ({ iri, name }: Pick<FunctionDescription, 'iri' | 'name'>): string =>
  iri.startsWith(FUNCTIONS_NAMESPACE) ? `cim:${name}` : iri;

const parameterNames = ({ parameters }: FunctionDescription): string =>
  parameters.map(({ name }) => name).join(', ');

export const unknownParameter = (call: Call, known: FunctionDescription, parameter: string): Complaint => ({
  place: call.place,
  found: {
    fr: `La fonction « ${shownName(known)} » n’a pas de paramètre « ${parameter} ».`,
    en: `The function “${shownName(known)}” has no parameter “${parameter}”.`,
  },
  remedy: {
    fr: `Ses paramètres : ${parameterNames(known)}.`,
    en: `Its parameters: ${parameterNames(known)}.`,
  },
});

export const missingParameter = (call: Call, known: FunctionDescription, parameter: string): Complaint => ({
  place: call.place,
  found: {
    fr: `Le paramètre « ${parameter} » de « ${shownName(known)} » manque.`,
    en: `The parameter “${parameter}” of “${shownName(known)}” is missing.`,
  },
  remedy: { fr: 'Donnez-lui une valeur.', en: 'Give it a value.' },
});

export const unknownOutput = (call: Call, known: FunctionDescription, output: string): Complaint => ({
  place: call.place,
  found: {
    fr: `La fonction « ${shownName(known)} » ne rend pas « ${output} ».`,
    en: `The function “${shownName(known)}” does not return “${output}”.`,
  },
  remedy: { fr: `Elle rend : ${known.outputs.join(', ')}.`, en: `It returns: ${known.outputs.join(', ')}.` },
});

export const notAmong = (call: Call, value: string, values: readonly string[]): Complaint => ({
  place: call.place,
  found: { fr: `« ${value} » n’est pas possible ici.`, en: `“${value}” is not possible here.` },
  remedy: { fr: `Valeurs possibles : ${values.join(', ')}.`, en: `Possible values: ${values.join(', ')}.` },
});

export const badPattern = (call: Call, pattern: string, problem: Bilingual): Complaint => ({
  place: call.place,
  found: {
    fr: `« ${pattern} » n’est pas possible ici. ${problem.fr}`,
    en: `“${pattern}” is not possible here. ${problem.en}`,
  },
  remedy: {
    fr: 'Vérifiez ses parenthèses et ses crochets ; « \\\\ » y écrit une barre oblique inverse.',
    en: 'Check its parentheses and brackets; “\\\\” writes a backslash in it.',
  },
});
