import { type LoadedProject, loadProject, type Project } from '../declarations/index.ts';
import { Fault } from '../model/index.ts';
import { checkProject, distinct, publishedTerms } from '../release/index.ts';
import type { CommandContext } from './context.ts';
import { tellComplaints } from './report-lines.ts';

/** Loads the project; undefined when it is refused, the complaints told. */
export async function openProject(
  { root, settings, terminal }: CommandContext,
  sources: readonly string[] = [],
): Promise<Project | undefined> {
  const loaded: LoadedProject = await loadProject({
    root,
    base: settings.base,
    sources: parseSources(sources),
    publishedTerms: () => publishedTerms(settings.releases, settings.base),
  });
  if (loaded.kind === 'loaded') return loaded.project;
  const checked = await checkProject(loaded.project);
  const more = checked.kind === 'refused' ? checked.complaints : [];
  tellComplaints(distinct([...loaded.complaints, ...more]), terminal);
  return undefined;
}

/** Every `--source`, each dataset once. */
function parseSources(texts: readonly string[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const [slug, path] of texts.map(parseSource)) {
    if (sources.has(slug)) throw givenTwice(slug);
    sources.set(slug, path);
  }
  return sources;
}

const givenTwice = (slug: string): Fault =>
  new Fault(
    { fr: `--source donne deux fichiers à « ${slug} ».`, en: `--source gives two files to “${slug}”.` },
    { fr: 'Gardez-en un.', en: 'Keep one.' },
  );

/** `musees=chemin/fichier.csv` */
function parseSource(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
  throw new Fault(
    { fr: `L’option --source vaut « ${text} ».`, en: `The option --source is “${text}”.` },
    { fr: 'Écrivez --source <jeu>=<fichier>.', en: 'Write --source <dataset>=<file>.' },
  );
}
