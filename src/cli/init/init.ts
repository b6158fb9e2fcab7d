import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { offeredNames } from '../../declarations/index.ts';
import { Fault } from '../../model/index.ts';
import { isBaseIri } from '../../rdf/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { wrongOption } from '../wrong-option.ts';
import { A_BASE, askAbout } from './ask-about.ts';
import { type NewProject, projectFiles } from './project-files.ts';

/** As commander reads it. */
export interface InitFlags {
  readonly title?: string;
  readonly base?: string;
  readonly publisher?: string;
  readonly yes?: boolean;
}

/** `cimaise init`: writes what a project needs and does not have; nothing of a person's is written over. */
export async function init(
  context: CommandContext,
  folder: string | undefined,
  flags: InitFlags,
): Promise<number> {
  const root = resolve(context.root, folder ?? '.');
  await assertFolder(root);
  const project = await describe(context, root, flags);
  const written: string[] = [];
  for (const file of projectFiles(project, await offeredNames()))
    if (await write(join(root, file.path), file)) written.push(file.path);
  tell(context, { root, written, project });
  return DONE;
}

async function describe(
  { streams, settings }: CommandContext,
  root: string,
  flags: InitFlags,
): Promise<NewProject> {
  const { title = basename(root), base = 'http://localhost:3000/', publisher = title } = flags;
  if (!isBaseIri(slashed(base))) throw wrongOption('--base', base, A_BASE);
  const given = { title, base: slashed(base), publisher };
  const isAsked = flags.yes !== true && streams.out.isTTY === true && process.stdin.isTTY === true;
  return isAsked ? askAbout(given, flags, settings.language) : given;
}

const slashed = (base: string): string => (base.endsWith('/') ? base : `${base}/`);

async function assertFolder(root: string): Promise<void> {
  const found = await stat(root).catch(() => undefined);
  if (found === undefined || found.isDirectory()) return;
  throw new Fault(
    { fr: `${root} est un fichier, non un dossier.`, en: `${root} is a file, not a folder.` },
    { fr: 'Donnez le nom d’un dossier, nouveau ou non.', en: 'Give the name of a folder, new or not.' },
  );
}

/** Whether the file was not there, or is the platform's and was another. */
async function write(
  path: string,
  { text, isGenerated = false }: { readonly text: string; readonly isGenerated?: boolean },
): Promise<boolean> {
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (before !== undefined && (!isGenerated || before === text)) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return true;
}

interface Made {
  readonly root: string;
  readonly written: readonly string[];
  readonly project: NewProject;
}

function tell({ terminal }: CommandContext, { root, written, project: { base } }: Made): void {
  const way = relative(process.cwd(), root);
  const names = written.join(', ');
  if (written.length === 0)
    terminal.tell({
      fr: `Le projet est déjà là, dans ${root} : rien n’a été écrit.`,
      en: `The project is there already, in ${root}: nothing was written.`,
    });
  else terminal.tell({ fr: `Écrit dans ${root} : ${names}.`, en: `Written in ${root}: ${names}.` });
  if (base.startsWith('http://localhost') && written.includes('data/site.yml'))
    terminal.tell({
      fr: `Les adresses commencent par ${base}, pour essayer. Avant d’en imprimer une, écrivez la vraie dans data/site.yml (base).`,
      en: `Addresses begin with ${base}, to try. Before you print one, write the real one into data/site.yml (base).`,
    });
  const go = way === '' ? '' : `cd ${/\s/.test(way) ? JSON.stringify(way) : way} && `;
  terminal.tell({
    fr: `Ensuite : ${go}cimaise add FICHIER décrit un premier fichier, cimaise start le publie.`,
    en: `Next: ${go}cimaise add FILE describes a first file, cimaise start publishes it.`,
  });
}
