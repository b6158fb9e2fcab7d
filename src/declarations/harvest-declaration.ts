import { childOf, entryOf, itemsOf, textOf, type YamlNode } from '../documents/index.ts';
import {
  type Complaint,
  DEFAULT_FALL,
  type Harvest,
  type HarvestHeader,
  type HarvestOrigin,
  SECRET_REFERENCE,
  type SourceFormat,
} from '../model/index.ts';
import { badValue, missingKey, unknownKey } from './complaints.ts';
import {
  headersExample,
  noOrigin,
  onlyFormat,
  secretInAddress,
  secretInFile,
  twoOrigins,
  unknownSecret,
  wholeAddress,
} from './harvest-complaints.ts';
import { shareOf } from './limits.ts';

type Kind = HarvestOrigin['kind'];
type Texts = Readonly<Record<string, string>>;

/** A way to fetch: the key whose value is its address, other keys it needs or may have, formats it gives. */
interface OriginKey {
  readonly kind: Kind;
  readonly needs: readonly string[];
  readonly may: readonly string[];
  readonly formats: readonly SourceFormat[];
  readonly make: (address: string, texts: Texts) => HarvestOrigin;
}

const ANY: readonly SourceFormat[] = ['csv', 'json', 'xml'];

/** A new kind of source is a new row. */
const ORIGINS: Readonly<Record<string, OriginKey>> = {
  url: { kind: 'file', needs: [], may: [], formats: ANY, make: (url) => ({ kind: 'file', url }) },
  udata: {
    kind: 'udata',
    needs: ['dataset', 'resource'],
    may: [],
    formats: ANY,
    make: (portal, { dataset = '', resource = '' }) => ({ kind: 'udata', portal, dataset, resource }),
  },
  tabular: {
    kind: 'tabular',
    needs: ['resource'],
    may: [],
    formats: ['csv'],
    make: (api, { resource = '' }) => ({ kind: 'tabular', api, resource }),
  },
  opendatasoft: {
    kind: 'opendatasoft',
    needs: ['dataset'],
    may: ['where', 'select', 'key'],
    formats: ['csv', 'json'],
    make: (portal, { dataset = '', ...clauses }) => ({ kind: 'opendatasoft', portal, dataset, ...clauses }),
  },
  oai: {
    kind: 'oai',
    needs: ['metadataPrefix'],
    may: ['set'],
    formats: ['xml'],
    make: (endpoint, { metadataPrefix = '', ...set }) => ({ kind: 'oai', endpoint, metadataPrefix, ...set }),
  },
};

const COMMON: readonly string[] = ['fall', 'type', 'headers'];

/** Keys that say where a source comes from, and all that may stand below `harvest`. */
export const ORIGIN_KEYS: readonly string[] = Object.keys(ORIGINS);
export const HARVEST_KEYS: readonly string[] = [
  ...new Set([
    ...ORIGIN_KEYS,
    ...Object.values(ORIGINS).flatMap(({ needs, may }) => [...needs, ...may]),
    ...COMMON,
  ]),
];

/** Reads `harvest:` below `source:`; undefined where there is none, or it names nothing. Complaints are added. */
export function readHarvest(
  node: YamlNode | undefined,
  format: SourceFormat,
  complaints: Complaint[],
): Harvest | undefined {
  if (node === undefined) return undefined;
  const named = Object.keys(ORIGINS).filter((key) => childOf(node, key) !== undefined);
  const key = named[0];
  const row = key === undefined ? undefined : ORIGINS[key];
  if (node.kind !== 'map' || key === undefined || row === undefined) {
    complaints.push(noOrigin(node, Object.keys(ORIGINS)));
    return undefined;
  }
  if (named.length > 1) complaints.push(twoOrigins(node.place, named));
  const known = [key, ...row.needs, ...row.may, ...COMMON];
  for (const entry of node.entries)
    if (!known.includes(entry.key) && !named.includes(entry.key))
      complaints.push(unknownKey(entry.place, entry.key, known));
  if (!row.formats.includes(format)) complaints.push(onlyFormat(node.place, key, row.formats));
  return {
    from: row.make(addressOf(node, key, complaints), textsOf(node, row, complaints)),
    fall: shareOf(node, 'fall', complaints) ?? DEFAULT_FALL,
    mediaTypes: mediaTypesOf(childOf(node, 'type'), complaints),
    headers: headersOf(childOf(node, 'headers'), complaints),
  };
}

