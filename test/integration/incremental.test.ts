import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { loadProject } from '../../src/declarations/index.ts';
import type { Release } from '../../src/model/index.ts';
import { build } from '../../src/release/index.ts';
import { copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(600_000);

const KIND_SHAPE = `
<shapes/place#kind> a sh:PropertyShape ;
  sh:name "Genre"@fr, "Kind"@en ; sh:path <http://purl.org/dc/terms/type> ; sh:class <http://www.w3.org/2004/02/skos/core#Concept> ;
  sh:message "Le genre n’existe pas."@fr, "The kind does not exist."@en ; sh:severity sh:Violation .
<shapes/place#near> a sh:PropertyShape ;
  sh:name "Voisin"@fr, "Neighbour"@en ; sh:path schema:containedInPlace ; sh:class schema:Place ;
  sh:message "Le voisin n’existe pas."@fr, "The neighbour does not exist."@en ; sh:severity sh:Violation .
<shapes/place#mutual> a sh:PropertyShape ;
  sh:name "Réciproque"@fr, "Mutual"@en ; sh:path schema:containedInPlace ;
  sh:sparql [
    sh:prefixes <shapes/place> ;
    sh:select "SELECT $this ?value WHERE { $this $PATH ?value . ?value $PATH $this }" ;
  ] ;
  sh:message "Deux lieux se contiennent."@fr, "Two places contain each other."@en ; sh:severity sh:Violation .
<shapes/place#note> a sh:PropertyShape ;
  sh:name "Note"@fr, "Note"@en ; sh:path schema:description ; sh:minCount 1 ;
  sh:message "Il manque une note."@fr, "A note is missing."@en ; sh:severity sh:Warning .
`;

/** A world whose places refer to kinds and to each other, and must not refer to nothing. */
function linkedWorld(): string {
  const world = copyOfWorld('a-small-world');
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(join(world, path), change(readFileSync(join(world, path), 'utf8')));
  edit('shapes/places.ttl', (text) =>
    text
      .replace(
        '<shapes/place#name>, ',
        '<shapes/place#name>, <shapes/place#kind>, <shapes/place#near>, <shapes/place#mutual>, <shapes/place#note>, ',
      )
      .concat(KIND_SHAPE),
  );
  edit('data/places/mapping.yml', (text) =>
    text
      .replace(/\{ function: 'cim:lookup.*\}/, 'id:kinds/$(kind)~iri')
      .concat('      - [schema:containedInPlace, id:places/$(near)~iri]\n'),
  );
  edit('shapes/kinds.ttl', (text) => text.replace('skos:prefLabel', 'skos:altLabel'));
  for (const dataset of ['places', 'kinds']) {
    edit(`data/${dataset}/dataset.yml`, (text) =>
      text.replace(/^quarantineLimit.*\n/gm, '').concat('quarantineLimit: 1\n'),
    );
    writeFileSync(join(world, `data/${dataset}/withdrawn.csv`), 'uri,date,reason_fr\n*,2026-01-01,Parti.\n');
  }
  return world;
}

/** Numbers that look random and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const KINDS = ['castle', 'church', 'tower', 'bridge'];

function writeSources(world: string, roll: (sides: number) => number, rows: Map<number, string>): void {
  const row = (number: number) =>
    [
      `P${number}`,
      roll(9) === 0 ? '' : `Lieu ${roll(3)}`,
      KINDS[roll(4)],
      roll(12) === 0 ? 'x' : 48,
      2,
      roll(2) === 0 ? '' : 'note',
      roll(3) === 0 ? '' : `P${roll(12)}`,
    ].join(';');
  const touched = rows.size === 0 ? 30 : 3;
  for (let turn = 0; turn < touched; turn++) {
    const number = rows.size < 30 && touched === 30 ? turn : roll(30);
    if (roll(5) === 0) rows.delete(number);
    else rows.set(number, row(number));
  }
  const places = [...rows.values()].map((line) => `${line}\n`).join('');
  writeFileSync(
    join(world, 'data/places/source/places.csv'),
    `Identifiant;name;kind;lat;lon;note;near\n${places}`,
  );
  const kinds = KINDS.map((kind) => `${kind},Genre,${roll(5) === 0 ? '' : 'Kind'}\n`).join('');
  if (rows.size === 0 || roll(2) === 0 || touched === 30)
    writeFileSync(join(world, 'data/kinds/source/kinds.csv'), `code,label,label_en\n${kinds}`);
}

async function released(world: string, releases: string): Promise<Release> {
  const loaded = await loadProject({ root: world, base: 'http://localhost:3000/' });
  if (loaded.kind === 'refused') throw new Error(JSON.stringify(loaded.complaints));
  const outcome = await build({ project: loaded.project, releases, toolVersion: 'test' });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.complaints));
  return outcome.release;
}

/** All that validation decides: what is published, what is left out with its reasons, what is counted. */
const judged = ({ folder, manifest }: Release) =>
  manifest.datasets.map(({ slug, validation, dump, results }) => ({
    slug,
    validation,
    dump: dump.sha256,
    results: gunzipSync(readFileSync(join(folder, results?.path ?? ''))).toString(),
    quarantine: JSON.parse(readFileSync(join(folder, `reports/${slug}.json`), 'utf8')).quarantine,
  }));

describe('A build after a change', () => {
  it.each([2, 3])('judges as a build of everything does, round %i', async (seed) => {
    const world = linkedWorld();
    const releases = scratch();
    const roll = dice(seed);
    const rows = new Map<number, string>();
    const components = new Set<string>();
    for (let turn = 0; turn < 5; turn++) {
      writeSources(world, roll, rows);
      const found = judged(await released(world, releases));
      expect(found).toEqual(judged(await released(world, scratch())));
      for (const { validation } of found)
        for (const { component } of validation.groups) components.add(component.replace(/Constraint.*/, ''));
    }
    expect([...components].sort()).toEqual(['Class', 'MinCount', 'SPARQL']);
  });
});
