import { join } from 'node:path';
import type { Answers, Draft } from '../../drafting/index.ts';
import type { Bilingual, SourceProfile } from '../../model/index.ts';
import { checkProject } from '../../release/index.ts';
import { type CommandContext, DONE, REFUSED } from '../context.ts';
import { openProject } from '../project.ts';
import { tellComplaints } from '../report-lines.ts';
import type { AddFlags } from './add-flags.ts';
import type { BroughtSource } from './bring-source.ts';
import { firstThing } from './first-thing.ts';
import { fragility } from './fragile-addresses.ts';
import { type FileToBring, writeFiles } from './write-files.ts';

/** What was found and decided of a source. */
export interface Finished {
  readonly answers: Answers;
  readonly drafted: Draft;
  readonly brought: BroughtSource;
  readonly flags: AddFlags;
  readonly profile: SourceProfile;
}

/** Shows or writes what was drafted, and checks the project with it. @returns the exit code */
export async function finishAdding(context: CommandContext, done: Finished): Promise<number> {
  const { root, terminal, settings } = context;
  const { answers, drafted, brought, flags, profile } = done;
  const { slug } = answers;
  terminal.say('');
  const fragile = fragility(drafted);
  if (fragile !== undefined) terminal.tell(fragile);
  if (flags.dryRun === true) {
    for (const [path, text] of drafted.files) terminal.say(`\n── ${path}\n${text}`);
    return DONE;
  }
  const kept = `data/${slug}/source/${brought.name}`;
  const files = broughtFiles(brought, kept);
  await writeFiles({ root, texts: drafted.files, brought: files, force: flags.force === true });
  terminal.tell(WRITTEN);
  for (const path of [...drafted.files.keys(), ...files.map(({ to }) => to)]) terminal.say(`  ${path}`);
  const checked = await checkAll(context);
  const mapping = drafted.files.get(`data/${slug}/mapping.yml`) ?? '';
  const address = await firstThing(mapping, {
    source: { ...profile.source, path: join(root, kept) },
    base: settings.base,
    slug,
  });
  if (address !== undefined)
    terminal.tell({
      fr: `Une notice aura par exemple l’adresse ${address}`,
      en: `A record will for example have the address ${address}`,
    });
  terminal.tell({
    fr: `Ensuite : cimaise preview ${slug}, pour relire ; cimaise build ${slug}, pour publier.`,
    en: `Next: cimaise preview ${slug}, to read it again; cimaise build ${slug}, to publish.`,
  });
  if (brought.fetched)
    terminal.tell({
      fr: `Plus tard : cimaise harvest ${slug}, pour redemander l’adresse ; rien n’est remplacé sans être relu.`,
      en: `Later: cimaise harvest ${slug}, to ask the address again; nothing is replaced without being read.`,
    });
  return checked;
}

const WRITTEN: Bilingual = { fr: 'Écrit :', en: 'Written:' };

/** The source, and beside it what the next harvest needs to know. */
const broughtFiles = ({ path, fetched }: BroughtSource, kept: string): readonly FileToBring[] => {
  const isMoved = fetched !== undefined;
  const source = { from: path, to: kept, isMoved };
  return fetched ? [source, { from: fetched.state, to: `${kept}.harvest.json`, isMoved }] : [source];
};

/** What `check` says of the project now: a draft that it refuses is to be known at once. */
async function checkAll(context: CommandContext): Promise<number> {
  const project = await openProject(context);
  if (project === undefined) return REFUSED;
  const checked = await checkProject(project);
  if (checked.kind === 'checked') return DONE;
  tellComplaints(checked.complaints, context.terminal);
  return REFUSED;
}
