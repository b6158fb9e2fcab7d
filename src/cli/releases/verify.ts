import { chosenId, keptReleases, type ReleaseVerdict, verifyRelease } from '../../release/index.ts';
import { type CommandContext, DONE, REFUSED } from '../context.ts';
import { figure } from '../terminal.ts';
import { sayJson, size } from './words.ts';

export interface VerifyFlags {
  readonly json?: boolean;
  readonly all?: boolean;
}

/** `cimaise releases verify`: whether every file is what was published; 1 where one is not. */
export async function verify(
  context: CommandContext,
  id: string | undefined,
  { json = false, all = false }: VerifyFlags,
): Promise<number> {
  const { releases } = context.settings;
  const kept = await keptReleases(releases);
  const ids = all ? kept.ids : [chosenId(kept, id)];
  const verdicts: ReleaseVerdict[] = [];
  for (const one of ids) {
    const verdict = await verifyRelease(releases, one);
    verdicts.push(verdict);
    if (!json) tellVerdict(context, verdict);
  }
  if (json) await sayJson(context, { releases: verdicts });
  return verdicts.every(({ faults }) => faults.length === 0) ? DONE : REFUSED;
}

function tellVerdict({ terminal }: CommandContext, { id, faults, files, bytes }: ReleaseVerdict): void {
  const { language } = terminal;
  if (faults.length === 0) {
    terminal.tell({
      fr: `Version ${id} : entière (${figure(files, 'fr')} fichiers, ${size(bytes, 'fr')}).`,
      en: `Release ${id}: whole (${figure(files, 'en')} files, ${size(bytes, 'en')}).`,
    });
    return;
  }
  for (const { file, found } of faults) terminal.error(`${id}/${file}  ${found[language]}`);
  terminal.error(
    {
      fr: `Version ${id} : abîmée. Restaurez-la d’une sauvegarde, revenez à une autre (cimaise releases rollback), ou construisez-en une nouvelle (cimaise build --force).`,
      en: `Release ${id}: damaged. Restore it from a backup, go back to another (cimaise releases rollback), or build a new one (cimaise build --force).`,
    }[language],
  );
}
