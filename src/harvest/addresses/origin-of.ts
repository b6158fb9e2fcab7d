import type { HarvestHeader } from '../../model/index.ts';
import { resolveHeaders, type Secrets } from '../secrets.ts';
import type { WebClient } from '../web/web-client.ts';
import { droppedParameters } from './address-sentences.ts';
import { type Choice, chooseResource } from './choose-resource.ts';
import { recogniseAddress } from './recognise-address.ts';

/** Who asks, and with what. */
export interface AddressAsking {
  readonly client: WebClient;
  readonly headers: readonly HarvestHeader[];
  readonly secrets: Secrets;
  readonly signal?: AbortSignal;
}

/**
 * What an address that a person copied from a browser is to be declared as; a portal is asked only where the address leaves
 * something open. @throws HarvestFailure
 */
export async function originOf(url: string, asking: AddressAsking): Promise<Choice> {
  const recognised = recogniseAddress(url);
  if (recognised.kind === 'origin') {
    const { from, dropped } = recognised;
    return { from, notes: dropped.length > 0 ? [droppedParameters(dropped)] : [] };
  }
  const { client, headers, secrets, signal } = asking;
  return chooseResource(
    { ...recognised, url },
    { client, ...resolveHeaders(headers, secrets), ...(signal && { signal }) },
  );
}
