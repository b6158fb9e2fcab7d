import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Project } from '../../../../src/declarations/index.ts';
import { type Complaint, placeText } from '../../../../src/model/index.ts';
import { readWithdrawals } from '../../../../src/release/ledger/declared.ts';
import { temporaryFolders } from '../folders.ts';
import { BASE, SPACE } from './ledger-folder.ts';

const newFolder = temporaryFolders();
const TABLE = 'data/x/withdrawn.csv';

async function read(text: string | Uint8Array, table = TABLE) {
  const root = newFolder();
  for (const path of ['data/x', 'ontologies']) mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, table), text);
  const complaints: Complaint[] = [];
  const all = await readWithdrawals({ root, base: BASE, datasets: [] } as unknown as Project, complaints);
  return { ...all.get(table), complaints };
}

const told = ({ complaints }: { complaints: readonly Complaint[] }) =>
  complaints.map(({ place, found }) => `${placeText(place)} ${found.en}`);

const REASON = { fr: 'Fermé.', en: 'Closed.' };

describe('A table of withdrawals', () => {
  it.each([
    ['the identifier', 'M1', `${SPACE}M1`],
    ['the path', 'id/x/M1', `${SPACE}M1`],
    ['the path from the root', '/id/x/M1', `${SPACE}M1`],
    ['the whole IRI', `${SPACE}M1`, `${SPACE}M1`],
    ['an identifier with a slash', 'a/M1', `${SPACE}a/M1`],
    ['an identifier with accents', 'musée', `${SPACE}musée`],
    ['the dataset', 'dataset/x', `${BASE}dataset/x`],
  ])('names a thing by %s', async (_what, uri, iri) => {
    const { rows, complaints } = await read(
      `uri,replaced_by,date,reason_fr,reason_en\n${uri},,2026-01-02,Fermé.,Closed.\n`,
    );
    expect(complaints).toEqual([]);
    expect(rows?.get(iri)).toEqual({
      place: { file: TABLE, line: 2 },
      withdrawal: { date: '2026-01-02', reason: REASON },
    });
  });

  it.each([
    ['an identifier', 'M2', `${SPACE}M2`],
    ['a path in another dataset', 'id/y/1', `${BASE}id/y/1`],
    ['an address elsewhere', 'https://example.org/é?a=1#b', 'https://example.org/é?a=1#b'],
    ['a dataset', 'dataset/y', `${BASE}dataset/y`],
  ])('says what replaces it, by %s', async (_what, target, replacedBy) => {
    const { rows, complaints } = await read(`uri,replaced_by,date\nM1,${target},2026-01-02\n`);
    expect(complaints).toEqual([]);
    expect(rows?.get(`${SPACE}M1`)?.withdrawal).toEqual({
      date: '2026-01-02',
      replacedBy,
      reason: { fr: '', en: '' },
    });
  });

  it.each([
    [
      'semicolons',
      'uri;replaced_by;date;reason_fr;reason_en\nM1;;2026-01-02;"Fermé; enfin.";\n',
      'Fermé; enfin.',
    ],
    ['a byte order mark and CRLF', '\ufeffuri,date,reason_fr\r\nM1,2026-01-02,Fermé.\r\n', 'Fermé.'],
    [
      'quotes and line feeds',
      'uri,date,reason_fr\n"M1",2026-01-02,"Dit ""fermé"".\nOui."',
      'Dit "fermé".\nOui.',
    ],
    ['columns in another order', 'reason_fr,date,uri\nFermé.,2026-01-02,M1\n', 'Fermé.'],
    ['empty rows between', 'uri,date,reason_fr\n\n,,\nM1,2026-01-02,Fermé.\n', 'Fermé.'],
  ])('may be written with %s', async (_what, text, fr) => {
    const { rows, complaints } = await read(text);
    expect(complaints).toEqual([]);
    expect(rows?.get(`${SPACE}M1`)?.withdrawal.reason.fr).toBe(fr);
    expect(rows?.size).toBe(1);
  });

  it.each(['*', 'id/x/*', '/id/x/*', `${SPACE}*`])('speaks of all others by %s', async (uri) => {
    const { rest, rows, complaints } = await read(`uri,date,reason_fr\n${uri},2026-01-02,Fermé.\n`);
    expect(complaints).toEqual([]);
    expect([rest?.place.line, rows?.size]).toEqual([2, 0]);
  });

  it('says of terms what became of them, beside the ontologies', async () => {
    const { rows, complaints } = await read(
      'uri,replaced_by,date\nancien,def/neuf,2026-01-02\n',
      'ontologies/withdrawn.csv',
    );
    expect(complaints).toEqual([]);
    expect([...(rows ?? [])].map(([iri, { withdrawal }]) => [iri, withdrawal.replacedBy])).toEqual([
      [`${BASE}def/ancien`, `${BASE}def/neuf`],
    ]);
  });

  it.each([
    ['no date', 'M1,,,Fermé.,', ':2 The date is missing.'],
    ['a date the other way round', 'M1,,02/01/2026,Fermé.,', ':2 “02/01/2026” is not a day.'],
    ['a day that no month has', 'M1,,2026-02-30,Fermé.,', ':2 “2026-02-30” is not a day.'],
    ['no reason and no successor', 'M1,,2026-01-02,,Closed.', ':2 “M1” is withdrawn without a reason.'],
    [
      'a thing of another dataset',
      'id/y/1,,2026-01-02,Fermé.,',
      `:2 “id/y/1” is not an address of ${SPACE}.`,
    ],
    [
      'a thing of others',
      'http://example.org/1,,2026-01-02,Fermé.,',
      ':2 “http://example.org/1” is not an address of',
    ],
    ['a part of a thing', 'M1#a,,2026-01-02,Fermé.,', ':2 “M1#a” is not an address of'],
    ['what no IRI can hold', 'M 1,,2026-01-02,Fermé.,', ':2 “M 1” is not an address of'],
    ['no URI', ',,2026-01-02,Fermé.,', ':2 “” is not an address of'],
    ['a successor that is a script', 'M1,javascript://x%0aalert(1),2026-01-02,,', 'cannot be an address'],
    ['a successor that no IRI can be', 'M1,https://a b/,2026-01-02,,', 'cannot be an address'],
    ['a row too short', 'M1,,2026-01-02', ':2 This row has 3 cells and the header 5.'],
    ['a quote without end', '"M1,,2026-01-02,Fermé.,', ':2 A quote opened on this line is never closed.'],
    [
      'two rows for one',
      'M1,,2026-01-02,Fermé.,\nid/x/M1,M2,2026-01-02,,',
      `:3 “${SPACE}M1” has a row already (${TABLE}:2).`,
    ],
    [
      'two rows for all others',
      '*,,2026-01-02,Fermé.,\n*,,2026-01-02,Parti.,',
      `:3 “*” has a row already (${TABLE}:2).`,
    ],
  ])('is refused with place and remedy: %s', async (_what, rows, sentence) => {
    const found = await read(`uri,replaced_by,date,reason_fr,reason_en\n${rows}\n`);
    expect(told(found)).toEqual([expect.stringContaining(sentence)]);
    expect(told(found)[0]).toContain(TABLE);
    for (const { remedy } of found.complaints) expect([remedy.fr, remedy.en]).not.toContain('');
  });

  it.each([
    [
      'a column that there is not',
      'uri,replacedby,date,reason_fr\nM1,,2026-01-02,Fermé.\n',
      ':1 There is no column “replacedby”.',
    ],
    ['no column of URIs', 'url,date,reason_fr\nM1,2026-01-02,Fermé.\n', ':1 The column “uri” is missing.'],
    ['nothing at all', '', 'The source is empty.'],
    [
      'another encoding',
      Buffer.from('uri,date,reason_fr\nM1,2026-01-02,Ferm\xe9.\n', 'latin1'),
      ':2 On this line the text is not UTF-8.',
    ],
  ])('is refused as a whole: %s', async (_what, text, sentence) => {
    expect(told(await read(text)).join('\n')).toContain(sentence);
  });
});
