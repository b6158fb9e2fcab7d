import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');

/** What is true of a release: for whoever asks it. */
export interface Truth {
  readonly id: string;
  /** Places in it. */
  readonly places: number;
  /** Statements of the graph of places. */
  readonly statements: number;
}

/** A project with two releases of different size. */
export interface SoakWorld {
  readonly project: string;
  readonly releases: string;
  readonly truths: readonly Truth[];
  /** Makes a release the current one. */
  point(id: string): void;
  remove(): void;
}

/** Builds the small world twice, with so many places, and then a tenth more. */
export function createSoakWorld(places: number): SoakWorld {
  const folder = mkdtempSync(join(tmpdir(), 'cimaise-soak-'));
  const project = join(folder, 'project');
  const releases = join(folder, 'releases');
  cpSync(join(REPOSITORY, 'test/fixtures/a-small-world'), project, { recursive: true });
  const truths = [places, Math.ceil(places * 1.1)].map((count) => built(project, releases, count));
  const point = (id: string): void => writeFileSync(join(releases, 'current'), `${id}\n`);
  return { project, releases, truths, point, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function built(project: string, releases: string, count: number): Truth {
  const rows = Array.from(
    { length: count },
    (_, at) => `P${at};Lieu ${at};castle;${45 + (at % 400) / 100};2.1`,
  );
  const table = ['Identifiant;name;kind;lat;lon', ...rows, ''].join('\n');
  writeFileSync(join(project, 'data/places/source/places.csv'), table);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(REPOSITORY, 'src/main.ts'), 'build', '--project', project],
    { env: { ...process.env, CIMAISE_RELEASES: releases }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  const { datasets } = JSON.parse(readFileSync(join(releases, id, 'manifest.json'), 'utf8'));
  const found = datasets.find((one: { slug: string }) => one.slug === 'places');
  return { id, places: found.things, statements: found.statements };
}
