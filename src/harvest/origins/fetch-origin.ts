import { type HarvestOrigin, originAddress } from '../../model/index.ts';
import { withinTime } from '../web/within-time.ts';
import { fetchFile } from './fetch-file.ts';
import { fetchOai } from './fetch-oai.ts';
import { fetchOpendatasoft } from './fetch-opendatasoft.ts';
import { fetchTabular } from './fetch-tabular.ts';
import { fetchUdata } from './fetch-udata.ts';
import type { Fetched, Fetching } from './origin.ts';

/** Fetches a source the way that its declaration says, within the time for one file. @throws HarvestFailure */
export function fetchOrigin(from: HarvestOrigin, fetching: Fetching): Promise<Fetched> {
  return withinTime(originAddress(from), fetching, (signal) => fetchFrom(from, { ...fetching, signal }));
}

/** A new way is a new case. */
function fetchFrom(from: HarvestOrigin, fetching: Fetching): Promise<Fetched> {
  switch (from.kind) {
    case 'file':
      return fetchFile(from, fetching);
    case 'udata':
      return fetchUdata(from, fetching);
    case 'tabular':
      return fetchTabular(from, fetching);
    case 'opendatasoft':
      return fetchOpendatasoft(from, fetching);
    case 'oai':
      return fetchOai(from, fetching);
  }
}
