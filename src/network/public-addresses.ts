import { lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Ranges that belong to no public server (IANA special-purpose registries of IPv4 and IPv6, multicast included). */
const SPECIAL: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Of IPv6 only 2000::/3 is given out; in it, these lead elsewhere, to IPv4 among others.
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** One list a family: Node holds an IPv4 address against rules for IPv6 too. */
const blocked = (family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of SPECIAL) if (familyOf(net) === family) list.addSubnet(net, prefix, family);
  return list;
};
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
const BLOCKED = { ipv4: blocked('ipv4'), ipv6: blocked('ipv6') };

/** Whether an IP address may be one of a public server. IPv4 in IPv6 is never one. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  const family = familyOf(plain);
  return isIP(plain) !== 0 && !BLOCKED[family].check(plain, family);
}

/** Makes the error for a host whose address is private. */
export type Refusal = (host: string) => Error;

/**
 * Looks a name up as the system does, and refuses it if any of its addresses is not public. What is checked is what is
 * connected to: a name that changes its address in between gains nothing.
 */
export const publicLookup =
  (refusal: Refusal, lookup: LookupFunction = systemLookup as LookupFunction): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const addresses = Array.isArray(found) ? found : [];
      const hidden = addresses.find(({ address }) => !isPublicAddress(address));
      if (hidden || addresses.length === 0) return callback(refusal(hostname), '');
      const [first] = addresses;
      return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family);
    });
  };

/** A host written as an address is not looked up: it is judged here. @throws what `refusal` makes */
export function assertPublicHost(url: string, refusal: Refusal): void {
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw refusal(host);
}
