import { type LoadedProject, loadProject, type Project } from '../declarations/index.ts';
import { Fault } from '../model/index.ts';
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
    sources: new Map(sources.map(parseSource)),
  });
  if (loaded.kind === 'loaded') return loaded.project;
  tellComplaints(loaded.complaints, terminal);
  return undefined;
}

/** `musees=chemin/fichier.csv` */
function parseSource(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
  throw new Fault(
    { fr: `L’option --source vaut « ${text} ».`, en: `The option --source is “${text}”.` },
    { fr: 'Écrivez --source <jeu>=<fichier>.', en: 'Write --source <dataset>=<file>.' },
  );
}
