import type { Guess } from '../model/index.ts';
import { figures } from './sentences.ts';

/** A list of objects met in a document's beginning. */
interface Found {
  readonly path: string;
  objects: number;
}

interface Level {
  readonly path: string;
  readonly isList: boolean;
  /** Whether what comes next is the name of a member. */
  awaitsName: boolean;
}

/** Names under which portals put their records. */
const USUAL = /\.(?:features|records?|results?|items|data|rows|hits|notices|objets|values?|graph)\b/i;

/** Lists within lists within lists are parts of records. */
const MOST_LEVELS = 4;

/**
 * What one record of a JSON document is: the items of its longest list of objects, or the document itself. Read from the
 * beginning of the text, which may end anywhere.
 */
export function findJsonIterator(text: string): Guess<string> {
  const { lists, documents, members } = scan(text);
  const best = lists.sort((a, b) => weight(b) - weight(a))[0];
  if (documents > 1) return ndjson(documents);
  if (best !== undefined) return ofList(best);
  if (members > 4)
    return said('$.*', 0.7, {
      fr: `Un enregistrement est un objet nommé du document (${figures(members).fr} se suivent).`,
      en: `A record is a named object of the document (${figures(members).en} follow each other).`,
    });
  return said('$', 0.5, {
    fr: 'Aucune liste d’objets : le document est un seul enregistrement.',
    en: 'No list of objects: the document is a single record.',
  });
}

const weight = ({ path, objects }: Found): number =>
  objects * (USUAL.test(path) ? 10 : 1) * (path === '$[*]' ? 100 : 1);

const said = (value: string, confidence: number, evidence: Guess<string>['evidence']): Guess<string> => ({
  value,
  confidence,
  evidence,
});

const ofList = ({ path, objects }: Found): Guess<string> =>
  said(path, objects > 1 ? 0.95 : 0.7, {
    fr: `Un enregistrement est un élément de la liste d’objets la plus longue (${figures(objects).fr} au début du fichier).`,
    en: `A record is an item of the longest list of objects (${figures(objects).en} at the beginning of the file).`,
  });

const ndjson = (documents: number): Guess<string> =>
  said('$', 0.95, {
    fr: `Le fichier est une suite de documents (${figures(documents).fr} à son début), un par enregistrement.`,
    en: `The file is a sequence of documents (${figures(documents).en} at its beginning), one a record.`,
  });

interface Scanned {
  readonly lists: Found[];
  /** Objects that follow each other outside everything. */
  readonly documents: number;
  /** Objects that are members of the document. */
  readonly members: number;
}

/** Walks brackets and names; what is inside strings is passed over. */
function scan(text: string): Scanned {
  const lists = new Map<string, Found>();
  const levels: Level[] = [];
  const counts = { documents: 0, members: 0 };
  let name = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    const top = levels.at(-1);
    if (letter === '"') {
      const end = stringEnd(text, at);
      if (top?.awaitsName === true) name = nameIn(text.slice(at, end + 1));
      if (top !== undefined) top.awaitsName = false;
      at = end;
    } else if ('{['.includes(letter)) {
      if (letter === '{') noteObject(levels, lists, counts);
      levels.push({ path: pathOf(top, name), isList: letter === '[', awaitsName: letter === '{' });
    } else step(letter, levels);
  }
  return { lists: [...lists.values()], ...counts };
}

function step(letter: string, levels: Level[]): void {
  const top = levels.at(-1);
  if (letter === '}' || letter === ']') levels.pop();
  else if (letter === ',' && top !== undefined) top.awaitsName = !top.isList;
}

function noteObject(
  levels: readonly Level[],
  lists: Map<string, Found>,
  counts: { documents: number; members: number },
): void {
  const top = levels.at(-1);
  if (top === undefined) counts.documents++;
  else if (!top.isList && levels.length === 1) counts.members++;
  else if (top.isList && levels.length <= MOST_LEVELS && !top.path.includes('[*]')) {
    const path = `${top.path}[*]`;
    const known = lists.get(path) ?? { path, objects: 0 };
    known.objects++;
    lists.set(path, known);
  }
}

/** A name between its quotes, escapes read; as it is where the text ends in it. */
function nameIn(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

function pathOf(top: Level | undefined, name: string): string {
  if (top === undefined) return '$';
  if (top.isList) return `${top.path}[*]`;
  return /^[A-Za-z_]\w*$/.test(name)
    ? `${top.path}.${name}`
    : `${top.path}['${name.replace(/['\\]/g, '\\$&')}']`;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
