import { mapSource, parseMapping } from '../../mapping/index.ts';
import type { Source } from '../../model/index.ts';
import { parseLines } from '../../rdf/index.ts';
import { openSource } from '../../sources/index.ts';

/** The address of the first thing that a drafted mapping makes; undefined where it makes none. */
export async function firstThing(
  mappingText: string,
  { source, base, slug }: { readonly source: Source; readonly base: string; readonly slug: string },
): Promise<string | undefined> {
  const parsed = parseMapping(mappingText, `data/${slug}/mapping.yml`, base);
  if (parsed.kind === 'refused') return undefined;
  const run = mapSource({ mapping: parsed.mapping, source: await openSource(source), base, origins: false });
  for await (const { nquads } of run.chunks) {
    const [first = ''] = new TextDecoder().decode(nquads).split('\n', 1);
    for (const { subject } of parseLines([first])) return subject.value.replace(/#.*$/, '');
  }
  return undefined;
}
