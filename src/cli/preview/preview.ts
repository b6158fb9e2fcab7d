import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { nearest } from '../../documents/index.ts';
import { Fault } from '../../model/index.ts';
import { followProject } from '../../preview/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { tellFault } from '../faults.ts';
import { interruptible } from '../interruptible.ts';
import { closeServer, listen } from '../listen.ts';
import { wrongOption } from '../wrong-option.ts';
import { previewSite } from './preview-site.ts';
import { openReleasedNames } from './released-names.ts';

/** As commander reads them. */
export interface PreviewFlags {
  readonly port?: string;
  readonly seed?: string;
}

/** This machine only: what is previewed is nobody else's yet. */
const HOST = '127.0.0.1';

/** `cimaise preview [dataset]`: until a signal ends it. */
export async function preview(
  context: CommandContext,
  asked: string | undefined,
  { port, seed }: PreviewFlags,
): Promise<number> {
  const { root, settings, terminal, toolVersion } = context;
  const portNumber = parsePort(port);
  const slug = await datasetAsked(root, asked);
  const names = await openReleasedNames(settings.releases, settings.base);
  const unforeseen = (error: unknown): void => void tellFault(error, terminal);
  const followed = await followProject({
    ...{ root, slug, toolVersion, base: settings.base, releases: settings.releases },
    seed: seed ?? slug,
    unforeseen,
  });
  const site = previewSite(followed.session, { slug, label: names?.label, unforeseen });
  try {
    const server = await listen(site.answer, { port: portNumber, host: HOST });
    try {
      const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
      terminal.tell({ fr: `Aperçu de « ${slug} » : ${address}`, en: `Preview of “${slug}”: ${address}` });
      await untilInterrupted();
    } finally {
      site.close();
      await closeServer(server);
    }
  } finally {
    await followed.close();
    names?.close();
  }
  return DONE;
}

/** An interruption is how it ends. */
async function untilInterrupted(): Promise<void> {
  await interruptible(
    (signal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
  );
}

function parsePort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw wrongOption('--port', text, {
    fr: 'Donnez un nombre entier de 0 à 65535, par exemple 4000.',
    en: 'Give a whole number from 0 to 65535, 4000 for example.',
  });
}

/** By the folders alone: a dataset whose declaration is broken is previewed all the more. */
async function datasetAsked(root: string, asked: string | undefined): Promise<string> {
  const entries = await readdir(join(root, 'data'), { withFileTypes: true }).catch(() => []);
  const slugs = entries
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'data', entry.name, 'dataset.yml')))
    .map(({ name }) => name)
    .sort();
  const [only] = slugs;
  if (asked === undefined && slugs.length === 1 && only !== undefined) return only;
  if (asked !== undefined && slugs.includes(asked)) return asked;
  throw asked === undefined ? unsaid(slugs) : unknown(asked, slugs);
}

const unsaid = (slugs: readonly string[]): Fault =>
  slugs.length === 0
    ? new Fault(
        { fr: 'Il n’y a aucun jeu de données ici.', en: 'There is no dataset here.' },
        {
          fr: 'Placez-vous dans un projet Cimaise, ou donnez-le par --project.',
          en: 'Stand in a Cimaise project, or give it by --project.',
        },
      )
    : new Fault(
        {
          fr: `Il y a ${slugs.length} jeux de données : lequel ?`,
          en: `There are ${slugs.length} datasets: which one?`,
        },
        {
          fr: `Écrivez par exemple « cimaise preview ${slugs[0]} ». Il y a ${slugs.join(', ')}.`,
          en: `Write “cimaise preview ${slugs[0]}” for example. There are ${slugs.join(', ')}.`,
        },
      );

function unknown(asked: string, slugs: readonly string[]): Fault {
  const near = nearest(asked, slugs);
  return new Fault(
    { fr: `Aucun jeu de données ne s’appelle « ${asked} ».`, en: `No dataset is called “${asked}”.` },
    near
      ? { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` }
      : { fr: `Il y a ${slugs.join(', ')}.`, en: `There are ${slugs.join(', ')}.` },
  );
}
