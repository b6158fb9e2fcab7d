import { type Command, Option } from 'commander';
import { type Act, addCommand } from './add-command.ts';
import { EXPLANATION_FORMATS, type ExplainFlags } from './explain-flags.ts';
import { FAIL_ON, READINGS, VALIDATION_FORMATS, type ValidateFlags } from './validate-flags.ts';

/** `validate`: a tool of its own, for any RDF files. */
export function addValidationCommand(program: Command, act: Act): void {
  addCommand(program, 'validate', 'judge RDF files by SHACL shapes, without a project', [
    'cimaise validate data.ttl --shapes shapes.ttl',
    'cimaise validate works.nq.gz people.jsonld --shapes shapes/works.ttl shapes/people.ttl --ontology model.ttl',
    'cimaise validate data.ttl --shapes shapes.ttl --fail-on violation --format junit --output shapes.xml',
    'zcat works.nt.gz | cimaise validate - --data-format nt --shapes shapes.ttl',
    'cimaise validate data.ttl --shapes dcat-ap.ttl --reading letter --limit 100 --output report.ttl',
  ])
    .argument(
      '<data...>',
      'Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML, plain or .gz, - for standard input: judged as one graph',
    )
    .requiredOption('--shapes <files...>', 'the shapes (SHACL 1.0, core and SPARQL), in the same syntaxes')
    .option('--ontology <files...>', 'what is a subclass of what, where data and shapes do not say it')
    .option(
      '--data-format <format>',
      'ttl, nt, nq, trig, jsonld, rdf or a media type: syntax of standard input',
    )
    .addOption(
      new Option('--format <format>', "how to report: by the output's extension, else text").choices(
        VALIDATION_FORMATS,
      ),
    )
    .option('--base <iri>', 'base of relative IRIs in all these files; without it, each file is its own')
    .option(
      '--limit <results>',
      'tell so many results one by one, the gravest (10000 in turtle and jsonld); counts are of all',
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit code 1')
        .choices(FAIL_ON)
        .default('info'),
    )
    .addOption(
      new Option(
        '--reading <reading>',
        'house: refuse shapes that are likely mistaken; letter: as SHACL says',
      )
        .choices(READINGS)
        .default('house'),
    )
    .option('--output <file>', 'where to report; - or nothing is standard output')
    .addHelpText(
      'after',
      '\nExit codes: 0 the data conform (or have nothing as grave as --fail-on), 1 they do not, 2 nothing was judged:\nusage, unreadable files, shapes that would not be applied as they are written.',
    )
    .action(
      act(async (context, given) => {
        const { validate } = await import('./validate.ts');
        return validate(context, given[0] as string[], given[1] as ValidateFlags);
      }),
    );
}

/** `explain`: one resource, in a project or in files. */
export function addExplainCommand(program: Command, act: Act): void {
  addCommand(program, 'explain', 'tell why shapes judge a resource, and what came of each constraint', [
    'cimaise explain musees/M5031',
    'cimaise explain https://data.example.org/id/musees/M5031 --format json',
    'cimaise explain https://example.org/w1 --data works.ttl people.ttl --shapes shapes.ttl',
  ])
    .argument('<iri>', 'the resource; in a project its path below the base is enough')
    .option('--data <files...>', 'explain a resource of these RDF files, not of the project')
    .option('--shapes <files...>', 'the shapes to judge it by, with --data')
    .option('--ontology <files...>', 'what is a subclass of what, with --data')
    .option('--base <iri>', 'base of relative IRIs in these files; without it, each file is its own')
    .addOption(
      new Option(
        '--reading <reading>',
        'house: refuse shapes that are likely mistaken; letter: as SHACL says',
      ).choices(READINGS),
    )
    .option('--source <dataset=file...>', 'read these files instead of the declared ones, in a project')
    .addOption(new Option('--format <format>', 'how to answer (text)').choices(EXPLANATION_FORMATS))
    .addHelpText(
      'after',
      "\nIn a project, the resource is mapped anew from its dataset's source: what the release left out is explained too.\nOther resources are read from the current release.\n\nExit codes: 0 the resource conforms, 1 it does not, 2 it is nowhere, or nothing could be judged.",
    )
    .action(
      act(async (context, given) => {
        const { explain } = await import('./explain.ts');
        return explain(context, given[0] as string, given[1] as ExplainFlags);
      }),
    );
}
