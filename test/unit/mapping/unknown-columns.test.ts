import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Policy, runRml } from '../../../src/mapping/index.ts';
import { complaintText, type UnknownColumn } from '../../../src/model/index.ts';
import { BASE, inFolder } from './yarrrml-run.ts';

const RML = `@prefix rml: <http://w3id.org/rml/> .
<#map> rml:logicalSource [ rml:source "t.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "urn:{id}" ] ;
  rml:predicateObjectMap [ rml:predicate <urn:n> ; rml:objectMap [ rml:reference "naem" ] ] .
`;
const YARRRML = `columns: { note: optional }
mappings:
  x:
    sources: [[t.csv~csv]]
    s: urn:$(id)
    po:
      - [urn:n, $(naem)]
      - [urn:o, $(note)]
`;

async function run(name: string, mapping: string, policy: Policy) {
  const told: UnknownColumn[] = [];
  const texts: string[] = [];
  /** How much was written when the unknown columns were told. */
  let before: number | undefined;
  const outcome = await inFolder({ [name]: mapping, 't.csv': 'id,name\n1,a\n' }, (folder) =>
    runRml({
      mapping: join(folder, name),
      base: BASE,
      workingDirectory: folder,
      policy,
      tellUnknown: (columns) => {
        told.push(...columns);
        before = texts.length;
      },
      write: (nquads) => void texts.push(Buffer.from(nquads).toString()),
    }),
  );
  const lines = (found: readonly UnknownColumn[]) =>
    found.map((one) => complaintText(one, 'en').replace(/^.*\//, ''));
  return { outcome, told: lines(told), before };
}

const EXPECTED = [
  [
    'm.ttl',
    RML,
    'm.ttl:4:82  The source “t.csv” has no column “naem”. The nearest is “name”: correct the reference.',
  ],
  [
    'm.yml',
    YARRRML,
    'm.yml:7:17  The source “t.csv” has no column “naem”. The nearest is “name”: write $(name), or declare aliases (columns).',
  ],
] as const;

describe.each(EXPECTED)('An unknown column in %s', (name, mapping, text) => {
  it.each(['skip-term', 'skip-record'] as const)(
    'is told before any record is mapped, and in the report, under %s',
    async (policy) => {
      const { outcome, told, before } = await run(name, mapping, policy);
      expect(told).toEqual([text]);
      expect(before).toBe(0);
      expect(outcome).toMatchObject({ kind: 'mapped', report: { unknownColumns: [{ name: 'naem' }] } });
    },
  );

  it('refuses the run under strict', async () => {
    const { outcome, told } = await run(name, mapping, 'strict');
    expect(told).toEqual([]);
    expect(outcome).toMatchObject({
      kind: 'refused',
      complaints: [{ name: 'naem', found: { fr: 'La source « t.csv » n’a pas de colonne « naem ».' } }],
    });
  });
});

describe('A column that is declared optional', () => {
  it('is missing, not unknown', async () => {
    const { outcome } = await run('m.yml', YARRRML, 'skip-term');
    expect(outcome).toMatchObject({ report: { missingColumns: ['naem', 'note'] } });
    expect(outcome.kind === 'mapped' && outcome.report.unknownColumns).toHaveLength(1);
  });
});
