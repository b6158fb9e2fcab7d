import { type Bilingual, below, type HarvestOrigin } from '../../model/index.ts';
import { failureIn } from '../failure.ts';
import { otherShape } from '../origins/interface-failures.ts';
import { type JsonObject, objectsAt, textAt } from '../origins/json-values.ts';
import type { ResolvedHeaders } from '../secrets.ts';
import { askJson } from '../web/ask-document.ts';
import type { WebClient } from '../web/web-client.ts';
import { withinTime } from '../web/within-time.ts';
import { nothingReadable, oneOfSeveral, whichResource } from './address-sentences.ts';
import type { RecognisedAddress } from './recognise-address.ts';

/** Formats that sources are read from, best first. */
const READABLE: readonly RegExp[] = [/^(csv|tsv)\b/, /^(geojson|(nd)?jsonl?)\b/, /^xml\b/, /^(zip|gz)\b/];

/** Kinds of resources that hold no data. */
const BESIDE_DATA: readonly string[] = ['documentation', 'api', 'code'];

export interface Choice {
  readonly from: HarvestOrigin;
  readonly notes: readonly Bilingual[];
}

/**
 * Which resource of a dataset is meant: the one that is named, else the only one that can be read. A page that only looks
 * like one of udata is an address like another.
 * @throws HarvestFailure where nobody but its reader can choose
 */
export async function chooseResource(
  given: Extract<RecognisedAddress, { kind: 'udata' }> & { readonly url: string },
  {
    client,
    signal,
    ...headers
  }: ResolvedHeaders & { readonly client: WebClient; readonly signal?: AbortSignal },
): Promise<Choice> {
  const { url, portal, dataset, resource, isSure } = given;
  const api = below(portal, `api/1/datasets/${encodeURIComponent(dataset)}/`);
  const within = { client, ...(signal && { signal }) };
  const described = await withinTime(api, within, (ended) =>
    askJson(client, { url: api, ...headers }, ended),
  ).catch((error) => {
    const code = failureIn(error)?.code;
    if (!isSure && (code === 'status' || code === 'interface')) return undefined;
    throw error;
  });
  const resources = objectsAt(described, 'resources');
  if (resources === undefined) {
    if (isSure) throw otherShape(api, 'resources');
    return { from: { kind: 'file', url }, notes: [] };
  }
  const from = (id: string): HarvestOrigin => ({ kind: 'udata', portal, dataset, resource: id });
  if (resource !== undefined) return { from: from(resource), notes: [] };
  return onlyReadable(resources, { portal, dataset, from });
}

function onlyReadable(
  resources: readonly JsonObject[],
  {
    portal,
    dataset,
    from,
  }: { readonly portal: string; readonly dataset: string; readonly from: (id: string) => HarvestOrigin },
): Choice {
  const data = resources.filter((one) => !BESIDE_DATA.includes(textAt(one, 'type') ?? 'main'));
  const [best = []] = READABLE.map((like) => data.filter((one) => like.test(formatOf(one)))).filter(
    (found) => found.length > 0,
  );
  const [only, ...others] = best;
  const id = textAt(only, 'id');
  if (id === undefined) throw nothingReadable(portal, data.map(formatOf));
  if (others.length > 0)
    throw whichResource(
      best.map((one) => ({
        title: textAt(one, 'title') ?? '?',
        url: below(portal, `datasets/${encodeURIComponent(dataset)}/#/resources/${textAt(one, 'id') ?? '?'}`),
      })),
    );
  const title = textAt(only, 'title') ?? id;
  return { from: from(id), notes: data.length > 1 ? [oneOfSeveral(title, data.length)] : [] };
}

const formatOf = (resource: JsonObject): string =>
  (textAt(resource, 'format') ?? textAt(resource, 'mime')?.split('/').at(-1) ?? '').toLowerCase();
