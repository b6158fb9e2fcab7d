import type { Bilingual } from '../model/index.ts';

const KEYWORDS =
  'SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS GRAPH SERVICE SILENT BIND VALUES EXISTS DISTINCT REDUCED FROM NAMED PREFIX BASE ORDER GROUP HAVING LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR REGEX LANGMATCHES LANG DATATYPE BOUND COALESCE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER STRLEN SUBSTR REPLACE CONCAT LCASE UCASE ISIRI ISLITERAL ISNUMERIC UNDEF INSERT DELETE'.split(
    ' ',
  );

/** Changes of one letter that a slip of the hand makes. */
const MOST_CHANGES = 2;
const LONGEST_WORD = 40;

/**
 * What is wrong at a place where no word of SPARQL can be read, and what could stand there.
 * @param offset of the first character that could not be read
 */
export function unreadReason(text: string, offset: number): Bilingual {
  const [word = ''] = /^[\p{L}\p{N}_-]+/u.exec(text.slice(offset, offset + LONGEST_WORD + 1)) ?? [];
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
  if (character === '"' || character === "'")
    return {
      fr: `Le texte qui commence ici par ${character} ne finit pas : il fallait le même signe sur cette ligne.`,
      en: `Found ${character} where a string begins that does not end: the same sign was expected on this line.`,
    };
  if (word === '')
    return {
      fr: `On trouve « ${character} », par quoi rien ne commence en SPARQL.`,
      en: `Found “${character}” where nothing of SPARQL begins so.`,
    };
  const meant = nearestKeyword(word);
  return {
    fr: `On trouve « ${word} » là où il fallait un mot de SPARQL, une variable (?x), un IRI (<…>) ou un nom préfixé (a:b)${meant === undefined ? '.' : ` ; vouliez-vous dire « ${meant} » ?`}`,
    en: `Found “${word}” where a keyword, a variable (?x), an IRI (<…>) or a prefixed name (a:b) was expected${meant === undefined ? '.' : `; did you mean “${meant}”?`}`,
  };
}

function nearestKeyword(word: string): string | undefined {
  if (word.length < 3 || word.length > LONGEST_WORD) return undefined;
  const rated = KEYWORDS.map((keyword) => ({
    keyword,
    changes: changesBetween(word.toUpperCase(), keyword),
  }));
  const [best] = rated.toSorted((one, other) => one.changes - other.changes);
  const most = word.length < 5 ? 1 : MOST_CHANGES;
  return best && best.changes <= most ? best.keyword : undefined;
}

/** Letters added, left out or changed between two words (Levenshtein). */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let column = 0; column < other.length; column += 1) {
      const changed = (row[column] ?? 0) + (other[column] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
