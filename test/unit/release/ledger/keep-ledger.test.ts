import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../folders.ts';
import { BASE, LedgerFolder, refusal, SPACE, thingsOf } from './ledger-folder.ts';

const newFolder = temporaryFolders();
const newLedger = () => new LedgerFolder(newFolder());
const HEADER = 'uri,replaced_by,date,reason_fr,reason_en\n';

/** A ledger whose first release published some things. */
async function publishedOnce(...ids: readonly string[]): Promise<LedgerFolder> {
  const folder = newLedger();
  await folder.release(thingsOf(...ids));
  return folder;
}

const statusOf = async (folder: LedgerFolder, id: string) => (await folder.ledger()).get(id)?.status;

describe('A release that would lose a URI', () => {
  it('is refused with the URIs and with rows that are enough as they are', async () => {
    const folder = await publishedOnce('1', '2', '3');
    const refused = refusal(await folder.release(thingsOf('2')));
    expect(refused).toContain('2 published URIs would disappear from “x”: 1, 3.');
    expect(refused).toContain(
      `${HEADER}id/x/1,,2026-01-02,N’est plus dans la source.,No longer in the source.\nid/x/3,`,
    );
    folder.withdraw(refused.slice(refused.indexOf(HEADER)));
    expect((await folder.release(thingsOf('2'))).kind).toBe('kept');
    expect(await statusOf(folder, '1')).toBe('withdrawn');
  });

  it('writes the table that would do, with what is there already, in its own columns', async () => {
    const folder = await publishedOnce('1', '2', '3');
    folder.withdraw('\ufeffdate;uri;reason_fr\r\n2026-01-01;1;Parti.');
    expect(refusal(await folder.release(thingsOf('2')))).toContain('would disappear from “x”: 3.');
    const table = readFileSync(join(folder.draft, 'reports/x.withdrawn.csv'), 'utf8');
    expect(table).toBe(
      '\ufeffdate;uri;reason_fr\r\n2026-01-01;1;Parti.\r\n2026-01-02;id/x/3;N’est plus dans la source.\r\n',
    );
    folder.withdraw(table);
    expect((await folder.release(thingsOf('2'))).kind).toBe('kept');
  });

  it('names the first of many, and writes all of them', async () => {
    const ids = Array.from({ length: 5000 }, (_, number) => `${10_000 + number}`);
    const folder = await publishedOnce('a', ...ids);
    const refused = refusal(await folder.release(thingsOf('a')));
    expect(refused).toContain('5000 published URIs would disappear from “x”: 10000, 10001,');
    expect(refused.split('\n').filter((line) => line.startsWith('id/x/'))).toHaveLength(10);
    const table = readFileSync(join(folder.draft, 'reports/x.withdrawn.csv'), 'utf8');
    expect(table.split('\r\n')).toHaveLength(5002);
  });

  it('says which of them shapes left out', async () => {
    const folder = await publishedOnce('1', '2', '3');
    const refused = refusal(await folder.release(thingsOf('2'), { leftOut: ['3', '9'] }));
    expect(refused).toContain(
      'Left out by shapes among them: 1; the report x.html tells which cells to correct.',
    );
    expect(refused).toContain('id/x/3,,2026-01-02,Données fautives.,Faulty data.');
    expect(refused).toContain('id/x/1,,2026-01-02,N’est plus dans la source.,No longer in the source.');
  });

  it('asks for one row where a whole dataset is given up', async () => {
    const folder = await publishedOnce('1', '2', '3');
    const refused = refusal(await folder.release(undefined));
    expect(refused).toContain(
      '4 published URIs would disappear from “x”: http://localhost:3000/dataset/x, 1, 2, 3.',
    );
    folder.withdraw(refused.slice(refused.indexOf(HEADER)));
    const kept = await folder.release(undefined);
    expect(kept.kind === 'kept' && [...kept.ledger.datasets.keys()]).toEqual(['x']);
    expect(await statusOf(folder, '3')).toBe('withdrawn');
    rmSync(join(folder.root, 'data/x/withdrawn.csv'));
    expect((await folder.release(undefined)).kind).toBe('kept');
    expect(await statusOf(folder, '3')).toBe('withdrawn');
  });

  it('is refused for a term of the ontology too', async () => {
    const folder = newLedger();
    const term = (name: string) => `<${BASE}def/${name}> <http://p> "1" <${BASE}def/> .`;
    await folder.release(thingsOf('1'), { terms: [term('a'), term('b')] });
    const refused = refusal(await folder.release(thingsOf('1'), { terms: [term('b')] }));
    expect(refused).toContain(
      'ontologies/withdrawn.csv: A published URI would disappear from the ontology: a.',
    );
    expect(readFileSync(join(folder.draft, 'reports/ontology.withdrawn.csv'), 'utf8')).toContain('def/a,,');
    folder.withdraw(`${HEADER}a,b,2026-01-01,,\n`, 'ontologies/withdrawn.csv');
    const kept = await folder.release(thingsOf('1'), { terms: [term('b')] });
    expect(kept.kind).toBe('kept');
  });
});

