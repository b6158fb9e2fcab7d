import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { canonicalLines } from '../conformance/rml-datasets.ts';
import { FORMATS, filesOf } from '../fuzz/table-mapping.ts';
import { cell, type TablePair, tablePairs } from '../fuzz/tables.ts';
import { outputOf } from '../run-document.ts';
import { describeWith, SHARED } from '../shared.ts';
import { inOldVocabulary } from './old-vocabulary.ts';

jest.setTimeout(300_000);

const FIND = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("morph_kgc") is None)';
const isThere = spawnSync('python3', ['-c', FIND]).status === 0;

/** Names that a JSON reference without `$` can be: a dot would lead further down. */
const hasPlainNames = ({ main, other }: TablePair): boolean =>
  ![...main.columns, ...other.columns].some((column) => column.includes('.'));

/** The same tables in every run, so that what the other engine makes of them is the same too. */
const PAIRS = fc.sample(tablePairs(cell).filter(hasPlainNames), { numRuns: 12, seed: 2026 });

const CASES = PAIRS.flatMap((pair, index) =>
  FORMATS.map((format) => ({ name: `${format.ending} ${index + 1}`, files: filesOf(pair, format) })),
);

/** Communes of Insee, and what is a part of which: a file of 37,600 lines joined to itself. */
const COMMUNES = join(SHARED, 'data/real/insee-cog-commune-2022.csv');
const COMMUNES_MAPPING = `@prefix rr: <http://www.w3.org/ns/r2rml#> .
@prefix rml: <http://semweb.mmlab.be/ns/rml#> .
@prefix ql: <http://semweb.mmlab.be/ns/ql#> .
@prefix ex: <http://example.com/> .
@base <http://example.com/base/> .
<#main> a rr:TriplesMap ;
  rml:logicalSource [ rml:source "main.csv" ; rml:referenceFormulation ql:CSV ] ;
  rr:subjectMap [ rr:template "http://example.com/{TYPECOM}/{COM}" ; rr:class ex:Commune ] ;
  rr:predicateObjectMap [ rr:predicate ex:name ; rr:objectMap [ rml:reference "LIBELLE" ; rr:language "fr" ] ] ;
  rr:predicateObjectMap [ rr:predicate ex:partOf ; rr:objectMap [ rr:parentTriplesMap <#main> ;
    rr:joinCondition [ rr:child "COMPARENT" ; rr:parent "COM" ] ] ] .
`;

/** A graph's lines, percent-encodings undone: Morph-KGC encodes every letter that is not ASCII. */
async function linesOf(nquads: string): Promise<readonly string[]> {
  const lines = await canonicalLines({ text: nquads, syntax: '.nq' });
  return lines.map((line) => line.replace(/<[^<>]*>/g, decodeURIComponent)).sort();
}

const ours = (folder: string): Promise<string> => outputOf(join(folder, 'mapping.ttl'));

describeWith(isThere, 'python3 has no module morph_kgc')('The same mapping by Morph-KGC', () => {
  let root: string;
  const folderOf = (name: string): string => join(root, name.replace(' ', '-'));

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'differential-'));
    for (const { name, files } of CASES) {
      mkdirSync(folderOf(name));
      for (const [file, text] of Object.entries(files))
        writeFileSync(join(folderOf(name), file), file === 'mapping.ttl' ? inOldVocabulary(text) : text);
    }
    if (existsSync(COMMUNES)) {
      mkdirSync(folderOf('communes'));
      copyFileSync(COMMUNES, join(folderOf('communes'), 'main.csv'));
      writeFileSync(join(folderOf('communes'), 'mapping.ttl'), COMMUNES_MAPPING);
    }
    const folders = [...CASES.map(({ name }) => name), ...(existsSync(COMMUNES) ? ['communes'] : [])];
    spawnSync('python3', [join(import.meta.dirname, 'morph-kgc.py'), ...folders.map(folderOf)]);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const theirs = (name: string): string => readFileSync(join(folderOf(name), 'morph-kgc.nq'), 'utf8');

  it.each(CASES.map(({ name }) => name))('gives the same graph for the table %s', async (name) => {
    const found = await linesOf(await ours(folderOf(name)));
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(await linesOf(theirs(name)));
  });

  describe('on a real file', () => {
    (existsSync(COMMUNES) ? it : it.skip)(
      'gives the same statements of communes and their parts',
      async () => {
        const distinct = (nquads: string) => new Set(nquads.split('\n').filter((line) => line !== ''));
        const [found, expected] = [distinct(await ours(folderOf('communes'))), distinct(theirs('communes'))];
        expect(found.size).toBeGreaterThan(75_000);
        expect([...found].filter((line) => !expected.has(line)).slice(0, 5)).toEqual([]);
        expect([...expected].filter((line) => !found.has(line)).slice(0, 5)).toEqual([]);
      },
    );
  });
});
