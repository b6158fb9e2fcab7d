import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { cimaise, copyOfWorld, ended, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(120_000);

const SOURCE = 'data/places/source/places.csv';

async function buildWorld(world: string, releases: string, ...args: string[]) {
  return cimaise(['build', '--project', world, ...args], { CIMAISE_RELEASES: releases });
}

const manifestOf = (releases: string) => {
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  return JSON.parse(readFileSync(join(releases, id, 'manifest.json'), 'utf8'));
};

const linesOf = (releases: string, slug: string) =>
  gunzipSync(readFileSync(join(releases, manifestOf(releases).id, `datasets/${slug}.nq.gz`)))
    .toString()
    .split('\n')
    .filter(Boolean);

const append = (world: string, row: string) =>
  writeFileSync(join(world, SOURCE), `${readFileSync(join(world, SOURCE), 'utf8')}${row}\n`);

describe('A build', () => {
  it('releases what was declared: sorted distinct lines, counts that agree, checksums', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    const { code, out } = await buildWorld(world, releases);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('places: 4 records → 4 things'),
    });
    const lines = linesOf(releases, 'places');
    expect(lines).toEqual([...new Set(lines)].sort());
    const manifest = manifestOf(releases);
    const places = manifest.datasets.find(({ slug }: { slug: string }) => slug === 'places');
    expect(places.statements).toBe(lines.length);
    expect(lines).toContain(
      '<http://localhost:3000/id/places/P1> <http://purl.org/dc/terms/type> <http://localhost:3000/id/kinds/castle> <http://localhost:3000/dataset/places> .',
    );
    expect(readdirSync(releases).filter((name) => name.startsWith('.draft'))).toEqual([]);
  });

  it('tells the record that each thing comes from, those left out excepted', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    await buildWorld(world, releases);
    const { id, datasets } = manifestOf(releases);
    const { origins, things } = datasets.find(({ slug }: { slug: string }) => slug === 'places');
    const packed = readFileSync(join(releases, id, origins.path));
    const [header, ...lines] = gunzipSync(packed).toString().trimEnd().split('\n');
    expect(header).toBe('thing\tfile\trow\tline\tfurther');
    expect(lines).toHaveLength(things);
    expect(lines[0]).toBe(`http://localhost:3000/id/places/P1\t${SOURCE}\t1\t2\t`);
  });

  it('says so and keeps the release where nothing changed', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    await buildWorld(world, releases);
    const first = manifestOf(releases).id;
    const { code, out } = await buildWorld(world, releases);
    expect(code).toBe(0);
    expect(out).toContain('Nothing has changed');
    expect(manifestOf(releases).id).toBe(first);
  });

  it('builds only the dataset whose source changed', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    await buildWorld(world, releases);
    append(world, 'P5;Phare;castle;48.0;-4.0');
    const { out } = await buildWorld(world, releases);
    expect(out).toContain('kinds: unchanged');
    expect(out).toContain('places: 5 records → 5 things');
  });

  it('is byte-identical when it is made again from the same inputs', async () => {
    const world = copyOfWorld('a-small-world');
    const [one, two] = [scratch(), scratch()];
    await Promise.all([buildWorld(world, one), buildWorld(world, two)]);
    const dumps = (releases: string) =>
      manifestOf(releases).datasets.map(({ dump }: { dump: { sha256: string } }) => dump.sha256);
    expect(dumps(one)).toEqual(dumps(two));
  });
});

describe('A thing that violates a shape', () => {
  it('is left out of the release and listed with its row and its reason in both languages', async () => {
    const world = copyOfWorld('a-small-world');
    append(world, 'P5;;castle;48.0;-4.0');
    const releases = scratch();
    const { code, out } = await buildWorld(world, releases);
    expect(code).toBe(0);
    expect(out).toContain('1 left out');
    expect(linesOf(releases, 'places').filter((line) => line.includes('/P5>'))).toEqual([]);
    const report = JSON.parse(
      readFileSync(join(releases, manifestOf(releases).id, 'reports/places.json'), 'utf8'),
    );
    expect(report.quarantine).toEqual([
      expect.objectContaining({
        thing: 'http://localhost:3000/id/places/P5',
        row: 5,
        line: 6,
        results: [
          expect.objectContaining({
            message: { fr: 'Un lieu doit avoir un nom.', en: 'A place must have a name.' },
          }),
        ],
      }),
    ]);
  });

  it('refuses the release past the declared share, and the current one stays', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    await buildWorld(world, releases);
    const before = manifestOf(releases).id;
    for (const row of ['P5;;castle;48;2', 'P6;;castle;48;2']) append(world, row);
    const { code, out, err } = await buildWorld(world, releases);
    expect(code).toBe(1);
    expect(err).toContain('2 of 6 things (33.3%) violate the shapes; the limit is 25%.');
    expect(err).toContain('data/places/dataset.yml');
    expect(out).toContain('A place must have a name.');
    expect(manifestOf(releases).id).toBe(before);
    expect(
      readdirSync(releases)
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual([before, 'current', 'refused']);
  });

  it('leaves the reports of a refused build where they can be read, until a release is made', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    const sound = readFileSync(join(world, SOURCE), 'utf8');
    for (const row of ['P5;;castle;48;2', 'P6;;castle;48;2']) append(world, row);
    const { out } = await buildWorld(world, releases);
    expect(out).toContain(`Reports: ${join(releases, 'refused')}`);
    const report = JSON.parse(readFileSync(join(releases, 'refused/places.json'), 'utf8'));
    expect(report.quarantine.map(({ row }: { row: number }) => row)).toEqual([5, 6]);
    writeFileSync(join(world, SOURCE), sound);
    await buildWorld(world, releases);
    expect(existsSync(join(releases, 'refused'))).toBe(false);
  });
});