describe('What is said of a URI that is gone', () => {
  it.each([
    [
      'the data describe it',
      '2,,2026-01-01,Parti.,',
      ':2 “http://localhost:3000/id/x/2” is declared as gone, and the data describe it.',
    ],
    [
      'it was never published',
      '1,2,2026-01-01,,\n9,2,2026-01-01,,',
      ':3 “http://localhost:3000/id/x/9” was never published.',
    ],
    [
      'its successor was never published',
      '1,9,2026-01-01,,',
      ':2 “http://localhost:3000/id/x/9”, which is to replace 1, is not published and never was.',
    ],
    ['its successor is a page of here', '1,dataset/y,2026-01-01,,', 'is not published and never was.'],
    [
      'its successor is withdrawn',
      '1,3,2026-01-01,,\n3,,2026-01-01,Parti.,',
      ':2 “http://localhost:3000/id/x/3”, which is to replace 1, is withdrawn itself.',
    ],
    [
      'its successor is replaced',
      '1,3,2026-01-01,,\n3,2,2026-01-01,,',
      ':2 “http://localhost:3000/id/x/3”, which is to replace 1, is itself replaced by “http://localhost:3000/id/x/2”. Write “http://localhost:3000/id/x/2”',
    ],
    [
      'it is its own successor',
      '1,1,2026-01-01,,',
      ':2 1 and “http://localhost:3000/id/x/1” replace each other in a circle.',
    ],
    [
      'two replace each other',
      '1,3,2026-01-01,,\n3,1,2026-01-01,,',
      ':3 3 and “http://localhost:3000/id/x/1” replace each other in a circle.',
    ],
  ])('is refused where %s', async (_what, rows, sentence) => {
    const folder = await publishedOnce('1', '2', '3');
    folder.withdraw(HEADER + rows);
    const present = rows.includes('\n3,') || rows.startsWith('3,') ? ['2'] : ['2', '3'];
    expect(refusal(await folder.release(thingsOf(...present)))).toContain(sentence);
  });

  it.each([
    ['a thing', '2'],
    ['a part of a thing', 'id/x/2#part'],
    ['a dataset', 'dataset/x'],
    ['something elsewhere', 'https://example.org/'],
  ])('may be that %s replaces it', async (_what, target) => {
    const folder = await publishedOnce('1', '2');
    folder.withdraw(`${HEADER}1,${target},2026-01-01,,\n`);
    expect(refusal(await folder.release(thingsOf('2')))).toBe('kept');
    expect(await statusOf(folder, '1')).toBe('replaced');
  });

  it('is refused later on, when its successor goes', async () => {
    const folder = await publishedOnce('1', '2', '3');
    folder.withdraw(`${HEADER}1,2,2026-01-01,,\n`);
    await folder.release(thingsOf('2', '3'));
    folder.withdraw(`${HEADER}1,2,2026-01-01,,\n2,3,2026-01-02,,\n`);
    expect(refusal(await folder.release(thingsOf('3')))).toContain(
      ':2 “http://localhost:3000/id/x/2”, which is to replace 1, is itself replaced by “http://localhost:3000/id/x/3”.',
    );
    folder.withdraw(`${HEADER}1,3,2026-01-01,,\n2,3,2026-01-02,,\n`);
    expect(refusal(await folder.release(thingsOf('3')))).toBe('kept');
  });

  it('stands in the graph of the ledger, and changes with its row', async () => {
    const folder = await publishedOnce('1', '2');
    folder.withdraw(`${HEADER}1,,2026-01-01,Parti.,Gone.\n`);
    const kept = await folder.release(thingsOf('2'));
    expect(kept.kind === 'kept' && kept.ledger.withdrawn?.file.statements).toBe(4);
    const graph = gunzipSync(readFileSync(join(folder.folderOf(2), 'withdrawn.nq.gz'))).toString();
    expect(graph.trim().split('\n')).toEqual([
      `<${SPACE}1> <http://www.w3.org/2002/07/owl#deprecated> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> <${BASE}ledger> .`,
      `<${SPACE}1> <http://www.w3.org/2004/02/skos/core#changeNote> "Gone."@en <${BASE}ledger> .`,
      `<${SPACE}1> <http://www.w3.org/2004/02/skos/core#changeNote> "Parti."@fr <${BASE}ledger> .`,
      `<${SPACE}1> <http://www.w3.org/ns/prov#invalidatedAtTime> "2026-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> <${BASE}ledger> .`,
    ]);
    await folder.release(thingsOf('2'));
    expect((await folder.ledger()).get('1')?.changed).toBe(LedgerFolder.createdAt(2));
    folder.withdraw(`${HEADER}1,,2026-01-01,Fermé.,Gone.\n`);
    await folder.release(thingsOf('2'));
    expect((await folder.ledger()).get('1')?.changed).toBe(LedgerFolder.createdAt(4));
  });

  it('holds no longer when it comes back, and its first day stays', async () => {
    const folder = await publishedOnce('1', '2');
    folder.withdraw(`${HEADER}1,2,2026-01-01,,\n`);
    await folder.release(thingsOf('2'));
    folder.withdraw(HEADER);
    await folder.release(thingsOf('1', '2'));
    expect((await folder.ledger()).get('1')).toMatchObject({
      first: LedgerFolder.createdAt(1),
      changed: LedgerFolder.createdAt(3),
      status: 'published',
    });
  });
});

