import type { Language, Release } from '../../model/index.ts';
import { chosenId, keptReleases, readRelease } from '../../release/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { figure, table } from '../terminal.ts';
import { bytesOf, dayAndTime, sayJson, size } from './words.ts';

export interface ShowFlags {
  readonly json?: boolean;
}

/** `cimaise releases show`: what one release holds, and what it was made of. */
export async function show(
  context: CommandContext,
  id: string | undefined,
  { json = false }: ShowFlags,
): Promise<number> {
  const { settings, terminal } = context;
  const release = await readRelease(settings.releases, chosenId(await keptReleases(settings.releases), id));
  if (json) await sayJson(context, release.manifest);
  else for (const line of lines(release, terminal.language)) terminal.say(line);
  return DONE;
}

function lines(release: Release, language: Language): readonly string[] {
  const { manifest } = release;
  const { createdAt, toolVersion, statements, base, previous } = manifest;
  const date = dayAndTime(createdAt);
  const before = {
    fr: previous
      ? `Version précédente : ${previous.id}.`
      : 'Version précédente : aucune, ou elle n’est pas dite.',
    en: previous ? `Release before: ${previous.id}.` : 'Release before: none, or it is not told.',
  }[language];
  const head = {
    fr: `Version ${manifest.id}, du ${date} (UTC), faite par Cimaise ${toolVersion} : ${figure(statements, 'fr')} énoncés, base ${base}`,
    en: `Release ${manifest.id} of ${date} (UTC), made by Cimaise ${toolVersion}: ${figure(statements, 'en')} statements, base ${base}`,
  }[language];
  return [
    head,
    before,
    '',
    ...datasetLines(release, language),
    '',
    ...fileLines(release, language),
    '',
    ...inputLines(release, language),
  ];
}

function datasetLines({ manifest: { datasets } }: Release, language: Language): readonly string[] {
  const head = {
    fr: ['jeu', 'enregistrements', 'choses', 'énoncés', 'écartées', 'publié depuis', 'modifié'],
    en: ['dataset', 'records', 'things', 'statements', 'left out', 'published since', 'changed'],
  }[language];
  const rows = datasets.map(({ slug, records, things, statements, quarantined, first, changed }) => [
    slug,
    figure(records, language),
    figure(things, language),
    figure(statements, language),
    figure(quarantined, language),
    first?.id ?? '–',
    changed?.id ?? '–',
  ]);
  return table([head, ...rows]);
}

function fileLines({ folder, manifest }: Release, language: Language): readonly string[] {
  const { files } = manifest;
  const head = {
    fr: `${files.length} fichiers, ${size(bytesOf(manifest), 'fr')}, dans ${folder} :`,
    en: `${files.length} files, ${size(bytesOf(manifest), 'en')}, in ${folder}:`,
  }[language];
  return [head, ...table(files.map(({ path, bytes }) => [`  ${path}`, size(bytes, language)]))];
}

/** Inputs by path; several datasets may read one. */
function inputLines({ manifest: { datasets, inputs = [] } }: Release, language: Language): readonly string[] {
  const all = new Map([...datasets.flatMap((one) => one.inputs), ...inputs].map((one) => [one.path, one]));
  const rows = [...all.values()].map(({ path, sha256 }) => [`  ${path}`, sha256.slice(0, 12)]);
  return [
    { fr: 'Faite de (SHA-256 abrégée) :', en: 'Made of (SHA-256, shortened):' }[language],
    ...table(rows),
  ];
}
