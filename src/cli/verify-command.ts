import type { Command } from 'commander';
import { type Act, addCommand } from './add-command.ts';
import type { VerifyFlags } from './verify-flags.ts';

/** `verify`: asks any server, this one or a peer's, for what it promises. */
export function addVerifyCommand(program: Command, act: Act): void {
  addCommand(
    program,
    'verify',
    'prove a publication from outside: URIs, dumps, counts, examples, catalogue',
    [
      'cimaise verify http://localhost:3000/',
      'cimaise verify https://example.org/ --sample 50 --seed 7f3a',
      'cimaise verify http://localhost:3000/ --base https://data.example.org/',
      'cimaise verify https://example.org/ --json > proof.json',
    ],
  )
    .argument('<address>', 'where the server answers; a project is not needed')
    .option('--base <iri>', 'base of its IRIs, where it is another (without it: as its catalogue says)')
    .option('--sample <number>', 'most URIs to dereference, drawn from the dumps (20)')
    .option('--seed <text>', 'draw the same sample as a proof that told this seed')
    .option('--timeout <seconds>', 'longest wait for an answer (30)')
    .option('--megabytes <number>', 'largest dump to fetch (2048)')
    .option('--json', 'the whole proof on standard output, as JSON')
    .option('--html <file>', 'write the proof as a page')
    .addHelpText(
      'after',
      '\nWhat a server does not promise is not applicable, and no fault.\n\nExit codes: 0 everything promised was shown, 1 something failed, 2 something could not be asked or nothing was\npromised.',
    )
    .action(
      act(async (context, given) => {
        const { verify } = await import('./verify.ts');
        return verify(context, given[0] as string, given[1] as VerifyFlags);
      }),
    );
}