describe('The ledger', () => {
  it('is byte for byte the same while nothing changes, read or taken over', async () => {
    const folder = await publishedOnce('1', '2');
    await folder.release(thingsOf('1', '2'));
    await folder.release(thingsOf('1', '2'), { taken: true });
    const bytes = (number: number) => readFileSync(join(folder.folderOf(number), 'ledger.tsv.gz'));
    expect(bytes(2).equals(bytes(1))).toBe(true);
    expect(bytes(3).equals(bytes(1))).toBe(true);
  });

  it('remembers the dataset, whose hash is that of its dump', async () => {
    const folder = await publishedOnce('1');
    const lines = gunzipSync(readFileSync(join(folder.folderOf(1), 'ledger.tsv.gz')))
      .toString()
      .split('\n');
    const { datasets } = JSON.parse(readFileSync(join(folder.folderOf(1), 'manifest.json'), 'utf8'));
    expect(lines[0]).toContain(`${BASE}dataset/x\t${datasets[0].dump.sha256.slice(0, 32)}\t`);
  });

  it('believes tables of withdrawals where no ledger can be read', async () => {
    const folder = newLedger();
    folder.withdraw(`${HEADER}ancien,1,2025-01-01,,\n`);
    expect(refusal(await folder.release(thingsOf('1')))).toBe('kept');
    expect(await statusOf(folder, 'ancien')).toBe('replaced');
    expect(refusal(await folder.release(thingsOf('1')))).toBe('kept');
  });

  it.each([
    ['a flipped byte', (path: string) => writeFileSync(path, flipped(readFileSync(path)))],
    ['a file cut short', (path: string) => truncateSync(path, 20)],
    ['a file that grew', (path: string) => appendFileSync(path, 'x')],
    ['a missing file', (path: string) => rmSync(path)],
  ])('is made again after %s: what was published is still asked for', async (_what, damage) => {
    const folder = await publishedOnce('1', '2', '3');
    folder.withdraw(`${HEADER}1,2,2026-01-01,,\n`);
    await folder.release(thingsOf('2', '3', '4'));
    damage(join(folder.folderOf(2), 'datasets/x.ledger.tsv.gz'));
    const refused = refusal(await folder.release(thingsOf('2', '3')));
    expect(folder.events).toContainEqual({ kind: 'ledger-made-again', id: '2026-01-01.2' });
    expect(refused).toContain('A published URI would disappear from “x”: 4.');
    expect(refusal(await folder.release(thingsOf('2', '3', '4')))).toBe('kept');
    expect(await folder.ledger()).toEqual(
      new Map(
        [...(await folder.ledger())].map(([id, entry]) => [
          id,
          { ...entry, first: LedgerFolder.createdAt(id === '4' ? 2 : 1) },
        ]),
      ),
    );
    expect(await statusOf(folder, '1')).toBe('replaced');
  });

  it('tells what it cannot know, and goes by the releases that can be read', async () => {
    const folder = await publishedOnce('1', '2');
    await folder.release(thingsOf('1', '2', '3'));
    writeFileSync(join(folder.folderOf(2), 'manifest.json'), '{');
    expect(refusal(await folder.release(thingsOf('2')))).toContain('from “x”: 1.');
    expect(folder.events).toContainEqual({
      kind: 'release-not-read',
      id: '2026-01-01.2',
      file: 'manifest.json',
    });
  });
});

function flipped(bytes: Buffer): Buffer {
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  return bytes;
}
