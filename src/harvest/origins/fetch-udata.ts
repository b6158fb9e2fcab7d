import { folded, nearest } from '../../documents/index.ts';
import { below, type HarvestOrigin } from '../../model/index.ts';
import { digestOf } from '../download/digests.ts';
import { askJson } from '../web/ask-document.ts';
import { fetchFile } from './fetch-file.ts';
import { noResource, otherShape, severalResources } from './interface-failures.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from './json-values.ts';
import type { Fetched, Fetching } from './origin.ts';

type UdataOrigin = Extract<HarvestOrigin, { kind: 'udata' }>;

/**
 * A resource of a udata portal: its description tells the stable address and, where the portal itself keeps the file, a
 * checksum. Where that is the kept copy's, nothing is fetched.
 */
export async function fetchUdata(origin: UdataOrigin, fetching: Fetching): Promise<Fetched> {
  const { portal, dataset } = origin;
  const { client, headers, secret, signal, before } = fetching;
  const url = below(portal, `api/1/datasets/${encodeURIComponent(dataset)}/`);
  const described = await askJson(client, { url, headers, secret }, signal);
  const resources = objectsAt(described, 'resources');
  if (resources === undefined) throw otherShape(url, 'resources');
  const resource = chosen(origin, resources);
  const digest = digestOfResource(resource, portal);
  if (digest?.algorithm === 'sha256' && digest.hex === before?.sha256) return { kind: 'unchanged' };
  const address = addressOf(resource, portal);
  const isSameSite = new URL(address).origin === new URL(portal).origin;
  return fetchFile(
    { kind: 'file', url: address },
    { ...fetching, secret: isSameSite ? secret : {} },
    digest ? [digest] : [],
  );
}

function chosen({ resource: wanted, portal }: UdataOrigin, resources: readonly JsonObject[]): JsonObject {
  const byId = resources.find((one) => textAt(one, 'id') === wanted);
  if (byId) return byId;
  const exact = resources.filter((one) => textAt(one, 'title') === wanted);
  const alike =
    exact.length > 0
      ? exact
      : resources.filter((one) => folded(textAt(one, 'title') ?? '') === folded(wanted));
  if (alike.length > 1)
    throw severalResources(
      wanted,
      alike.map((one) => textAt(one, 'id') ?? '?'),
    );
  const [only] = alike;
  if (only) return only;
  const titles = resources.map((one) => textAt(one, 'title') ?? textAt(one, 'id') ?? '?');
  throw noResource(portal, wanted, { near: nearest(wanted, titles), titles });
}

/** The address that stays while files are replaced. */
function addressOf(resource: JsonObject, portal: string): string {
  const id = textAt(resource, 'id');
  const stable = id === undefined ? undefined : below(portal, `api/1/datasets/r/${encodeURIComponent(id)}`);
  const address = textAt(resource, 'latest') ?? stable ?? textAt(resource, 'url');
  if (address === undefined || !URL.canParse(address, portal)) throw otherShape(portal, 'latest');
  return new URL(address, portal).href;
}

/** Of a file elsewhere a portal's checksum may be an old one: it is believed for its own files alone. */
function digestOfResource(resource: JsonObject, portal: string) {
  if (textAt(resource, 'filetype') !== 'file') return undefined;
  const checksum = objectAt(resource, 'checksum');
  return digestOf(textAt(checksum, 'type') ?? '', textAt(checksum, 'value') ?? '', new URL(portal).host);
}
