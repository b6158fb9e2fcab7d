import type { Bilingual } from '../model/index.ts';

/** What the parser says, and the same in French. `$1` is what it quotes. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/^Map keys must be unique$/, 'la même clé est écrite deux fois'],
  [
    /^Tabs are not allowed as indentation$/,
    'le retrait est fait de tabulations\u00a0: seules des espaces conviennent',
  ],
  [
    /^All (?:mapping|sequence) items must start at the same column$/,
    'cette ligne n’est pas en retrait comme ses voisines',
  ],
  [
    /^Nested mappings are not allowed in compact mappings$/,
    'deux «\u00a0clé\u00a0: valeur\u00a0» sont sur une ligne\u00a0; il manque sans doute des guillemets autour d’un texte qui contient «\u00a0: \u00a0»',
  ],
  [
    /^A block sequence may not be used as an implicit map key$/,
    'une liste est placée là où une clé est attendue',
  ],
  [
    /^Implicit map keys need to be followed by map values$/,
    'il manque les deux-points et une valeur après la clé',
  ],
  [
    /^Implicit keys need to be on a single line$/,
    'une clé tient sur une ligne\u00a0; il manque sans doute les deux-points',
  ],
  [
    /^Implicit keys of flow sequence pairs need to be on a single line$/,
    'une clé tient sur une ligne\u00a0; il manque sans doute une virgule ou un crochet',
  ],
  [/^Missing closing (['"])quote$/, 'le guillemet $1 n’est pas fermé'],
  [/^Missing , (?:or : )?between flow (?:sequence|map) items$/, 'il manque une virgule entre deux valeurs'],
  [/^Missing space after : in flow (?:sequence|map)$/, 'il manque une espace après les deux-points'],
  [
    /^Comments must be separated from other tokens by white space characters$/,
    'il manque une espace devant «\u00a0#\u00a0»',
  ],
  [
    /^Tags and anchors must be separated from the next token by white space$/,
    'il manque une espace après l’ancre ou le type',
  ],
  [/^Sequence item without - indicator$/, 'il manque un tiret devant cette valeur'],
  [
    /must be sufficiently indented and end with a ([\]}])$/,
    'ce qui est ouvert n’est pas fermé par «\u00a0$1\u00a0», ou la suite n’est pas assez en retrait',
  ],
  [/^Flow (?:sequence|map) .*end with an? ([\]}])$/, 'il manque «\u00a0$1\u00a0» à la fin'],
  [
    /^Block collections? (?:are|is) not allowed within flow collections?$/,
    'une liste ou des clés en lignes sont à l’intérieur de crochets ou d’accolades',
  ],
  [
    /^Plain value cannot start with (?:.*?)([`@%|>*&!{}[\],]).*$/,
    'un texte sans guillemets ne peut commencer par «\u00a0$1\u00a0»',
  ],
  [
    /^Invalid escape sequence (.*)$/,
    '«\u00a0$1\u00a0» n’est pas un caractère que l’on peut écrire ainsi entre guillemets',
  ],
  [
    /^Unexpected (?:flow-seq-end token|flow-map-end token|.*[\]}].*)$/,
    'un crochet ou une accolade est de trop',
  ],
  [/^Unexpected , in .*$/, 'une virgule est de trop'],
  [/^Unexpected empty item in .*$/, 'il y a une virgule sans valeur'],
  [/^Unexpected (.*)$/, 'quelque chose d’inattendu se trouve ici ($1)'],
  [/^A node can have at most one (?:anchor|tag)$/, 'une valeur n’a qu’une ancre et qu’un type'],
  [
    /^(?:Alias|Anchor) (?:cannot be an empty string|ending in : is ambiguous)$/,
    'une ancre ou un alias n’a pas de nom, ou finit par deux-points',
  ],
];

/** A reason of the parser in both languages; in English alone where it has no French yet. */
export function yamlReason(message: string): Bilingual {
  const en = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '');
  for (const [said, french] of SAID) if (said.test(en)) return { fr: en.replace(said, french), en };
  return { fr: en, en };
}