describe('A shape that looks beyond a thing', () => {
  /** A world in which the kind of a place has to be described as a concept. */
  function linkedWorld(): string {
    const world = copyOfWorld('a-small-world');
    const shapes = join(world, 'shapes/places.ttl');
    writeFileSync(
      shapes,
      readFileSync(shapes, 'utf8').replace(
        '<shapes/place#name>, ',
        '<shapes/place#name>, <shapes/place#kind>, ',
      ),
    );
    writeFileSync(
      shapes,
      `${readFileSync(shapes, 'utf8')}
<shapes/place#kind> a sh:PropertyShape ;
  sh:path <http://purl.org/dc/terms/type> ; sh:class <http://www.w3.org/2004/02/skos/core#Concept> ;
  sh:name "Genre"@fr, "Kind"@en ;
  sh:message "Le genre du lieu n’existe pas."@fr, "The kind of the place does not exist."@en ;
  sh:severity sh:Violation .
`,
    );
    return world;
  }

  const KINDS = 'data/kinds/source/kinds.csv';

  it('reads other datasets of the release', async () => {
    const releases = scratch();
    const { code, out } = await buildWorld(linkedWorld(), releases);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.not.stringContaining('left out') });
  });

  it('leaves out a thing whose link leads nowhere, and says so', async () => {
    const world = linkedWorld();
    const mapping = join(world, 'data/places/mapping.yml');
    const links = readFileSync(mapping, 'utf8').replace(
      /\{ function: 'cim:lookup.*\}/,
      'id:kinds/$(kind)~iri',
    );
    writeFileSync(mapping, links);
    const kinds = ['castle', 'church', 'castle', 'church', 'lighthouse'];
    const rows = kinds.map((kind, index) => `P${index + 1};Lieu;${kind};48.0;-4.0\n`);
    writeFileSync(join(world, SOURCE), `Identifiant;name;kind;lat;lon\n${rows.join('')}`);
    const releases = scratch();
    const { code, out } = await buildWorld(world, releases);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('1 left out') });
    expect(out).toContain('The kind of the place does not exist.');
    expect(linesOf(releases, 'places').some((line) => line.includes('/P5>'))).toBe(false);
    expect(linesOf(releases, 'places').some((line) => line.includes('/P1>'))).toBe(true);
  });

  it('has a dataset judged again when another changes', async () => {
    const world = linkedWorld();
    const releases = scratch();
    await buildWorld(world, releases);
    writeFileSync(join(world, KINDS), `${readFileSync(join(world, KINDS), 'utf8')}tower,Tour,Tower\n`);
    const { out } = await buildWorld(world, releases);
    expect(out).toContain('places: 4 records');
    const { out: again } = await buildWorld(world, releases);
    expect(again).toContain('Nothing has changed');
  });
});

describe('A build that is killed', () => {
  it('leaves nothing half-published, at whatever moment, and the next build succeeds', async () => {
    const world = copyOfWorld('a-small-world');
    const rows = Array.from({ length: 3_000 }, (_, index) => `Q${index};Lieu ${index};castle;48.0;-4.0`);
    append(world, rows.join('\n'));
    const releases = scratch();
    await buildWorld(world, releases);
    const before = manifestOf(releases).id;
    for (let attempt = 0; attempt < 10; attempt++) {
      append(world, `K${attempt};Lieu;castle;48.0;-4.0`);
      const child = startCimaise(['build', '--project', world], { CIMAISE_RELEASES: releases });
      const end = ended(child);
      await new Promise((resolve) => setTimeout(resolve, 200 + attempt * 120));
      child.kill('SIGKILL');
      const { signal } = await end;
      const { id, files } = manifestOf(releases);
      for (const file of files) expect(existsSync(join(releases, id, file.path))).toBe(true);
      if (signal === 'SIGKILL' && id === before) continue;
      expect(id).not.toBe(before);
      break;
    }
    const { code } = await buildWorld(world, releases);
    expect(code).toBe(0);
    expect(readdirSync(releases).filter((name) => name.startsWith('.draft') || name === '.lock')).toEqual([]);
  });
});
