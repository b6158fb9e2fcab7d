import type { HarvestOrigin } from '../../model/index.ts';
import { fetchFile } from './fetch-file.ts';
import { fetchOai } from './fetch-oai.ts';
import { fetchOpendatasoft } from './fetch-opendatasoft.ts';
import { fetchTabular } from './fetch-tabular.ts';
import { fetchUdata } from './fetch-udata.ts';
import type { Fetched, Fetching } from './origin.ts';

/** Fetches a source the way that its declaration says; a new way is a new case. @throws HarvestFailure */
export function fetchOrigin(from: HarvestOrigin, fetching: Fetching): Promise<Fetched> {
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
