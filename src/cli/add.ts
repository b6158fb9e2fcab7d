import { type Answers, type Draft, draftDataset, proposeAnswers, recognise } from '../drafting/index.ts';
import { type Bilingual, Fault } from '../model/index.ts';
import { profileSource } from '../profiling/index.ts';
import { checkProject } from '../release/index.ts';
import { type AddFlags, withFlags } from './adding/add-flags.ts';
import { ask } from './adding/ask.ts';
import { type BroughtSource, bringSource } from './adding/bring-source.ts';
import { firstThing } from './adding/first-thing.ts';
import { fragility } from './adding/fragile-addresses.ts';
import { type FoundProject, findProject } from './adding/project-facts.ts';
import { tellProfile } from './adding/tell-profile.ts';
import { writeFiles } from './adding/write-files.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { openProject } from './project.ts';
import { tellComplaints } from './report-lines.ts';
import { figure } from './terminal.ts';

/** `cimaise add FILE`: profiles a source, drafts its declarations, and writes them. */
export async function add(context: CommandContext, given: string, flags: AddFlags): Promise<number> {
  const { root, settings, terminal } = context;
  const isAsked = flags.yes !== true && flags.dryRun !== true;
  if (isAsked && !(process.stdin.isTTY && context.streams.out.isTTY)) throw NOBODY_TO_ASK;
  const brought = await bringSource(given);
  const found = await findProject(root, settings.base);
  const profile = await profileSource({
    path: brought.path,
    // A file is called what it was called on the command line.
    shown: brought.fetchedFrom === undefined ? given : brought.shown,
    known: found.known,
    told: toldOf(flags),
    onProgress: ({ records }) => terminal.flash(PROFILED[terminal.language](records)),
  });
  if (profile.records === 0 || profile.columns.length === 0) throw nothingIn(given);
  const family = recognise(profile);
  const proposal = {
    profile,
    family: family?.value,
    project: found.facts,
    file: brought.name,
    base: settings.base,
  };
  const { publisher } = found;
  const proposed = proposeAnswers({ ...proposal, ...(publisher !== undefined && { publisher }) });
  const told = withFlags(proposed, flags, profile);
  const draftOf = (answers: Answers) =>
    draft({ profile, family: family?.value, found, brought }, answers, terminal.language);
  tellProfile(
    { profile, draft: draftOf(told), answers: told, ...(family && { family: family.evidence }) },
    terminal,
  );
  const answers = isAsked ? await ask(told, profile, terminal.language) : told;
  if (answers === undefined) return DONE;
  return finish(context, { answers, drafted: draftOf(answers), brought, flags, profile });
}

const NOBODY_TO_ASK = new Fault(
  {
    fr: 'Il n’y a pas de terminal où poser les questions.',
    en: 'There is no terminal to ask on.',
  },
  { fr: 'Ajoutez --yes pour prendre les réponses proposées.', en: 'Add --yes to take the proposed answers.' },
);

const nothingIn = (file: string): Fault =>
  new Fault(
    { fr: `« ${file} » n’a pas d’enregistrements.`, en: `“${file}” has no records.` },
    {
      fr: 'Vérifiez que c’est le bon fichier, et son séparateur (--delimiter).',
      en: 'Check that it is the right file, and its separator (--delimiter).',
    },
  );

const PROFILED = {
  fr: (records: number) => `Lecture : ${figure(records, 'fr')} enregistrements…`,
  en: (records: number) => `Reading: ${figure(records, 'en')} records…`,
};

const toldOf = ({ delimiter, encoding }: AddFlags) => ({
  ...(delimiter !== undefined && { delimiter }),
  ...(encoding !== undefined && { encoding }),
});

type Profile = Awaited<ReturnType<typeof profileSource>>;

interface Material {
  readonly profile: Profile;
  readonly family: NonNullable<ReturnType<typeof recognise>>['value'] | undefined;
  readonly found: FoundProject;
  readonly brought: BroughtSource;
}

const draft = (
  { profile, family, found, brought }: Material,
  answers: Answers,
  language: 'fr' | 'en',
): Draft =>
  draftDataset({
    profile,
    answers,
    family,
    project: found.facts,
    language,
    file: brought.name,
    ...(brought.fetchedFrom !== undefined && { fetchedFrom: brought.fetchedFrom }),
  });

interface Finished {
  readonly answers: Answers;
  readonly drafted: Draft;
  readonly brought: BroughtSource;
  readonly flags: AddFlags;
  readonly profile: Profile;
}

async function finish(context: CommandContext, done: Finished): Promise<number> {
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
  const copy = { from: brought.path, to: `data/${slug}/source/${brought.name}` };
  await writeFiles({ root, texts: drafted.files, copy, force: flags.force === true });
  terminal.tell(WRITTEN);
  for (const path of [...drafted.files.keys(), copy.to]) terminal.say(`  ${path}`);
  const checked = await checkAll(context);
  const mapping = drafted.files.get(`data/${slug}/mapping.yml`) ?? '';
  const address = await firstThing(mapping, { source: profile.source, base: settings.base, slug });
  if (address !== undefined)
    terminal.tell({
      fr: `Une notice aura par exemple l’adresse ${address}`,
      en: `A record will for example have the address ${address}`,
    });
  terminal.tell({
    fr: `Ensuite : cimaise preview ${slug}, pour relire ; cimaise build ${slug}, pour publier.`,
    en: `Next: cimaise preview ${slug}, to read it again; cimaise build ${slug}, to publish.`,
  });
  return checked;
}

const WRITTEN: Bilingual = { fr: 'Écrit :', en: 'Written:' };

/** What `check` says of the project now: a draft that it refuses is to be known at once. */
async function checkAll(context: CommandContext): Promise<number> {
  const project = await openProject(context);
  if (project === undefined) return REFUSED;
  const checked = await checkProject(project);
  if (checked.kind === 'checked') return DONE;
  tellComplaints(checked.complaints, context.terminal);
  return REFUSED;
}
