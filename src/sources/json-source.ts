import {
  type Complaint,
  type Located,
  type RecordSource,
  RefusedInput,
  type Source,
} from '../model/index.ts';
import { JsonFault, jsonItems } from './json-items.ts';
import { decodedText } from './text-stream.ts';

const BATCH = 500;

/** `$`, `$[*]`, `$.features[*]` → the member names before the last `[*]`. */
export function iteratorPath(iterator: string): readonly string[] | undefined {
  const match = /^\$((?:\.[^.[\]*]+)*)\[\*\]$/.exec(iterator);
  return match ? (match[1] ?? '').split('.').slice(1) : undefined;
}

/** A JSON or GeoJSON document as records: the items of the array that the iterator names. */
export async function openJson(source: Source, shown: string): Promise<RecordSource<unknown>> {
  const path = iteratorPath(source.iterator ?? '$[*]');
  if (path === undefined) throw new RefusedInput([badIterator(shown, source.iterator ?? '')]);
  return {
    shown,
    faults: [],
    reference: (name) => jsonReference(name),
    records: () => records(source, shown, path),
  };
}

async function* records(
  source: Source,
  shown: string,
  path: readonly string[],
): AsyncGenerator<readonly Located<unknown>[]> {
  const parts: string[] = [];
  for await (const part of decodedText(source.path, source.dialect.encoding, shown)) parts.push(part);
  let batch: Located<unknown>[] = [];
  let row = 0;
  try {
    for (const item of jsonItems(parts.join(''), path)) {
      row++;
      batch.push({ record: parseItem(item.text, item.line), row, line: item.line });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new RefusedInput([faulty(error, shown, source.iterator ?? '$[*]')]);
  }
  if (batch.length > 0) yield batch;
}

function parseItem(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonFault('not-json', line);
  }
}

/** Compiles `properties.nom`, `$.geometry.coordinates[0]` or `tags[*]`: member names, indices, and `[*]` for all. */
export function jsonReference(name: string): (record: unknown) => readonly string[] {
  const steps = (name.match(/[^.[\]]+|\[[^\]]*\]/g) ?? [])
    .filter((step, index) => !(index === 0 && step === '$'))
    .map(stepOf);
  return (record) => {
    let values: unknown[] = [record];
    for (const step of steps) values = values.flatMap(step);
    return values.map(scalarText).filter((value) => value !== undefined && value !== '') as string[];
  };
}

type Step = (value: unknown) => unknown[];

function stepOf(step: string): Step {
  if (step === '[*]') return (value) => (Array.isArray(value) ? value : []);
  const index = /^\[(\d+)\]$/.exec(step)?.[1];
  if (index !== undefined)
    return (value) => (Array.isArray(value) && Number(index) < value.length ? [value[Number(index)]] : []);
  const key = step.replace(/^\[['"]?|['"]?\]$/g, '');
  return (value) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? [(value as Record<string, unknown>)[key]]
      : [];
}

function scalarText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const badIterator = (file: string, iterator: string): Complaint => ({
  place: { file },
  found: {
    fr: `L’itérateur « ${iterator} » n’est pas compris.`,
    en: `The iterator “${iterator}” is not understood.`,
  },
  remedy: {
    fr: 'Écrivez par exemple $[*] ou $.features[*].',
    en: 'Write $[*] or $.features[*] for example.',
  },
});

function faulty(error: JsonFault, file: string, iterator: string): Complaint {
  if (error.reason === 'no-array') {
    return {
      place: { file, line: error.line },
      found: {
        fr: `L’itérateur « ${iterator} » ne mène pas à un tableau.`,
        en: `The iterator “${iterator}” leads to no array.`,
      },
      remedy: { fr: 'Corrigez « iterator » dans dataset.yml.', en: 'Correct “iterator” in dataset.yml.' },
    };
  }
  return {
    place: { file, line: error.line },
    found: { fr: 'Ce n’est pas du JSON à partir de cette ligne.', en: 'From this line on this is not JSON.' },
    remedy: {
      fr: 'Vérifiez que le fichier est complet et que virgules et guillemets sont en place.',
      en: 'Check that the file is complete and that commas and quotes are in place.',
    },
  };
}
