import type http from 'node:http';
import https from 'node:https';
import { lookupPublic } from './public-address.ts';

/** Which push endpoints are called, and how connections to them are made. */
export type PushHosts = {
  /** Whether an endpoint may be kept and called at all. */
  readonly allows: (endpoint: URL) => boolean;
  readonly agent: http.Agent;
};

/** The push services of the browsers; `*.` stands for any name below. */
const KNOWN_HOSTS: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.services.mozilla.com',
  'web.push.apple.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];

/** Shorter than servers keep an idle connection: one they are just closing would leave the outcome unknown. */
const IDLE_MS = 4_000;

/**
 * The push services that are known, and those the settings add: names separated by commas, or `*` for every public
 * host. Only https on its own port, only names (no bare addresses), and only where they lead to the public internet.
 */
export function publicPushHosts(added: string): PushHosts {
  const hosts = [...KNOWN_HOSTS, ...added.split(',').map((name) => name.trim().toLowerCase())].filter(Boolean);
  return {
    allows: (endpoint) => isPlainHttps(endpoint) && hosts.some((pattern) => matches(endpoint.hostname, pattern)),
    agent: new https.Agent({ keepAlive: true, timeout: IDLE_MS, maxSockets: 256, lookup: lookupPublic }),
  };
}

function isPlainHttps({ protocol, port, username, password, hostname }: URL): boolean {
  const isName = /^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) && !hostname.endsWith('.local');
  return protocol === 'https:' && port === '' && username === '' && password === '' && isName;
}

function matches(host: string, pattern: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
