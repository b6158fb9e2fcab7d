import { type HarvestOrigin, percentDecoded } from '../../model/index.ts';

/** What an address is one of, by its form alone: nothing is asked. */
export type RecognisedAddress =
  | {
      readonly kind: 'origin';
      readonly from: HarvestOrigin;
      /** Parameters that choose some of the records, and that nothing takes over. */
      readonly dropped: readonly string[];
    }
  /** A dataset of a udata portal; which of its resources is meant may have to be found out. */
  | {
      readonly kind: 'udata';
      readonly portal: string;
      readonly dataset: string;
      readonly resource?: string;
      /** Whether only udata has such addresses. */
      readonly isSure: boolean;
    };

interface Form {
  /** Of the path; `dataset` and `resource` are its names. What stands before it belongs to the portal. */
  readonly like: RegExp;
  readonly make: (found: Found) => RecognisedAddress | undefined;
}

interface Found {
  readonly url: URL;
  readonly portal: string;
  readonly dataset: string;
  readonly resource: string | undefined;
}

const origin = (from: HarvestOrigin, dropped: readonly string[] = []): RecognisedAddress => ({
  kind: 'origin',
  from,
  dropped,
});

/** The resource that the page of a dataset shows, in all generations of data.gouv.fr. */
const shownResource = ({ hash, searchParams }: URL): string | undefined =>
  searchParams.get('resource_id') ?? /^#\/?resources?[/-](?<id>[\w-]+)/.exec(hash)?.groups?.['id'];

const udata = ({ url, portal, dataset, resource = shownResource(url) }: Found, isSure: boolean) => ({
  kind: 'udata' as const,
  portal,
  dataset,
  isSure,
  ...(resource !== undefined && { resource }),
});

function opendatasoft({ url, portal, dataset }: Found): RecognisedAddress {
  const { searchParams } = url;
  const clauses = ['where', 'select'].flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [[name, value]];
  });
  const dropped = [...searchParams.keys()].filter((name) => /^(q|refine|exclude|geofilter)(\.|$)/.test(name));
  return origin({ kind: 'opendatasoft', portal, dataset, ...Object.fromEntries(clauses) }, dropped);
}

/** Parameters by which the tabular API turns pages. All others choose rows or columns. */
const TURNING: readonly string[] = ['page', 'page_size'];

/** The first that fits; a new kind of address is a new row. */
const FORMS: readonly Form[] = [
  {
    like: /\/api\/[12]\/datasets\/(?!r\/)(?<dataset>[^/]+)(?:\/resources\/(?<resource>[^/]+))?\/?$/,
    make: (found) => udata(found, true),
  },
  {
    like: /\/api\/explore\/v2\.\d\/catalog\/datasets\/(?<dataset>[^/]+)(?:\/records)?\/?$/,
    make: opendatasoft,
  },
  {
    like: /\/explore\/(?:dataset|assets)\/(?<dataset>[^/]+)(?!.*\/download\b)(?:\/.*)?$/,
    make: opendatasoft,
  },
  {
    like: /\/api\/resources\/(?<resource>[^/]+)(?:\/(?:data|profile)?)?\/?$/,
    make: ({ url, portal, resource = '' }) =>
      origin(
        { kind: 'tabular', api: portal, resource },
        [...url.searchParams.keys()].filter((name) => !TURNING.includes(name)),
      ),
  },
  {
    // A file may lie in a folder of this name.
    like: /(?:\/[a-z]{2})?\/datasets\/(?<dataset>(?!.*\.(?:csv|tsv|txt|json|geojson|xml|zip|gz|xz)$)[^/]+)\/?$/i,
    make: (found) => udata(found, false),
  },
];

/** The address of a file, where it is nothing else. @param address http or https */
export function recogniseAddress(address: string): RecognisedAddress {
  const url = new URL(address);
  const fits = FORMS.flatMap(({ like, make }) => {
    const match = like.exec(url.pathname);
    if (match === null) return [];
    const { dataset = '', resource } = match.groups ?? {};
    const portal = `${url.origin}${url.pathname.slice(0, match.index)}/`;
    const found = {
      url,
      portal,
      dataset: percentDecoded(dataset),
      resource: resource && percentDecoded(resource),
    };
    return [make(found)];
  });
  return fits[0] ?? repository(url) ?? origin({ kind: 'file', url: address });
}

/** A question to an OAI-PMH repository; without a format, the one that every repository has. */
function repository({ href }: URL): RecognisedAddress | undefined {
  const endpoint = new URL(href);
  const { searchParams } = endpoint;
  if (!VERBS.test(searchParams.get('verb') ?? '')) return undefined;
  const metadataPrefix = searchParams.get('metadataPrefix') ?? 'oai_dc';
  const set = searchParams.get('set');
  const dropped = ['from', 'until', 'identifier'].filter((name) => searchParams.has(name));
  for (const name of PROTOCOL) searchParams.delete(name);
  return origin(
    { kind: 'oai', endpoint: endpoint.href, metadataPrefix, ...(set !== null && { set }) },
    dropped,
  );
}

const VERBS = /^(Identify|ListRecords|ListIdentifiers|ListMetadataFormats|ListSets|GetRecord)$/;
const PROTOCOL: readonly string[] = [
  ...['verb', 'metadataPrefix', 'set', 'from', 'until'],
  ...['identifier', 'resumptionToken'],
];
