import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { withNamesOfTables, writeRml } from '../../../src/mapping/write-rml/index.ts';
import { parseYarrrml } from '../../../src/mapping/yarrrml/parse.ts';
import { BASE, inFolder, outputOf, sound } from './yarrrml-run.ts';

const YARRRML = `columns:
  ref: [Identifiant, REF]
  nom: { aliases: [titre], optional: true }
  lieu: [ville]
mappings:
  x:
    sources: [[t.csv~csv]]
    s: http://x.org/$(ref)
    po:
      - [schema:name, "Le $(nom)"]
      - [schema:alternateName, { function: cim:upperCase, parameters: [$(nom)] }]
      - p: schema:location
        o: { mapping: y, condition: { function: equal, parameters: [[str1, $(lieu), s], [str2, $(lieu), o]] } }
  y:
    sources: [[u.csv~csv]]
    s: http://x.org/lieu/$(lieu)
    po: [[a, schema:Place]]
`;
const TABLES = { 't.csv': 'Identifiant,titre,ville\n1,Louvre,Paris\n', 'u.csv': 'VILLE\nParis\n' };

const converted = (files: Readonly<Record<string, string>>, yarrrml = YARRRML) =>
  inFolder(files, async (folder) => {
    const mapping = sound(parseYarrrml(yarrrml, join(folder, 'm.yml'), BASE));
    const turtle = writeRml(await withNamesOfTables(mapping));
    const rml = sound(parseRml(turtle, join(folder, 'm.ttl'), BASE, { mapping: folder, working: folder }));
    return { turtle, own: await outputOf(mapping), written: await outputOf(rml) };
  });

describe('A mapping with aliases, written as RML', () => {
  it('names the columns that its tables have, each side of a join by its own table, and says the same', async () => {
    const { turtle, own, written } = await converted(TABLES);
    expect(turtle).toContain('rml:template "http://x.org/{Identifiant}"');
    expect(turtle).toContain('rml:template "Le {titre}"');
    expect(turtle).toContain('rml:child "ville"');
    expect(turtle).toContain('rml:parent "VILLE"');
    expect(own.lines).toHaveLength(4);
    expect(written.lines).toEqual(own.lines);
  });

  it('tells in comments the aliases, and what is optional', async () => {
    const { turtle } = await converted(TABLES);
    expect(turtle).toContain('# ref = Identifiant, REF\n');
    expect(turtle).toContain(
      '# nom = titre (facultative, ce que RML ne dit pas / optional, which RML cannot say)\n',
    );
  });

  it('is refused where a table is not there, with the column and the file', async () => {
    await expect(converted({ 't.csv': TABLES['t.csv'] })).rejects.toThrow(
      /m\.yml:4:3 {2}The column “lieu” has aliases, which RML has not: .*u\.csv.*ENOENT.* Or remove the aliases/,
    );
  });

  it('is refused where a table has none of the names', async () => {
    await expect(converted({ ...TABLES, 'u.csv': 'x\n1\n' })).rejects.toThrow(
      'The source “u.csv” has no column “lieu”.',
    );
  });

  it('needs no table where no column that is read has aliases', async () => {
    const text = 'columns: { nom: optional }\nmappings: { x: { sources: [[t.csv~csv]], s: "urn:$(nom)" } }';
    const mapping = sound(parseYarrrml(text, '/nowhere/m.yml', BASE));
    expect(writeRml(await withNamesOfTables(mapping))).toContain('rml:template "urn:{nom}"');
  });
});
