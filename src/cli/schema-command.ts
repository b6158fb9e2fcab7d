import { Argument, type Command } from 'commander';
import { type Act, addCommand } from './add-command.ts';
import { DONE } from './context.ts';
import type { SchemaKind } from './declaration-schemas.ts';

const KINDS: readonly SchemaKind[] = ['dataset', 'mapping', 'site'];

/** `schema`: what editors complete declarations by. */
export function addSchemaCommand(program: Command, act: Act): void {
  addCommand(
    program,
    'schema',
    'print the JSON Schema of dataset.yml, mapping.yml or site.yml, for editors',
    ['cimaise schema dataset', 'cimaise schema mapping > .cimaise/mapping.schema.json'],
  )
    .addArgument(new Argument('<kind>', 'the document').choices(KINDS))
    .addHelpText(
      'after',
      '\ncimaise init writes them into .cimaise/; an editor finds one by the first line of a document, in data/<dataset>/:\n  # yaml-language-server: $schema=../../.cimaise/dataset.schema.json',
    )
    .action(
      act(async ({ streams }, given) => {
        const { schemaText } = await import('./declaration-schemas.ts');
        const { offeredNames } = await import('../declarations/index.ts');
        streams.out.write(schemaText(given[0] as SchemaKind, await offeredNames()));
        return DONE;
      }),
    );
}
