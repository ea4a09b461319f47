import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address is one of the public internet: not loopback, private, link-local, mapped, tunnelled or reserved. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}

/** A name led to an address inside some network. */
export class NotPublic extends Error {
  readonly code = 'ENOTPUBLIC';
}

/**
 * Looks a name up as `dns.lookup` does and refuses it when any of its addresses is not public. A connection made with
 * it goes to the very addresses that were checked: a name that changes its mind between check and use gains nothing.
 */
export const lookupPublic: LookupFunction = (name, options, callback) => {
  lookup(name, { ...(options as LookupOptions), all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new NotPublic(), []);
    if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(new NotPublic(), []);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
