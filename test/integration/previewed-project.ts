import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, cimaise, type Ended, ended, scratch, startCimaise } from './command-line.ts';

export const BASE = 'https://donnees.batellerie.example/';
/** Paths of what is edited. */
export const MAPPING = 'data/inventaire/mapping.yml';
export const SHAPE = 'shapes/inventaire.ttl';
export const CSV = 'data/inventaire/source/inventaire.csv';

const KINDS = ['Maquette de péniche', 'Gaffe', 'Enseigne', 'Carnet de bord', 'Ancre', 'Lanterne'];
const PLACES = ['Conflans-Sainte-Honorine;Yvelines', 'Rouen;Seine-Maritime', 'Paris;Paris', 'Lyon;Rhône'];

/** Forty records; the last has the longest name. */
export const inventory = (): string =>
  [
    'N° inventaire;Titre;Auteur;Datation;Matière;Dimensions;Commune;Département',
    ...Array.from({ length: 40 }, (_, at) => {
      const kind =
        at === 39 ? `Registre ${'des passages à l’écluse '.repeat(12)}`.trim() : KINDS[at % KINDS.length];
      return `BAT.${1980 + at}.1;${kind} n° ${at + 1};Lebrun Jean;${1850 + at};bois;H. ${20 + at} cm;${PLACES[at % PLACES.length]}`;
    }),
    '',
  ].join('\n');

/** A project of one's own with one table, as `init` and `add` make it, previewed. */
export class PreviewedProject {
  readonly root: string;
  readonly releases = join(scratch(), 'releases');
  #child: ChildProcess | undefined;
  #over: Promise<Ended> | undefined;
  #address = '';

  private constructor(root: string) {
    this.root = root;
  }

  /** @param table in place of the inventory */
  static async make(table = inventory()): Promise<PreviewedProject> {
    const folder = scratch();
    const file = join(folder, 'inventaire.csv');
    writeFileSync(file, table);
    const project = new PreviewedProject(join(folder, 'projet'));
    await cimaise(['init', project.root, '--yes', '--title', 'Batellerie', '--base', BASE]);
    const { code, err } = await project.run('add', file, '--yes');
    if (code !== 0) throw new Error(err);
    return project;
  }

  run(command: string, ...args: readonly string[]): Promise<Ended> {
    return cimaise([command, '--project', this.root, ...args], { CIMAISE_RELEASES: this.releases });
  }

  /** Starts `cimaise preview`. */
  async begin(...args: readonly string[]): Promise<void> {
    this.#child = startCimaise(['preview', '--project', this.root, ...args], {
      CIMAISE_RELEASES: this.releases,
    });
    this.#over = ended(this.#child);
    this.#address = await addressOf(this.#child);
  }

  /** Ends in `/`. */
  get address(): string {
    return this.#address;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async end(signal: 'SIGINT' | 'SIGTERM' = 'SIGINT'): Promise<Ended | undefined> {
    this.#child?.kill(signal);
    return this.#over;
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  save(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
  }

  edit(path: string, find: string | RegExp, put: string): void {
    const before = this.read(path);
    const after = before.replace(find, () => put);
    if (after === before) throw new Error(`“${find}” is not in ${path}.`);
    this.save(path, after);
  }

  async page(query = 'lang=en'): Promise<string> {
    return (await fetch(`${this.#address}?${query}`)).text();
  }

  /** The page once it is as wanted; it is asked again whenever it has changed. */
  async pageWith(wanted: (page: string) => boolean, query?: string): Promise<string> {
    for (;;) {
      const page = await this.page(query);
      if (wanted(page)) return page;
      await sleep(100);
    }
  }

  /** Versions that are told, until it is ended. */
  async *events(signal: AbortSignal): AsyncGenerator<number> {
    const { body } = await fetch(new URL('events', this.#address), { signal });
    let read = '';
    for await (const piece of body ?? []) {
      read += new TextDecoder().decode(piece);
      const told = read.split('\n\n');
      read = told.pop() ?? '';
      for (const one of told) {
        const version = /^event: changed\ndata: (\d+)$/.exec(one)?.[1];
        if (version !== undefined) yield Number(version);
      }
    }
  }

  /** Status of an answer to a request with this Host header. */
  statusFor(host: string, method = 'GET'): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const asked = request(this.#address, { method, headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.once('error', reject);
      asked.end();
    });
  }
}
