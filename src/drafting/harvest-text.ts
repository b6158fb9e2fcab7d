import type { Harvest, HarvestOrigin } from '../model/index.ts';
import { scalar } from './yaml-text.ts';

/** `harvest:` of a source, as one flow map. */
export const harvestText = ({ from, headers }: Harvest): string =>
  map([
    ...entriesOf(from),
    headers.length === 0
      ? undefined
      : ['headers', map(headers.map(({ name, value }) => [scalar(name), scalar(value)]))],
  ]);

type Entry = readonly [key: string, text: string];

const map = (entries: readonly (Entry | undefined)[]): string =>
  `{ ${entries.flatMap((one) => (one === undefined ? [] : [one.join(': ')])).join(', ')} }`;

const entry = (key: string, value: string | undefined): Entry | undefined =>
  value === undefined ? undefined : [key, scalar(value)];

/** The key that says the way, with its address, then what it needs. */
function entriesOf(from: HarvestOrigin): readonly (Entry | undefined)[] {
  switch (from.kind) {
    case 'file':
      return [entry('url', from.url)];
    case 'udata':
      return [entry('udata', from.portal), entry('dataset', from.dataset), entry('resource', from.resource)];
    case 'tabular':
      return [entry('tabular', from.api), entry('resource', from.resource)];
    case 'opendatasoft':
      return [
        entry('opendatasoft', from.portal),
        entry('dataset', from.dataset),
        entry('where', from.where),
        entry('select', from.select),
        entry('key', from.key),
      ];
    case 'oai':
      return [
        entry('oai', from.endpoint),
        entry('metadataPrefix', from.metadataPrefix),
        entry('set', from.set),
      ];
  }
}
