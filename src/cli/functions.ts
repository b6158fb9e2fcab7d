import {
  ALL_FUNCTIONS,
  describeFunctions,
  FUNCTION_PREFIXES,
  functionPage,
  functionReference,
} from '../mapping/index.ts';
import { serialise } from '../rdf/index.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { writeText } from './file-aside.ts';

/** What `cimaise functions` may be asked for besides a name. */
export interface FunctionsFlags {
  /** The description of all in the Function Ontology, as Turtle. */
  readonly turtle?: boolean;
  /** The reference of all, as Markdown. */
  readonly markdown?: boolean;
}

/** `cimaise functions [name]`: the functions that mappings may call, or those whose name or IRI holds the given text. */
export async function functions(
  { terminal, streams }: Pick<CommandContext, 'terminal' | 'streams'>,
  name?: string,
  { turtle, markdown }: FunctionsFlags = {},
): Promise<number> {
  if (turtle) {
    await writeText(
      undefined,
      await serialise(describeFunctions(), 'text/turtle', FUNCTION_PREFIXES),
      streams.out,
    );
    return DONE;
  }
  if (markdown) {
    await writeText(undefined, functionReference(), streams.out);
    return DONE;
  }
  const found = matching(name);
  if (found.length === 0) {
    terminal.tell({
      fr: `Aucune fonction ne s’appelle « ${name} ». Toutes : cimaise functions.`,
      en: `No function is called “${name}”. All of them: cimaise functions.`,
    });
    return REFUSED;
  }
  for (const one of found) {
    for (const line of functionPage(one, terminal.language)) terminal.say(line);
    terminal.say('');
  }
  return DONE;
}

/** The functions of that very name in any namespace; else those that hold the text. */
function matching(name: string | undefined) {
  if (name === undefined) return ALL_FUNCTIONS;
  const local = name.replace(/^(?:cim|grel|idlab-fn):/, '').toLowerCase();
  const exact = ALL_FUNCTIONS.filter((one) => one.name.toLowerCase() === local || one.iri === name);
  return exact.length > 0 ? exact : ALL_FUNCTIONS.filter((one) => one.iri.toLowerCase().includes(local));
}
