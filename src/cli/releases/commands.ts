import type { Command } from 'commander';
import { type Act, addCommand, withExamples } from '../add-command.ts';
import type { DiffFlags } from './diff.ts';
import type { ListFlags } from './list.ts';
import type { PruneFlags } from './prune.ts';
import type { RollbackFlags } from './rollback.ts';
import type { ShowFlags } from './show.ts';
import type { VerifyFlags } from './verify.ts';

/** `releases` and what can be done with them. */
export function addReleasesCommands(program: Command, act: Act): void {
  const releases = addCommand(program, 'releases', 'list, compare, check and remove releases', [
    'cimaise releases',
    'cimaise releases diff',
    'cimaise releases verify --all',
  ]);
  withExamples(releases.command('list', { isDefault: true }), 'list the releases, newest first', [
    'cimaise releases list',
    'cimaise releases list --json',
  ])
    .option('--json', 'for scripts')
    .action(act(async (context, given) => (await import('./list.ts')).list(context, given[0] as ListFlags)));
  addCommand(releases, 'show', 'what a release holds, and what it was made of', [
    'cimaise releases show',
    'cimaise releases show 2026-11-22.1 --json',
  ])
    .argument('[id]', 'a release; the current one')
    .option('--json', 'for scripts: its manifest')
    .action(
      act(async (context, given) =>
        (await import('./show.ts')).show(context, given[0] as string | undefined, given[1] as ShowFlags),
      ),
    );
  addDiff(releases, act);
  addRollback(releases, act);
  addPrune(releases, act);
  addCommand(releases, 'verify', 'check every file of a release against its sums', [
    'cimaise releases verify',
    'cimaise releases verify 2026-11-22.1',
    'cimaise releases verify --all --json',
  ])
    .argument('[id]', 'a release; the current one')
    .option('--all', 'every release that is kept')
    .option('--json', 'for scripts')
    .addHelpText('after', '\nExit codes: 0 whole, 1 damaged, 2 usage or fault.')
    .action(
      act(async (context, given) =>
        (await import('./verify.ts')).verify(
          context,
          given[0] as string | undefined,
          given[1] as VerifyFlags,
        ),
      ),
    );
}

function addDiff(releases: Command, act: Act): void {
  addCommand(releases, 'diff', 'what differs between two releases', [
    'cimaise releases diff',
    'cimaise releases diff 2026-11-20.1 2026-11-22.3',
    'cimaise releases diff --statements | grep "^-" | head',
  ])
    .argument('[from]', 'a release; the one before [to]')
    .argument('[to]', 'a release; the current one')
    .option('--statements', 'every statement that differs, + or - before its N-Quads')
    .option('--json', 'for scripts')
    .addHelpText(
      'after',
      '\nExit codes, as diff has them: 0 nothing differs, 1 something does, 2 usage or fault.',
    )
    .action(
      act(async (context, given) =>
        (await import('./diff.ts')).diff(
          context,
          [given[0] as string | undefined, given[1] as string | undefined],
          given[2] as DiffFlags,
        ),
      ),
    );
}

function addRollback(releases: Command, act: Act): void {
  addCommand(releases, 'rollback', 'serve a kept release again; a running server follows', [
    'cimaise releases rollback',
    'cimaise releases rollback 2026-11-20.1',
  ])
    .argument('[id]', 'a release; the one before the current one')
    .option('--force', 'even though addresses published since would answer 404')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 refused (published addresses would die), 2 usage or fault: a damaged release too.',
    )
    .action(
      act(async (context, given) =>
        (await import('./rollback.ts')).rollback(
          context,
          given[0] as string | undefined,
          given[1] as RollbackFlags,
        ),
      ),
    );
}

function addPrune(releases: Command, act: Act): void {
  addCommand(releases, 'prune', 'remove old releases; the current one and the one before always stay', [
    'cimaise releases prune --keep 10 --dry-run',
    'cimaise releases prune --keep 10',
    'cimaise releases prune --before 2026-01-01',
  ])
    .option('--keep <number>', 'all but the newest so many go')
    .option('--before <day>', 'those made before a day (UTC) go')
    .option('--dry-run', 'tell what would go, and remove nothing')
    .action(
      act(async (context, given) => (await import('./prune.ts')).prune(context, given[0] as PruneFlags)),
    );
}
