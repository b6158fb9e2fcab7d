import { nearest } from '../declarations/index.ts';
import type { Complaint } from '../model/index.ts';
import { FUNCTIONS } from './functions/index.ts';
import type { Call, Reference } from './rules.ts';

export function unknownColumn(reference: Reference, header: readonly string[]): Complaint {
  const near = nearest(reference.name, header);
  return {
    place: reference.place,
    found: {
      fr: `La source n’a pas de colonne « ${reference.name} ».`,
      en: `The source has no column “${reference.name}”.`,
    },
    remedy: near
      ? {
          fr: `La plus proche est « ${near} » : ajoutez-la aux alias (columns), ou déclarez la colonne « optional: true ».`,
          en: `The nearest is “${near}”: add it to the aliases (columns), or declare the column “optional: true”.`,
        }
      : {
          fr: 'Donnez-lui des alias (columns) ou déclarez-la « optional: true ».',
          en: 'Give it aliases (columns) or declare it “optional: true”.',
        },
  };
}

export function unknownFunction(call: Call, name: string): Complaint {
  const near = nearest(name.replace(/^.*[/#:]/, ''), Object.keys(FUNCTIONS));
  return {
    place: call.place,
    found: {
      fr: `La fonction « ${call.function} » n’existe pas.`,
      en: `There is no function “${call.function}”.`,
    },
    remedy: near
      ? { fr: `Vouliez-vous dire « cim:${near} » ?`, en: `Did you mean “cim:${near}”?` }
      : { fr: 'La liste est dans data/README.md.', en: 'The list is in data/README.md.' },
  };
}

export const unknownParameter = (call: Call, name: string, parameter: string): Complaint => ({
  place: call.place,
  found: {
    fr: `La fonction « cim:${name} » n’a pas de paramètre « ${parameter} ».`,
    en: `The function “cim:${name}” has no parameter “${parameter}”.`,
  },
  remedy: {
    fr: `Ses paramètres : ${FUNCTIONS[name]?.parameters.join(', ')}.`,
    en: `Its parameters: ${FUNCTIONS[name]?.parameters.join(', ')}.`,
  },
});

export const missingParameter = (call: Call, name: string, parameter: string): Complaint => ({
  place: call.place,
  found: {
    fr: `Le paramètre « ${parameter} » de « cim:${name} » manque.`,
    en: `The parameter “${parameter}” of “cim:${name}” is missing.`,
  },
  remedy: { fr: 'Donnez-lui une valeur.', en: 'Give it a value.' },
});

export const badPattern = (call: Call, pattern: string, reason: string): Complaint => ({
  place: call.place,
  found: {
    fr: `« ${pattern} » n’est pas une expression rationnelle.`,
    en: `“${pattern}” is not a regular expression: ${reason}.`,
  },
  remedy: {
    fr: 'Vérifiez ses parenthèses et ses crochets ; « \\\\ » y écrit une barre oblique inverse.',
    en: 'Check its parentheses and brackets; “\\\\” writes a backslash in it.',
  },
});
