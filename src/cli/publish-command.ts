import type { Command } from 'commander';
import { type Act, addCommand } from './add-command.ts';
import type { PublishFlags } from './publish.ts';

/** `publish`: everything from the portals to a verified release, for a timer. */
export function addPublishCommand(program: Command, act: Act): void {
  addCommand(program, 'publish', 'harvest, build, look for what breaks, release and verify, in one', [
    'cimaise publish',
    'cimaise publish musees --accept-breaks',
    'cimaise publish --json',
    '0 3 * * *  cd /srv/project && cimaise publish   # cron mails what it says, and it says nothing of nothing',
  ])
    .argument('[dataset...]', 'datasets to publish; without any, all')
    .option('--accept-breaks', 'publish although something that others use is gone')
    .option('--json', 'how it ended, for scripts; words for people go to standard error')
    .addHelpText(
      'after',
      '\nRefused without --accept-breaks: datasets, files, classes or properties that are gone, and declared queries that\nfail, find nothing or have other columns. Addresses that vanish are always refused until withdrawn.csv tells of them.\n\nA source that cannot be fetched stays as it was, and the rest is published. The journal is publish.ndjson among the\nreleases.\n\nExit codes: 0 published or nothing to publish, 1 something was refused, 2 something could not be reached, or fault.',
    )
    .action(
      act(async (context, given) => {
        const { publish } = await import('./publish.ts');
        return publish(context, given[0] as string[], given[1] as PublishFlags);
      }),
    );
}
