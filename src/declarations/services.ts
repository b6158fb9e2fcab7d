import {
  childOf,
  entryOf,
  itemsOf,
  parseYaml,
  readUtf8,
  textOf,
  type YamlMap,
  type YamlNode,
} from '../documents/index.ts';
import type { Bilingual, Complaint, ServiceEndpoint } from '../model/index.ts';
import { isIri } from '../rdf/index.ts';
import { badValue, missingKey, unknownKey } from './complaints.ts';
import { findDeclared } from './layers.ts';

const FILE = 'queries/services.yml';
const KEYS = ['endpoint', 'title', 'timeout', 'megabytes', 'private'] as const;
const EXAMPLE = 'endpoint: https://data.bnf.fr/sparql';

/** How long a request may take, and how long an answer may be, where a row does not say. */
const SECONDS = { otherwise: 5, most: 600 } as const;
const MEGABYTES = { otherwise: 10, most: 200 } as const;

/** Reads `queries/services.yml`, the endpoints that queries may ask by SERVICE; none where there is no such file. */
export async function readServices(
  root: string,
  complaints: Complaint[],
): Promise<readonly ServiceEndpoint[]> {
  const found = findDeclared(root, FILE);
  if (!found) return [];
  const read = await readUtf8(found.path, found.file);
  if (read.kind === 'refused') {
    complaints.push(read.complaint);
    return [];
  }
  const parsed = parseYaml(read.text, found.file);
  if (parsed.kind === 'malformed') {
    complaints.push(...parsed.complaints);
    return [];
  }
  const seen = new Set<string>();
  return itemsOf(parsed.node).flatMap((node) => {
    const found = serviceOf(node, complaints);
    if (!found) return [];
    if (seen.has(found.endpoint)) complaints.push(declaredTwice(node, found.endpoint));
    seen.add(found.endpoint);
    return [found];
  });
}

function serviceOf(node: YamlNode, complaints: Complaint[]): ServiceEndpoint | undefined {
  if (node.kind !== 'map') {
    complaints.push(notARow(node));
    return undefined;
  }
  const before = complaints.length;
  for (const { key, place } of node.entries)
    if (!KEYS.some((known) => known === key)) complaints.push(unknownKey(place, key, KEYS));
  const endpoint = endpointOf(node, complaints);
  const title = titleOf(childOf(node, 'title'), complaints);
  const number = (key: 'timeout' | 'megabytes', bounds: typeof SECONDS | typeof MEGABYTES) =>
    numberOf(node, key, bounds, complaints);
  const found = {
    endpoint: endpoint ?? '',
    ...(title && { title }),
    milliseconds: 1000 * number('timeout', SECONDS),
    bytes: 1e6 * number('megabytes', MEGABYTES),
    isPrivate: flagOf(node, complaints),
  };
  return complaints.length > before ? undefined : found;
}

function endpointOf(node: YamlMap, complaints: Complaint[]): string | undefined {
  const entry = entryOf(node, 'endpoint');
  const text = textOf(entry?.node);
  if (!entry || text === undefined) {
    complaints.push(missingKey(node.place, 'endpoint', EXAMPLE));
    return undefined;
  }
  if (/^https?:\/\//.test(text) && isIri(text) && URL.canParse(text) && !/[#@]/.test(text)) return text;
  complaints.push(badValue(entry.node.place, 'endpoint', text, AN_ADDRESS));
  return undefined;
}

function titleOf(node: YamlNode | undefined, complaints: Complaint[]): Bilingual | undefined {
  if (node === undefined) return undefined;
  const [fr, en] = [textOf(childOf(node, 'fr')), textOf(childOf(node, 'en'))];
  if (fr !== undefined && en !== undefined) return { fr, en };
  complaints.push(badValue(node.place, 'title', textOf(node) ?? '…', A_TITLE));
  return undefined;
}

function numberOf(
  node: YamlMap,
  key: string,
  { otherwise, most }: { readonly otherwise: number; readonly most: number },
  complaints: Complaint[],
): number {
  const entry = entryOf(node, key);
  if (!entry) return otherwise;
  const text = textOf(entry.node)?.trim() ?? '';
  const value = text === '' ? Number.NaN : Number(text);
  if (value > 0 && value <= most) return value;
  complaints.push(
    badValue(entry.node.place, key, text, {
      fr: `Donnez un nombre au-dessus de 0 et jusqu’à ${most}, par exemple ${otherwise}.`,
      en: `Give a number above 0 and up to ${most}, ${otherwise} for example.`,
    }),
  );
  return otherwise;
}

function flagOf(node: YamlMap, complaints: Complaint[]): boolean {
  const entry = entryOf(node, 'private');
  const text = textOf(entry?.node) ?? (entry ? '' : 'false');
  if (entry && text !== 'true' && text !== 'false')
    complaints.push(
      badValue(entry.node.place, 'private', text, {
        fr: 'Écrivez true ou false.',
        en: 'Write true or false.',
      }),
    );
  return text === 'true';
}

const AN_ADDRESS: Bilingual = {
  fr: `Donnez une adresse http ou https entière, sans identifiants ni « # », par exemple « ${EXAMPLE} ».`,
  en: `Give a whole http or https address, without credentials or “#”, “${EXAMPLE}” for example.`,
};

const A_TITLE: Bilingual = {
  fr: 'Écrivez « title: { fr: …, en: … } ».',
  en: 'Write “title: { fr: …, en: … }”.',
};

const notARow = ({ place }: YamlNode): Complaint => ({
  place,
  found: { fr: 'Ce n’est pas la ligne d’un point d’accès.', en: 'This is not the row of an endpoint.' },
  remedy: { fr: `Écrivez « - ${EXAMPLE} ».`, en: `Write “- ${EXAMPLE}”.` },
});

const declaredTwice = ({ place }: YamlNode, endpoint: string): Complaint => ({
  place,
  found: { fr: `${endpoint} est déclaré deux fois.`, en: `${endpoint} is declared twice.` },
  remedy: { fr: 'Gardez une seule ligne.', en: 'Keep one row.' },
});
