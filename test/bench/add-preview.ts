/** What following takes: a project with one table is previewed, its files are saved, the page that shows it is waited for. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { portalInput } from './mapping-inputs.ts';

/** The platform as the package has it, built by `npm run build`. */
const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'main.js');
const SLUG = 'portail';
/** After which a change that is not shown counts as lost. */
const LOST = 60_000;
/** Between two savings: the run over the whole file is under way again, as it is for who works. */
const PAUSE = 2500;

/** Milliseconds from the saving of a file to the event after which the page shows it, one for each time it was saved. */
export interface Followed {
  readonly file: string;
  readonly milliseconds: readonly number[];
}

/** What is saved. The mark can be seen on the page of the first record. */
interface Edit {
  readonly file: string;
  readonly path: string;
  readonly change: (text: string, mark: string) => string;
}

const editsOf = (source: string, identifier: string): readonly Edit[] => [
  {
    file: 'mapping.yml',
    path: `data/${SLUG}/mapping.yml`,
    change: (text, mark) => text.replace(/^( +)- \[a, /m, `$1- [schema:keywords, ${mark}]\n$&`),
  },
  {
    file: 'shape',
    path: `shapes/${SLUG}.ttl`,
    change: (text, mark) => text.replace('sh:minCount 1', 'sh:minCount 9').replace(/«.Nom.»/, mark),
  },
  {
    file: 'CSV',
    path: `data/${SLUG}/source/${source}`,
    change: (text, mark) => text.replace(`\n${identifier};`, `$&${mark} `),
  },
];

/** @param times each file is saved */
export async function follow(rows: number, times: number): Promise<readonly Followed[]> {
  const project = mkdtempSync(join(tmpdir(), 'cimaise-bench-preview-'));
  const source = await portalInput(rows);
  run('init', project, '--yes', '--title', 'Banc');
  run('add', '--project', project, source, '--yes', '--slug', SLUG);
  const served = spawn(process.execPath, [MAIN, 'preview', '--project', project], { stdio: 'pipe' });
  try {
    const followed = await Following.begin(served);
    const [identifier = ''] = /ETB_\w+/.exec(await followed.page()) ?? [];
    const found: Followed[] = [];
    for (const edit of editsOf(basename(source), identifier))
      found.push(await followed.saveAgain(project, edit, times));
    return found;
  } finally {
    served.kill('SIGINT');
    await once(served, 'exit');
    rmSync(project, { recursive: true });
  }
}

const run = (...args: readonly string[]): void =>
  void execFileSync(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

/** A preview that is listened to, as an open page does. */
class Following {
  readonly #address: string;
  #told = Promise.withResolvers<void>();

  private constructor(address: string) {
    this.#address = address;
  }

  static async begin({ stdout }: ChildProcess): Promise<Following> {
    let said = '';
    for await (const text of stdout ?? []) {
      said += String(text);
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address === undefined) continue;
      const following = new Following(address);
      void following.#listen();
      return following;
    }
    throw new Error('The preview has ended.');
  }

  async page(): Promise<string> {
    return (await fetch(this.#address)).text();
  }

  async saveAgain(project: string, { file, path, change }: Edit, times: number): Promise<Followed> {
    const before = readFileSync(join(project, path), 'utf8');
    const milliseconds: number[] = [];
    for (let at = 0; at < times; at++) {
      await sleep(PAUSE);
      const mark = `marque${at}`;
      writeFileSync(join(project, path), change(before, mark));
      milliseconds.push(await this.#untilShown(mark));
    }
    writeFileSync(join(project, path), before);
    return { file, milliseconds };
  }

  /** @returns milliseconds until the event was told after which the page has the mark */
  async #untilShown(mark: string): Promise<number> {
    const saved = performance.now();
    for (;;) {
      await this.#told.promise;
      const told = performance.now();
      this.#told = Promise.withResolvers();
      if ((await this.page()).includes(mark)) return told - saved;
      if (told - saved > LOST) throw new Error(`“${mark}” is not shown.`);
    }
  }

  async #listen(): Promise<void> {
    const { body } = await fetch(new URL('/events', this.#address));
    for await (const _ of body ?? []) this.#told.resolve();
  }
}
