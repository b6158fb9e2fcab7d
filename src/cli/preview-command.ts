import type { Command } from 'commander';
import { type Act, addCommand } from './add-command.ts';
import type { PreviewFlags } from './preview/preview.ts';

/** `preview`: a page on this machine that follows the files of a dataset while they are edited. */
export function addPreviewCommand(program: Command, act: Act): void {
  addCommand(
    program,
    'preview',
    'show chosen records as row, statements and page, and follow the files as they are edited',
    ['cimaise preview', 'cimaise preview musees', 'cimaise preview musees --port 4000 --seed 7f3a'],
  )
    .argument('[dataset]', 'the dataset; may be left out where there is one only')
    .option('--port <number>', 'port to listen on (any free one)')
    .option('--seed <text>', 'draw the same records as a preview with this seed')
    .addHelpText(
      'after',
      '\nAnswers this machine only. Nothing is written into the project or its releases. Ctrl+C ends it.',
    )
    .action(
      act(async (context, given) => {
        const { preview } = await import('./preview/preview.ts');
        return preview(context, given[0] as string | undefined, given[1] as PreviewFlags);
      }),
    );
}
