import { below, type HarvestOrigin } from '../../model/index.ts';
import { failureIn, HarvestFailure } from '../failure.ts';
import { askJson } from '../web/ask-document.ts';
import { fetchFile } from './fetch-file.ts';
import { otherShape, unwritableDialect } from './interface-failures.ts';
import { numberAt, objectAt, textAt } from './json-values.ts';
import { fetchRecordPages } from './opendatasoft-pages.ts';
import type { Fetched, Fetching } from './origin.ts';
import { DELIMITERS } from './table-text.ts';

type OpendatasoftOrigin = Extract<HarvestOrigin, { kind: 'opendatasoft' }>;

/**
 * A dataset of an Opendatasoft portal (Explore 2.1): an export where the portal gives one, else pages of records within their
 * limits. Nothing is fetched while the portal says that the data were not processed since.
 */
export async function fetchOpendatasoft(origin: OpendatasoftOrigin, fetching: Fetching): Promise<Fetched> {
  const { client, headers, secret, signal, before } = fetching;
  const dataset = datasetAddress(origin);
  const described = await askJson(client, { url: dataset, headers, secret }, signal);
  const revision = textAt(objectAt(objectAt(described, 'metas'), 'default'), 'data_processed');
  if (revision !== undefined && revision === before?.revision) return { kind: 'unchanged' };
  const total = await totalOf(origin, fetching);
  const told = { ...(revision !== undefined && { revision }), records: total };
  const got = await exported(origin, fetching).catch((error) => {
    if (!isRefusedExport(error)) throw error;
    return fetchRecordPages({ origin, dataset, total }, fetching);
  });
  return got.kind === 'unchanged' ? got : { ...got, ...told };
}

const datasetAddress = ({ portal, dataset }: OpendatasoftOrigin): string =>
  below(portal, `api/explore/v2.1/catalog/datasets/${encodeURIComponent(dataset)}`);

/** How many records the query chooses: an export that ends before is known to be cut. */
async function totalOf(
  origin: OpendatasoftOrigin,
  { client, headers, secret, signal }: Fetching,
): Promise<number> {
  const query = new URLSearchParams({
    limit: '1',
    ...(origin.where !== undefined && { where: origin.where }),
  });
  const url = `${datasetAddress(origin)}/records?${query}`;
  const total = numberAt(await askJson(client, { url, headers, secret }, signal), 'total_count');
  if (total === undefined) throw otherShape(url, 'total_count');
  return total;
}

function exported(origin: OpendatasoftOrigin, fetching: Fetching): Promise<Fetched> {
  const { format = 'csv', isGeographic, dialect, before: _, ...rest } = fetching;
  const { where, select } = origin;
  if (format === 'csv' && !DELIMITERS.includes(dialect.delimiter)) throw unwritableDialect(dialect.delimiter);
  const query = new URLSearchParams({
    ...(where !== undefined && { where }),
    ...(select !== undefined && { select }),
    ...(format === 'csv' && { delimiter: dialect.delimiter, with_bom: 'false' }),
  });
  const name = format === 'json' ? (isGeographic ? 'geojson' : 'json') : 'csv';
  const url = `${datasetAddress(origin)}/exports/${name}?${query}`;
  return fetchFile({ kind: 'file', url }, { ...rest, format, isGeographic, dialect });
}

/** Exports may be closed, or fail where a portal is small; pages are asked then. What comes and is wrong is wrong. */
const isRefusedExport = (error: unknown): boolean => {
  const failure = failureIn(error);
  return failure instanceof HarvestFailure && failure.code === 'status';
};
