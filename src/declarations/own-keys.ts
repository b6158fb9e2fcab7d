import { childOf, itemsOf, textOf, type YamlNode } from '../documents/index.ts';
import type { Dataset } from '../model/index.ts';

/** Keys of `dataset.yml` that say how the platform treats a dataset: where its identifiers lead, what stays private. */
export function ownKeysOf(node: YamlNode): Pick<Dataset, 'register' | 'privateColumns'> {
  const register = textOf(childOf(node, 'register'));
  const columns = itemsOf(childOf(node, 'privateColumns')).flatMap((item) => textOf(item) ?? []);
  return {
    ...(register !== undefined && { register }),
    ...(columns.length > 0 && { privateColumns: columns }),
  };
}
