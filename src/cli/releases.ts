import { currentReleaseId, listReleases, readRelease } from '../release/index.ts';
import { type CommandContext, DONE } from './context.ts';
import { figure, table } from './terminal.ts';

/** `cimaise releases`: what was published, newest first. */
export async function releases({ settings, terminal }: CommandContext): Promise<number> {
  const { language } = terminal;
  const ids = (await listReleases(settings.releases)).toReversed();
  const current = await currentReleaseId(settings.releases);
  if (ids.length === 0) {
    terminal.tell({
      fr: `Aucune version dans ${settings.releases}.`,
      en: `No release in ${settings.releases}.`,
    });
    return DONE;
  }
  const head = {
    fr: ['version', 'jeux', 'choses', 'énoncés', 'base'],
    en: ['release', 'datasets', 'things', 'statements', 'base'],
  }[language];
  const rows = await Promise.all(ids.map((id) => row(settings.releases, id, id === current, language)));
  for (const line of table([head, ...rows])) terminal.say(line);
  return DONE;
}

async function row(
  folder: string,
  id: string,
  isCurrent: boolean,
  language: 'fr' | 'en',
): Promise<readonly string[]> {
  const { manifest } = await readRelease(folder, id);
  const things = manifest.datasets.reduce((sum, dataset) => sum + dataset.things, 0);
  const mark = isCurrent ? { fr: ' (courante)', en: ' (current)' }[language] : '';
  return [
    id + mark,
    String(manifest.datasets.length),
    figure(things, language),
    figure(manifest.statements, language),
    manifest.base,
  ];
}
