import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  type Bilingual,
  type Complaint,
  isSlug,
  type JsonLdContext,
  type Profile,
  spaced,
} from '../model/index.ts';
import { isIri } from '../rdf/index.ts';
import { parseQuery } from '../sparql/index.ts';
import { unreadableQuery } from './api-complaints.ts';
import { isOfPlatform, layeredFiles } from './layers.ts';
import { type ProfileFault, profileFault } from './profile-complaints.ts';
import { noted } from './queries.ts';

/** Words that `?_profile=` keeps for itself: the list of profiles, and the description as it is published. */
const RESERVED = ['alt', 'native'];

/**
 * Reads `queries/profiles/*.rq`: CONSTRUCT queries over what is published of one thing. The opening comment holds
 * `# @profile <IRI>`, `@title` and `@description` in both languages, `# @for <class> …`, and `# @context <IRI>` where
 * `<token>.context.json` says what the terms of that context mean.
 */
export async function readProfiles(
  { root, base }: { readonly root: string; readonly base: string },
  complaints: Complaint[],
): Promise<readonly Profile[]> {
  const found: Profile[] = [];
  const files = [...(await layeredFiles(root, 'queries/profiles', '.rq'))];
  const isBelow = ([, { file }]: (typeof files)[number]) => isOfPlatform(file);
  // The project's first: the platform's profile of the same IRI gives way, whatever it is called by.
  for (const [name, { path, file }] of [...files.filter((one) => !isBelow(one)), ...files.filter(isBelow)]) {
    const token = name.replace(/\.rq$/, '');
    const source = { token, file, text: await readFile(path, 'utf8'), base };
    const context = await readContext(path.replace(/\.rq$/, '.context.json'), source, complaints);
    const profile = profileOf(source, complaints);
    if (!profile) continue;
    const isTaken = found.some(({ iri }) => iri === profile.iri);
    if (isTaken && !isOfPlatform(file))
      complaints.push(profileFault(source.file, { kind: 'twice', text: profile.iri }));
    else if (!isTaken) found.push({ ...profile, ...(context && { context }) });
  }
  return found.sort((one, other) => (one.token < other.token ? -1 : 1));
}

interface ProfileFile {
  readonly token: string;
  readonly file: string;
  readonly text: string;
  readonly base: string;
}

function profileOf(source: ProfileFile, complaints: Complaint[]): Profile | undefined {
  const { token, file, text, base } = source;
  const title = noted(text, 'title');
  const description = noted(text, 'description');
  const [iri] = irisAfter(text, 'profile', base);
  const classes = irisAfter(text, 'for', base);
  const parsed = parseQuery(text, { base });
  if (parsed.kind !== 'parsed') {
    complaints.push(unreadableQuery(file, parsed));
    return undefined;
  }
  const wrong = [iri ?? '', ...classes].find((one) => one !== '' && !isIri(one));
  const faults: readonly (ProfileFault | false)[] = [
    !isSlug(token) && { kind: 'name', token },
    RESERVED.includes(token) && { kind: 'reserved', token },
    (!title || !description) && { kind: 'untitled' },
    iri === undefined && { kind: 'no-iri' },
    wrong !== undefined && { kind: 'not-an-iri', text: wrong },
    parsed.queryKind !== 'construct' && { kind: 'not-construct' },
    parsed.isVolatile && { kind: 'unsteady' },
    (parsed.hasDataset || parsed.services.length > 0) && { kind: 'not-alone' },
  ];
  const told = faults.filter((one) => one !== false);
  complaints.push(...told.map((fault) => profileFault(file, fault)));
  if (told.length > 0 || !title || !description || iri === undefined) return undefined;
  return {
    token,
    iri,
    place: { file },
    title: printed(title),
    description: printed(description),
    classes,
    text,
  };
}

const printed = (text: Bilingual): Bilingual => ({ ...text, fr: spaced(text.fr, 'fr') });

/** IRIs in angle brackets after `# @word`; relative ones are resolved against the base. */
function irisAfter(text: string, word: string, base: string): string[] {
  const lines = text.matchAll(new RegExp(`^#\\s*@${word}\\s+(.+)$`, 'gm'));
  return [...lines].flatMap(([, line = '']) =>
    [...line.matchAll(/<([^>]*)>/g)].map(([, iri = '']) => (/^[\w+.-]+:/.test(iri) ? iri : base + iri)),
  );
}

async function readContext(
  path: string,
  { file, text, base }: ProfileFile,
  complaints: Complaint[],
): Promise<JsonLdContext | undefined> {
  const [iri] = irisAfter(text, 'context', base);
  if (iri === undefined) return undefined;
  try {
    if (!existsSync(path)) throw new Error(`There is no ${file.replace(/\.rq$/, '.context.json')}.`);
    const { '@context': terms } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    if (typeof terms !== 'object' || terms === null || Array.isArray(terms) || '@import' in terms)
      throw new Error('Its @context is not one object.');
    return { iri, terms: terms as Readonly<Record<string, unknown>> };
  } catch (error) {
    complaints.push(profileFault(file, { kind: 'context', reason: (error as Error).message }));
    return undefined;
  }
}
