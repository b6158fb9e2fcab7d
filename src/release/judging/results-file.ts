import type { ShapeResult } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { LineFile } from '../line-file.ts';

/** What all results of a kind have in common: written once. */
const COMMON = ['shape', 'component', 'severity', 'path', 'message', 'why'] as const;

/** The media type of lines of JSON. */
export const NDJSON = 'application/x-ndjson';

/** A result, and whether others had to be in sight for it. */
export interface KeptResult {
  readonly result: ShapeResult;
  readonly beyond: boolean;
}

/**
 * Writes results as lines of JSON: `{"kind": 0, "shape": …}` before the first of a kind, `[0, {"thing": …}]` for each,
 * `[0, {"thing": …}, "beyond"]` where others had to be in sight.
 */
export class ResultEncoder {
  readonly #kinds = new Map<string, number>();

  lines({ result, beyond }: KeptResult): readonly string[] {
    const entries = Object.entries(result);
    const isCommon = ([key]: [string, unknown]) => (COMMON as readonly string[]).includes(key);
    const common = Object.fromEntries(entries.filter(isCommon));
    const key = JSON.stringify(common);
    const own = Object.fromEntries(entries.filter((entry) => !isCommon(entry)));
    const row = (kind: number): string => JSON.stringify([kind, own, ...(beyond ? ['beyond'] : [])]);
    const known = this.#kinds.get(key);
    if (known !== undefined) return [row(known)];
    const kind = this.#kinds.size;
    this.#kinds.set(key, kind);
    return [JSON.stringify({ kind, ...common }), row(kind)];
  }
}

/** Reads what `ResultEncoder` wrote, in order. */
export async function* readResults(path: string): AsyncGenerator<KeptResult> {
  const kinds = new Map<number, object>();
  for await (const batch of readQuadLines(path))
    for (const line of batch) {
      const parsed = JSON.parse(line) as { kind: number } | [number, object, string?];
      if (Array.isArray(parsed)) {
        const [kind, own, pass] = parsed;
        yield { result: { ...kinds.get(kind), ...own } as ShapeResult, beyond: pass !== undefined };
      } else {
        const { kind, ...common } = parsed;
        kinds.set(kind, common);
      }
    }
}

/** A file of results in the making: what is given is written soon, and not kept. */
export class ResultsWriter {
  readonly #file: LineFile;
  readonly #encoder = new ResultEncoder();

  constructor(path: string) {
    this.#file = new LineFile(path);
  }

  get path(): string {
    return this.#file.path;
  }

  add(results: readonly ShapeResult[]): void {
    for (const result of results)
      for (const line of this.#encoder.lines({ result, beyond: false })) this.#file.add(line);
  }

  close(): void {
    this.#file.close();
  }
}
