import type { Language } from '../../model/index.ts';
import {
  chosenId,
  diffReleases,
  type GraphDifference,
  idBefore,
  keptReleases,
  type ReleasePair,
  readRelease,
} from '../../release/index.ts';
import { type CommandContext, DONE, REFUSED } from '../context.ts';
import { ReaderLeft, type Sink, streamSink } from '../file-aside.ts';
import { figure, table } from '../terminal.ts';
import { sayJson } from './words.ts';

export interface DiffFlags {
  readonly json?: boolean;
  readonly statements?: boolean;
}

/**
 * `cimaise releases diff`: what differs between two kept releases.
 * @returns as `diff` does: 0 nothing, 1 something
 */
export async function diff(
  context: CommandContext,
  ids: readonly (string | undefined)[],
  { json = false, statements = false }: DiffFlags,
): Promise<number> {
  const pair = await pairOf(context.settings.releases, ids);
  if (statements) return tellStatements(context, pair);
  const differences = await Array.fromAsync(diffReleases(pair));
  const [from, to] = [pair.before.manifest.id, pair.after.manifest.id];
  if (json) await sayJson(context, { from, to, graphs: differences });
  else tellDifferences(context, { from, to, differences });
  return differences.length === 0 ? DONE : REFUSED;
}

/** One id: from it to the current release; none: from the one before the current one. */
async function pairOf(
  releases: string,
  [first, second]: readonly (string | undefined)[],
): Promise<ReleasePair> {
  const kept = await keptReleases(releases);
  const to = chosenId(kept, second);
  const from = first === undefined ? idBefore(kept, to) : chosenId(kept, first);
  return { before: await readRelease(releases, from), after: await readRelease(releases, to) };
}

async function tellStatements({ streams }: CommandContext, pair: ReleasePair): Promise<number> {
  const sink = streamSink(streams.out);
  try {
    const count = await writeStatements(sink, pair);
    return count === 0 ? DONE : REFUSED;
  } catch (error) {
    if (error instanceof ReaderLeft) return REFUSED;
    throw error;
  }
}

/** `+` and `-` before N-Quads, in the order of the dumps. @returns how many */
async function writeStatements(sink: Sink, pair: ReleasePair): Promise<number> {
  let text = '';
  let count = 0;
  const pause = async (): Promise<void> => {
    if (text !== '') await sink.write(text);
    text = '';
  };
  const statement = (sign: '+' | '-', line: string): void => {
    text += `${sign}${line}\n`;
    count++;
  };
  for await (const _ of diffReleases(pair, { statement, pause }));
  return count;
}

interface Told {
  readonly from: string;
  readonly to: string;
  readonly differences: readonly GraphDifference[];
}

function tellDifferences({ terminal }: CommandContext, { from, to, differences }: Told): void {
  const { language } = terminal;
  if (differences.length === 0) {
    terminal.tell({
      fr: `Les versions ${from} et ${to} disent la même chose.`,
      en: `Releases ${from} and ${to} say the same.`,
    });
    return;
  }
  terminal.tell({
    fr: `De la version ${from} à la version ${to} :`,
    en: `From release ${from} to release ${to}:`,
  });
  const head = {
    fr: ['graphe', 'énoncés +', 'énoncés -', 'choses créées', 'modifiées', 'disparues'],
    en: ['graph', 'statements +', 'statements -', 'things created', 'updated', 'removed'],
  }[language];
  for (const line of table([head, ...differences.map((one) => row(one, language))])) terminal.say(line);
}

const row = ({ name, added, removed, things }: GraphDifference, language: Language): readonly string[] => [
  name,
  ...[added, removed].map((count) => figure(count, language)),
  ...(['created', 'updated', 'removed'] as const).map((one) =>
    things ? figure(things[one], language) : '–',
  ),
];
