/** What the library says of a command line that it cannot read, and the same in French. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/unknown command '(.*)'/, 'il n’y a pas de commande « $1 »'],
  [/unknown option '(.*)'/, 'il n’y a pas d’option « $1 »'],
  [/option '(.*)' argument missing/, 'il manque une valeur à l’option « $1 »'],
  [/required option '(.*)' not specified/, 'il manque l’option « $1 »'],
  [/missing required argument '(.*)'/, 'il manque l’argument « $1 »'],
  [
    /too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    'trop d’arguments : $2 au plus, et il y en a $3.',
  ],
  [
    /(?:option|command-argument value) '(.*)' (?:argument|value)?\s?'(.*)' is invalid\. Allowed choices are (.*)\./,
    '« $1 » ne peut valoir « $2 » ; au choix : $3.',
  ],
  [
    /command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./,
    '« $2 » ne peut valoir « $1 » ; au choix : $3.',
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '(Vouliez-vous dire $1 ?)'],
  [/^error: /, 'Erreur : '],
];

/** @param text a refusal of the library; what is not known of it stays as it is */
export const frenchRefusal = (text: string): string =>
  REFUSALS.reduce((so, [refusal, french]) => so.replace(refusal, french), text);
