import { parseYaml } from '../documents/index.ts';
import type { Complaint, Harvest } from '../model/index.ts';
import { readHarvest } from './harvest-declaration.ts';

/** An address and headers (name, value) that a person gives elsewhere than in a declaration. */
interface GivenAddress {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads them under the rules of `harvest:`, because they will stand there: no secret in plain letters. */
export function givenHarvest({ url, headers }: GivenAddress): {
  readonly harvest: Harvest | undefined;
  readonly complaints: readonly Complaint[];
} {
  // JSON is YAML.
  const text = JSON.stringify({ url, ...(headers.length > 0 && { headers: Object.fromEntries(headers) }) });
  const parsed = parseYaml(text, url);
  if (parsed.kind === 'malformed') return { harvest: undefined, complaints: parsed.complaints };
  const complaints: Complaint[] = [];
  const harvest = readHarvest(parsed.node, 'csv', complaints);
  return { harvest, complaints };
}
