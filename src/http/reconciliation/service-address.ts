import type { Scope } from './scope.ts';

/** Parts of a service. */
const SERVICES = [
  'reconcile',
  'view',
  'preview',
  'extend',
  'extend/propose',
  'suggest/entity',
  'suggest/property',
  'suggest/type',
] as const;

export type Service = (typeof SERVICES)[number];

/** What an address below `/reconcile` names; `service` absent: the service itself. */
export interface ServiceAddress {
  readonly scope: Scope;
  readonly service?: Service;
}

const ADDRESS = /^\/reconcile(\/1\.0-draft)?(?:\/(.+))?$/;

/** Reads `/reconcile[/1.0-draft][/<slug>][/<service>]`; undefined for all else. */
export function serviceAddressOf(path: string): ServiceAddress | undefined {
  const [whole, draft, rest] = ADDRESS.exec(path) ?? [];
  if (whole === undefined) return undefined;
  const version = draft === undefined ? ('0.2' as const) : ('1.0-draft' as const);
  if (rest === undefined) return { scope: { version } };
  const service = SERVICES.find((one) => one === rest);
  if (service) return { scope: { version }, service };
  const [slug = '', below] = rest.split(/\/(.*)/s);
  const part = SERVICES.find((one) => one === below);
  if (below !== undefined && !part) return undefined;
  return { scope: { slug, version }, ...(part && { service: part }) };
}
