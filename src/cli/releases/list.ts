import type { ReleaseManifest } from '../../model/index.ts';
import { keptReleases, readRelease } from '../../release/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { figure, table } from '../terminal.ts';
import { bytesOf, dayAndTime, sayJson, size } from './words.ts';

export interface ListFlags {
  readonly json?: boolean;
}

/** `cimaise releases list`: what was published, newest first. */
export async function list(context: CommandContext, { json = false }: ListFlags): Promise<number> {
  const { settings, terminal } = context;
  const { language } = terminal;
  const { ids, current } = await keptReleases(settings.releases);
  const newest = ids.toReversed();
  if (json) {
    const listed = [];
    for (const id of newest) listed.push(summary(await manifestOf(settings.releases, id), id === current));
    await sayJson(context, { releases: listed });
    return DONE;
  }
  if (ids.length === 0) {
    terminal.tell({
      fr: `Aucune version dans ${settings.releases}.`,
      en: `No release in ${settings.releases}.`,
    });
    return DONE;
  }
  const head = {
    fr: ['version', 'date', 'jeux', 'choses', 'énoncés', 'ajoutés', 'ôtés', 'taille', 'base'],
    en: ['release', 'date', 'datasets', 'things', 'statements', 'added', 'removed', 'size', 'base'],
  }[language];
  const rows: (readonly string[])[] = [];
  for (const id of newest) rows.push(row(await manifestOf(settings.releases, id), id === current, language));
  for (const line of table([head, ...rows])) terminal.say(line);
  return DONE;
}

const manifestOf = async (releases: string, id: string): Promise<ReleaseManifest> =>
  (await readRelease(releases, id)).manifest;

function row(manifest: ReleaseManifest, isCurrent: boolean, language: 'fr' | 'en'): readonly string[] {
  const { id, createdAt, datasets, changes, statements, base } = manifest;
  const mark = isCurrent ? { fr: ' (courante)', en: ' (current)' }[language] : '';
  return [
    id + mark,
    dayAndTime(createdAt),
    String(datasets.length),
    figure(thingsOf(manifest), language),
    figure(statements, language),
    changes ? figure(changes.added.statements, language) : '–',
    changes ? figure(changes.removed.statements, language) : '–',
    size(bytesOf(manifest), language),
    base,
  ];
}

const thingsOf = ({ datasets }: ReleaseManifest): number =>
  datasets.reduce((sum, { things }) => sum + things, 0);

function summary(manifest: ReleaseManifest, isCurrent: boolean): object {
  const { id, createdAt, base, toolVersion, datasets, statements, previous, changes } = manifest;
  return {
    id,
    createdAt,
    isCurrent,
    base,
    toolVersion,
    datasets: datasets.map(({ slug }) => slug),
    things: thingsOf(manifest),
    statements,
    bytes: bytesOf(manifest),
    ...(previous && { previous: previous.id }),
    ...(changes && { added: changes.added.statements, removed: changes.removed.statements }),
  };
}
