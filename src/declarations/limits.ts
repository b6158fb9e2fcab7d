import { childOf, textOf, type YamlNode } from '../documents/index.ts';
import {
  type Complaint,
  type Dataset,
  DEFAULT_QUARANTINE_LIMIT,
  MAPPING_POLICIES,
  type MappingPolicy,
} from '../model/index.ts';
import { badValue } from './complaints.ts';

/** How much may be wrong with a dataset before its release is refused. */
export function limitsOf(
  node: YamlNode,
  complaints: Complaint[],
): Pick<Dataset, 'policy' | 'faultLimit' | 'quarantineLimit'> {
  const faultLimit = shareOf(node, 'faultLimit', complaints);
  return {
    policy: policyOf(childOf(node, 'policy'), complaints),
    ...(faultLimit === undefined ? {} : { faultLimit }),
    quarantineLimit: shareOf(node, 'quarantineLimit', complaints) ?? DEFAULT_QUARANTINE_LIMIT,
  };
}

/** A share between 0 and 1; undefined where none is declared, or it is no such number. */
export function shareOf(parent: YamlNode, key: string, complaints: Complaint[]): number | undefined {
  const node = childOf(parent, key);
  if (node === undefined) return undefined;
  const share = Number(textOf(node)?.trim() || Number.NaN);
  if (share >= 0 && share <= 1) return share;
  complaints.push(
    badValue(node.place, key, textOf(node) ?? '', {
      fr: 'Donnez une part entre 0 et 1, par exemple 0.05.',
      en: 'Give a share between 0 and 1, 0.05 for example.',
    }),
  );
  return undefined;
}

function policyOf(node: YamlNode | undefined, complaints: Complaint[]): MappingPolicy {
  const text = textOf(node);
  const found = MAPPING_POLICIES.find((one) => one === text);
  if (node !== undefined && found === undefined)
    complaints.push(
      badValue(node.place, 'policy', text ?? '', {
        fr: `Donnez ${MAPPING_POLICIES.join(', ')}.`,
        en: `Give ${MAPPING_POLICIES.join(', ')}.`,
      }),
    );
  return found ?? 'skip-term';
}
