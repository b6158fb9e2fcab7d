import { type Command, Option } from 'commander';
import { type Act, addCommand } from './add-command.ts';
import type { FunctionsFlags } from './functions.ts';
import { MAP_FORMATS, type MapFlags, POLICIES, REPORT_FORMATS } from './map-flags.ts';

/** Commands that need no project: `map`, `mapping convert`, `functions`. */
export function addMappingCommands(program: Command, act: Act): void {
  addMap(program, act);
  const mapping = addCommand(program, 'mapping', 'work on a mapping itself', [
    'cimaise mapping convert mapping.yml --output mapping.ttl',
  ]);
  addCommand(mapping, 'convert', 'write a mapping (YARRRML or RML) as RML in Turtle', [
    'cimaise mapping convert mapping.yml',
    'cimaise mapping convert mapping.yml --output mapping.ttl',
  ])
    .argument('<file>', 'the mapping')
    .option('--output <file>', 'where to write; - or nothing is standard output')
    .action(
      act(async (context, given) => {
        const { convert } = await import('./mapping-convert.ts');
        return convert(context, given[0] as string, given[1] as { output?: string });
      }),
    );
  addCommand(program, 'functions', 'tell the functions that mappings may call', [
    'cimaise functions',
    'cimaise functions edtf',
    'cimaise functions --turtle > functions.ttl',
  ])
    .argument('[name]', 'a function, or a part of its name')
    .addOption(new Option('--turtle', 'describe all of them in the Function Ontology').conflicts('markdown'))
    .option('--markdown', 'the reference of all of them')
    .action(
      act(async (context, given) => {
        const { functions } = await import('./functions.ts');
        return functions(context, given[0] as string | undefined, given[1] as FunctionsFlags);
      }),
    );
}

function addMap(program: Command, act: Act): void {
  addCommand(program, 'map', 'run a mapping (RML or YARRRML) on its own sources', [
    'cimaise map mapping.ttl > things.nq',
    'cimaise map mapping.yml --base https://data.example.org/ --output things.ttl',
    'cimaise map mapping.ttl --policy strict --output things.nq --report report.json',
    'cimaise map mapping.ttl --policy skip-record --max-faults 2% --output things.nq',
    'cimaise map mapping.ttl --format nt | gzip > things.nt.gz',
    'cimaise map mapping.yml --output things.nq --origins things.origins.tsv.gz',
  ])
    .argument('<mapping>', 'RML in Turtle, or YARRRML (.yml, .yaml)')
    .option('--base <iri>', 'base of relative IRIs where the mapping gives none (CIMAISE_BASE_IRI)')
    .option('--output <file>', 'where to write; - or nothing is standard output')
    .addOption(
      new Option('--format <format>', "how to write: by the file's extension, else nq").choices(MAP_FORMATS),
    )
    .addOption(
      new Option('--policy <policy>', 'on a fault: end, leave the term out, leave the record out')
        .choices(POLICIES)
        .default('skip-term'),
    )
    .option(
      '--max-faults <limit>',
      'more faults than this (100) or this share of records (2%) refuse the run',
    )
    .option(
      '--origins <file>',
      'write which file, record and line each subject comes from (tab-separated; .gz packs it)',
    )
    .option('--report <file>', 'write what was read, written and not produced')
    .addOption(
      new Option('--report-format <format>', "by the file's extension, else text").choices(REPORT_FORMATS),
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 done (faults that the policy skips are told on standard error), 1 errors in the data or\nthe mapping (nothing is left at --output), 2 usage, 130 interrupted (likewise).',
    )
    .action(
      act(async (context, given) => {
        const { map } = await import('./map.ts');
        return map(context, given[0] as string, given[1] as MapFlags);
      }),
    );
}
