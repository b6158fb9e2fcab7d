import { readFile } from 'node:fs/promises';
import type { Bilingual, Complaint, StoredQuery } from '../model/index.ts';
import { parseQuery } from '../sparql/index.ts';
import { unreadableQuery } from './api-complaints.ts';
import { type LayeredFile, layeredFiles, ownFiles } from './layers.ts';

/** Where stored queries are read from, and for which base IRI. */
export interface QueryFolder {
  readonly root: string;
  readonly base: string;
  /** Folder below `queries/`. */
  readonly kind: 'examples' | 'statistics';
}

/** Reads `queries/<kind>/**.rq`. The opening comment holds `# @title.fr …`, `@title.en`, `@question.fr`, `@question.en`. */
export async function readQueries(
  { root, base, kind }: QueryFolder,
  complaints: Complaint[],
): Promise<readonly StoredQuery[]> {
  const found: StoredQuery[] = [];
  for (const [path, { path: at, file }] of await queryFiles(root, kind)) {
    const text = await readFile(at, 'utf8');
    const name = path.replace(/\.rq$/, '');
    const heading = readHeading(file, text, complaints);
    const parsed = parseQuery(text, { base });
    if (parsed.kind !== 'parsed') complaints.push(unreadableQuery(file, parsed));
    else if (heading)
      found.push({
        kind: parsed.queryKind,
        name,
        file,
        dataset: kind === 'examples' ? (name.split('/')[0] ?? '') : '',
        ...heading,
        text,
      });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Statistics are the platform's where a project has none by that name. Examples ask for what is in the platform's own
 * datasets, often several: they do not come along.
 */
const queryFiles = (root: string, kind: QueryFolder['kind']): Promise<ReadonlyMap<string, LayeredFile>> =>
  (kind === 'statistics' ? layeredFiles : ownFiles)(root, `queries/${kind}`, '.rq');

/** Title and question of an opening comment; undefined, with a complaint, where one of them is missing. */
export function readHeading(
  file: string,
  text: string,
  complaints: Complaint[],
): { readonly title: Bilingual; readonly question: Bilingual } | undefined {
  const title = noted(text, 'title');
  const question = noted(text, 'question');
  if (title !== undefined && question !== undefined) return { title, question };
  complaints.push(untitled(file));
  return undefined;
}

/** A text of the opening comment in both languages: `# @title.fr …`, `# @title.en …`. */
export function noted(text: string, what: string): Bilingual | undefined {
  const read = (language: string) =>
    new RegExp(`^#\\s*@${what}\\.${language}\\s+(.+)$`, 'm').exec(text)?.[1]?.trim();
  const fr = read('fr');
  const en = read('en');
  return fr === undefined || en === undefined ? undefined : { fr, en };
}

const untitled = (file: string): Complaint => ({
  place: { file, line: 1 },
  found: {
    fr: 'Le commentaire d’ouverture n’a pas son titre et sa question dans les deux langues.',
    en: 'The opening comment lacks its title or question in one of the languages.',
  },
  remedy: {
    fr: 'Écrivez « # @title.fr … », « # @title.en … », « # @question.fr … », « # @question.en … ».',
    en: 'Write “# @title.fr …”, “# @title.en …”, “# @question.fr …”, “# @question.en …”.',
  },
});
