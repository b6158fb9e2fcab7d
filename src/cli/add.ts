import { type Answers, type Draft, draftDataset, proposeAnswers, recognise } from '../drafting/index.ts';
import { checkFirst } from '../harvest/index.ts';
import { Fault, type SourceProfile } from '../model/index.ts';
import { profileSource } from '../profiling/index.ts';
import { type AddFlags, withFlags } from './adding/add-flags.ts';
import { ask } from './adding/ask.ts';
import { type BroughtSource, bringFile, isAddress } from './adding/bring-source.ts';
import { fetchAddress, tellFailure } from './adding/fetch-address.ts';
import { finishAdding } from './adding/finish-adding.ts';
import { inFolderAside } from './adding/folder-aside.ts';
import { type FoundProject, findProject } from './adding/project-facts.ts';
import { tellProfile } from './adding/tell-profile.ts';
import { type CommandContext, DONE } from './context.ts';
import { interruptible } from './interruptible.ts';
import { figure } from './terminal.ts';

/** `cimaise add FILE|URL`: profiles a source, drafts its declarations, and writes them. */
export async function add(context: CommandContext, given: string, flags: AddFlags): Promise<number> {
  const isAsked = flags.yes !== true && flags.dryRun !== true;
  if (isAsked && !(process.stdin.isTTY && context.streams.out.isTTY)) throw NOBODY_TO_ASK;
  const headers = flags.header ?? [];
  if (!isAddress(given)) {
    const brought = bringFile(given, headers);
    return interruptible((signal) => addBrought(context, { brought, flags, isAsked, signal }));
  }
  return interruptible((signal) =>
    inFolderAside(context.root, async (folder) => {
      const brought = await fetchAddress(context, { url: given, headers, folder, signal });
      if (brought.kind === 'failed') return tellFailure(brought, context.terminal);
      return addBrought(context, { brought, flags, isAsked, signal });
    }),
  );
}

interface Adding {
  readonly brought: BroughtSource;
  readonly flags: AddFlags;
  readonly isAsked: boolean;
  readonly signal: AbortSignal;
}

async function addBrought(
  context: CommandContext,
  { brought, flags, isAsked, signal }: Adding,
): Promise<number> {
  const { root, settings, terminal } = context;
  const { language } = terminal;
  const found = await findProject(root, settings.base);
  const profile = await profileSource({
    path: brought.path,
    shown: brought.shown,
    known: found.known,
    told: toldOf(flags),
    signal,
    onProgress: ({ records }) => terminal.flash(PROFILED[language](records)),
  });
  if (profile.records === 0 || profile.columns.length === 0) throw nothingIn(brought.shown);
  const checked = await checkFetched(brought, profile, signal);
  if (checked.kind === 'failed') return tellFailure(checked, terminal);
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
    draft({ profile, family: family?.value, found, brought }, answers, language);
  tellProfile(
    { profile, draft: draftOf(told), answers: told, ...(family && { family: family.evidence }) },
    terminal,
  );
  const answers = isAsked ? await ask(told, profile, { language, signal }) : told;
  if (answers === undefined) return DONE;
  return finishAdding(context, { answers, drafted: draftOf(answers), brought, flags, profile });
}

/** What came from an address is read once more as a harvest would read it: a message inside it, a cut, lost pages. */
async function checkFetched({ fetched }: BroughtSource, { source }: SourceProfile, signal: AbortSignal) {
  if (fetched === undefined) return { kind: 'sound' } as const;
  const { from, records } = fetched;
  return checkFirst({ source, url: from, signal, ...(records !== undefined && { told: records }) });
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

interface Material {
  readonly profile: SourceProfile;
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
    ...(brought.fetched && { harvest: brought.fetched.harvest }),
  });
