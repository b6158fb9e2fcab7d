import { describe, expect, it } from '@jest/globals';
import { readHarvest } from '../../../src/declarations/harvest-declaration.ts';
import { parseYaml } from '../../../src/documents/index.ts';
import { harvestText } from '../../../src/drafting/harvest-text.ts';
import {
  type Complaint,
  DEFAULT_FALL,
  type HarvestHeader,
  type HarvestOrigin,
  type SourceFormat,
  secretReference,
} from '../../../src/model/index.ts';

const P = 'https://portail.example/';

/** As the declaration of a source holds it, read again. */
function readAgain(text: string, format: SourceFormat) {
  const parsed = parseYaml(`{ path: source/x, harvest: ${text} }`, 'dataset.yml');
  if (parsed.kind === 'malformed' || parsed.node.kind !== 'map') throw new Error(text);
  const complaints: Complaint[] = [];
  const harvest = readHarvest(
    parsed.node.entries.find(({ key }) => key === 'harvest')?.node,
    format,
    complaints,
  );
  return { harvest, complaints };
}

describe('Where a source comes from, as it is drafted', () => {
  it.each<readonly [HarvestOrigin, SourceFormat, readonly HarvestHeader[]]>([
    [{ kind: 'file', url: `${P}a.csv?x={1,2}&y='a:b',%20#c` }, 'csv', []],
    [
      { kind: 'file', url: `${P}a.csv` },
      'csv',
      [
        { name: 'Authorization', value: `Apikey ${secretReference('CIMAISE_SECRET_PORTAL')}` },
        { name: 'Accept', value: "text/csv, */*; q=0.1 # 'x'" },
      ],
    ],
    [{ kind: 'udata', portal: P, dataset: 'jardins', resource: '0123' }, 'json', []],
    [{ kind: 'udata', portal: P, dataset: 'true', resource: 'Export : CSV, {2024}' }, 'csv', []],
    [{ kind: 'tabular', api: P, resource: '1e5' }, 'csv', []],
    [
      {
        kind: 'opendatasoft',
        portal: P,
        dataset: 'musees@culture',
        where: 'annee > 2020 and nom = "l\'été, #1"',
        select: 'a, b as c',
        key: 'ref',
      },
      'csv',
      [],
    ],
    [{ kind: 'oai', endpoint: `${P}oai?key=1`, metadataPrefix: 'oai_dc', set: 'a:b' }, 'xml', []],
  ])('is read again as it was: %j', (from, format, headers) => {
    const harvest = { from, fall: DEFAULT_FALL, mediaTypes: [], headers };
    expect(readAgain(harvestText(harvest), format)).toEqual({ harvest, complaints: [] });
  });
});
