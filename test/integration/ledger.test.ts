import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { cimaise, copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(300_000);

const BASE = 'http://localhost:3000/';
const SOURCE = 'data/places/source/places.csv';
const TABLE = 'data/places/withdrawn.csv';

/** A world that was released once, with its releases. */
class Published {
  readonly world = copyOfWorld('a-small-world');
  readonly releases = scratch();

  static async once(): Promise<Published> {
    const published = new Published();
    expect((await published.build()).code).toBe(0);
    return published;
  }

  build(...args: readonly string[]) {
    return cimaise(['build', '--project', this.world, ...args], { CIMAISE_RELEASES: this.releases });
  }

  read = (path: string): string => readFileSync(join(this.world, path), 'utf8');
  write = (path: string, text: string): void => writeFileSync(join(this.world, path), text);

  /** Takes the row of a place out of the source. */
  drop(...identifiers: readonly string[]): void {
    const rows = this.read(SOURCE).split('\n');
    this.write(SOURCE, rows.filter((row) => !identifiers.includes(row.split(';')[0] ?? '')).join('\n'));
  }

  get folder(): string {
    return join(this.releases, readFileSync(join(this.releases, 'current'), 'utf8').trim());
  }

  get manifest() {
    return JSON.parse(readFileSync(join(this.folder, 'manifest.json'), 'utf8'));
  }

  /** IRI without base → status, of the whole ledger. */
  get ledger(): ReadonlyMap<string, string> {
    const lines = gunzipSync(readFileSync(join(this.folder, 'ledger.tsv.gz')))
      .toString()
      .trim()
      .split('\n');
    return new Map(
      lines
        .map((line) => line.split('\t'))
        .map(([iri = '', , , , status = '']) => [iri.slice(BASE.length), status]),
    );
  }
}

describe('A release', () => {
  it('remembers datasets, things and terms, and its files of the ledger are among its files', async () => {
    const published = await Published.once();
    const { manifest, ledger } = published;
    expect([...ledger.keys()].filter((iri) => iri.startsWith('dataset/'))).toEqual([
      'dataset/kinds',
      'dataset/places',
    ]);
    expect([...ledger.keys()].filter((iri) => iri.startsWith('id/places/'))).toEqual(
      ['P1', 'P2', 'P3', 'P4'].map((id) => `id/places/${id}`),
    );
    expect([...ledger.keys()].some((iri) => iri.startsWith('def/'))).toBe(true);
    expect(new Set(ledger.values())).toEqual(new Set(['published']));
    expect(manifest.ledger.statements).toBe(ledger.size);
    const paths = manifest.files.map(({ path }: { path: string }) => path);
    for (const path of ['ledger.tsv.gz', 'ontology.ledger.tsv.gz', 'datasets/places.ledger.tsv.gz'])
      expect(paths.filter((one: string) => one === path)).toEqual([path]);
    expect(readFileSync(join(published.folder, 'SHA256SUMS'), 'utf8')).toContain('  ledger.tsv.gz\n');
    expect(paths).not.toContain('withdrawn.nq.gz');
  });

  it('without a place that was published is refused, and the rows that are told make it pass', async () => {
    const published = await Published.once();
    const before = published.folder;
    published.drop('P2', 'P4');
    const { code, out, err } = await published.build();
    expect(code).toBe(1);
    expect(err).toContain(
      'data/places/withdrawn.csv  2 published URIs would disappear from “places”: P2, P4.',
    );
    expect(out).toContain(`Reports: ${join(published.releases, 'refused')}`);
    expect(published.folder).toBe(before);
    published.write(TABLE, readFileSync(join(published.releases, 'refused/places.withdrawn.csv'), 'utf8'));
    expect((await published.build()).code).toBe(0);
    expect(published.ledger.get('id/places/P2')).toBe('withdrawn');
    const { graphs, statements } = published.manifest;
    expect(graphs).toContainEqual({ iri: `${BASE}ledger`, statements: 8 });
    expect(statements).toBe(
      graphs.reduce((sum: number, one: { statements: number }) => sum + one.statements, 0),
    );
    expect(existsSync(join(published.releases, 'refused'))).toBe(false);
  });

  it('without a place that shapes leave out is refused, and says so', async () => {
    const published = await Published.once();
    published.write(SOURCE, published.read(SOURCE).replace('P4;Tour;', 'P4;;'));
    const { code, err } = await published.build();
    expect(code).toBe(1);
    expect(err).toContain(
      'from “places”: P4. Left out by shapes among them: 1; the report places.html tells',
    );
    expect(existsSync(join(published.releases, 'refused/places.html'))).toBe(true);
  });

  it('is made for a row alone, with no dataset made again', async () => {
    const published = await Published.once();
    published.drop('P4');
    published.write(TABLE, 'uri,replaced_by,date,reason_fr\nP4,,2026-01-01,Démolie.\n');
    expect((await published.build()).code).toBe(0);
    const first = published.folder;
    expect((await published.build()).out).toContain('Nothing has changed');
    published.write(TABLE, 'uri,replaced_by,date,reason_fr\nP4,P1,2026-01-01,\n');
    const { code, out } = await published.build();
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('places: unchanged') });
    expect(published.folder).not.toBe(first);
    expect(published.ledger.get('id/places/P4')).toBe('replaced');
    const graph = gunzipSync(readFileSync(join(published.folder, 'withdrawn.nq.gz'))).toString();
    expect(graph).toContain(
      `<${BASE}id/places/P4> <http://purl.org/dc/terms/isReplacedBy> <${BASE}id/places/P1> <${BASE}ledger> .`,
    );
  });

  it('may have a place back when its row is gone', async () => {
    const published = await Published.once();
    const source = published.read(SOURCE);
    published.drop('P4');
    published.write(TABLE, 'uri,date,reason_fr\nP4,2026-01-01,Démolie.\n');
    await published.build();
    published.write(SOURCE, source);
    const refused = await published.build();
    expect(refused.err).toContain(
      `${TABLE}:2  “${BASE}id/places/P4” is declared as gone, and the data describe it.`,
    );
    rmSync(join(published.world, TABLE));
    expect((await published.build()).code).toBe(0);
    expect(published.ledger.get('id/places/P4')).toBe('published');
  });

  it('may give a dataset up where its folder says so, and not otherwise', async () => {
    const published = await Published.once();
    rmSync(join(published.world, 'data/places'), { recursive: true });
    rmSync(join(published.world, 'shapes/places.ttl'));
    rmSync(join(published.world, 'queries'), { recursive: true });
    const refused = await published.build();
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(
      `5 published URIs would disappear from “places”: ${BASE}dataset/places, P1, P2, P3, P4.`,
    );
    mkdirSync(join(published.world, 'data/places'));
    published.write(TABLE, 'uri,date,reason_fr,reason_en\n*,2026-01-01,Jeu abandonné.,Dataset given up.\n');
    expect(await published.build()).toMatchObject({ code: 0, err: '' });
    expect(published.ledger.get('id/places/P1')).toBe('withdrawn');
    expect(published.ledger.get('dataset/places')).toBe('withdrawn');
    const { datasets, files } = published.manifest;
    expect(datasets.map(({ slug }: { slug: string }) => slug)).toEqual(['kinds']);
    expect(files.map(({ path }: { path: string }) => path)).toContain('datasets/places.ledger.tsv.gz');
  });

  it('of one dataset alone keeps what is known of the others', async () => {
    const published = await Published.once();
    published.drop('P4');
    appendFileSync(join(published.world, 'data/kinds/source/kinds.csv'), 'tower,Tour,Tower\n');
    expect((await published.build('kinds')).code).toBe(0);
    expect(published.ledger.get('id/places/P4')).toBe('published');
    expect(published.ledger.get('id/kinds/tower')).toBe('published');
  });

  it('made by force forgets nothing, even where the release before is damaged', async () => {
    const published = await Published.once();
    writeFileSync(join(published.folder, 'datasets/kinds.nq.gz'), 'x');
    published.drop('P4');
    const { code, out, err } = await published.build('--force');
    expect({ code, err, out }).toMatchObject({ code: 1, err: expect.stringContaining('from “places”: P4.') });
    rmSync(join(published.folder, 'ledger.tsv.gz'));
    rmSync(join(published.folder, 'datasets/places.ledger.tsv.gz'));
    const again = await published.build('--force');
    expect(again.out).toContain('Ledger of URIs: made again with what release');
    expect(again.err).toContain('from “places”: P4.');
  });

  it('is refused before any data is read where a row is wrong', async () => {
    const published = new Published();
    published.write(TABLE, 'uri,date,reason_fr\nP9,hier,Parti.\n');
    const { code, err } = await cimaise(['check', '--project', published.world]);
    expect(code).toBe(1);
    expect(err).toContain(
      `${TABLE}:2  “hier” is not a day. Write in “date” the day of the withdrawal, year first: 2026-11-22.`,
    );
  });
});
