import ipaddr from 'ipaddr.js';

/** What counts as one caller: an IPv4 address, or the /64 network of an IPv6 address, which one household has whole. */
export function clientKey(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':');
}