function addressOf(node: YamlNode, key: string, complaints: Complaint[]): string {
  const text = textOf(childOf(node, key)) ?? '';
  const place = entryOf(node, key)?.place ?? node.place;
  const url = /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) complaints.push(badValue(place, key, text, wholeAddress));
  else if (holdsSecret(url, text)) complaints.push(secretInAddress(place));
  return text;
}

/** Names of parameters that hold secrets, as portals call them. */
const SECRET_PARAMETER = /^(api-?_?key|token|access_?token|secret|password|pass)$/i;

const holdsSecret = ({ username, password, searchParams }: URL, text: string): boolean =>
  username !== '' ||
  password !== '' ||
  text.includes('${') ||
  [...searchParams.keys()].some((name) => SECRET_PARAMETER.test(name));

function textsOf(node: YamlNode, { needs, may }: OriginKey, complaints: Complaint[]): Texts {
  const texts: Record<string, string> = {};
  for (const key of [...needs, ...may]) {
    const text = textOf(childOf(node, key))?.trim();
    if (text) texts[key] = text;
    else if (needs.includes(key)) complaints.push(missingKey(node.place, key, `${key}: …`));
  }
  return texts;
}

/** One media type, or a list of them. */
function mediaTypesOf(node: YamlNode | undefined, complaints: Complaint[]): readonly string[] {
  if (node === undefined) return [];
  const nodes = node.kind === 'list' ? itemsOf(node) : [node];
  return nodes.flatMap((one) => {
    const text = (textOf(one) ?? '').trim().toLowerCase();
    if (/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(text)) return [text];
    complaints.push(
      badValue(one.place, 'type', text, {
        fr: 'Donnez un type de média, par exemple text/csv.',
        en: 'Give a media type, text/csv for example.',
      }),
    );
    return [];
  });
}

/** Headers that the platform sets itself, or that would change what is asked. */
const OWN_HEADERS =
  /^(host|user-agent|accept-encoding|range|if-.*|connection|content-.*|transfer-encoding|te|upgrade|expect|cookie2)$/i;

/** Headers that carry secrets by their nature. */
const SECRET_HEADER = /auth|cookie|token|secret|key|password/i;

function headersOf(node: YamlNode | undefined, complaints: Complaint[]): readonly HarvestHeader[] {
  if (node === undefined) return [];
  if (node.kind !== 'map') {
    complaints.push(missingKey(node.place, 'headers', headersExample('CIMAISE_SECRET_PORTAL')));
    return [];
  }
  return node.entries.flatMap(({ key, place, node: value }) => {
    const text = textOf(value) ?? '';
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(key) || OWN_HEADERS.test(key) || !/^[\x20-\x7e]+$/.test(text)) {
      complaints.push(
        badValue(place, key, 'headers', {
          fr: 'Cet en-tête ne se déclare pas ici : la plateforme le donne elle-même, ou sa valeur n’est pas en lettres simples.',
          en: 'This header is not declared here: the platform gives it itself, or its value is not in plain letters.',
        }),
      );
      return [];
    }
    const plain = text.replace(SECRET_REFERENCE, '');
    if (plain.includes('${')) complaints.push(unknownSecret(place));
    else if (SECRET_HEADER.test(key) && plain === text) complaints.push(secretInFile(place, key));
    return [{ name: key, value: text }];
  });
}
