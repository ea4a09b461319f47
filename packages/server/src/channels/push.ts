import { createECDH } from 'node:crypto';
import { SERVER_WORDS } from '@simwise/messages';
import webPush from 'web-push';
import { DELIVERED, failed, gone, type Outcome, retry, unknown } from '../deliver/outcome.ts';
import { NoReply, post, type Reply } from './http-post.ts';
import type { PushHosts } from './push-hosts.ts';
import { retryAfterSeconds } from './retry-after.ts';
import type { Sender } from './sender.ts';
import type { StopLinks } from './stop-links.ts';

/** The server's identity towards the push services (RFC 8292). */
export type Vapid = {
  readonly contact: string;
  readonly publicKey: string;
  readonly privateKey: string;
};

export type PushOptions = {
  readonly vapid: Vapid;
  readonly hosts: PushHosts;
  readonly stopLinks: StopLinks;
};

/** What the service worker receives. */
export type PushPayload = {
  readonly text: string;
  readonly lang: string;
  /** Names the reminder, so that a second notice of the same one takes the place of the first. */
  readonly tag: string;
  /** A path, or an address where the server knows its own, to which a POST stops this channel; and how to call that. */
  readonly stop: string;
  readonly stopText: string;
};

const ENCODING = 'aes128gcm';

/** Sends by Web Push, encrypted for the browser (RFC 8291). */
export function pushSender({ vapid, hosts, stopLinks }: PushOptions): Sender {
  const authorizationFor = authorizations(vapid);
  return {
    async prepare({ rule, text, language, ttlSeconds }, { id, kind, address }) {
      if (kind !== 'push') throw new Error(`a push sender cannot reach ${kind}`);
      const { stopButton: stopText } = SERVER_WORDS[language];
      const payload: PushPayload = { text, lang: language, tag: rule, stop: stopLinks.linkOf(id), stopText };
      const url = new URL(address.endpoint);
      const { cipherText: body } = webPush.encrypt(address.p256dh, address.auth, JSON.stringify(payload), ENCODING);
      const headers = {
        authorization: authorizationFor(url.origin),
        ttl: ttlSeconds,
        'content-encoding': ENCODING,
        'content-type': 'application/octet-stream',
        'content-length': body.length,
      };
      return {
        async send(signal) {
          if (!hosts.allows(url)) return failed('this push service is not allowed');
          return post({ url, headers, body, agent: hosts.agent, signal }).then(outcomeOf, withoutReply);
        },
      };
    },
  };
}

const REUSED_MS = 3_600_000;
/** Devices choose the push services: so many at once are no honest use. */
const MOST_SERVICES = 1_000;

/** Who sends, signed for one push service. A signature is good for twelve hours; making one costs as much as a message. */
function authorizations({ contact, publicKey, privateKey }: Vapid): (origin: string) => string {
  const made = new Map<string, { readonly header: string; readonly until: number }>();
  return (origin) => {
    const known = made.get(origin);
    if (known && known.until > performance.now()) return known.header;
    const { Authorization: header } = webPush.getVapidHeaders(origin, contact, publicKey, privateKey, ENCODING);
    if (made.size >= MOST_SERVICES) made.clear();
    made.set(origin, { header, until: performance.now() + REUSED_MS });
    return header;
  };
}

function outcomeOf({ status, headers }: Reply): Outcome {
  if (status >= 200 && status < 300) return DELIVERED;
  if (status === 404 || status === 410) return gone('the browser has withdrawn its subscription');
  if (status === 429 || status === 503) return retry(`the push service answered ${status}`, retryAfterSeconds(headers));
  if (status >= 400 && status < 500) return failed(`the push service answered ${status}`);
  return unknown(`the push service answered ${status}`);
}

/** What can be said after no answer came: sent again is only what cannot have left. */
export function withoutReply(error: unknown): Outcome {
  if (!(error instanceof NoReply)) return unknown('a fault while sending');
  if (error.code === 'ENOTPUBLIC') return failed('the host leads to an address that is not public');
  return error.mayHaveArrived ? unknown(`no answer (${error.code})`) : retry(`no connection (${error.code})`);
}

/** Whether the keys of a subscription are such that something can be encrypted for them. */
export function areUsableKeys({ p256dh, auth }: { readonly p256dh: string; readonly auth: string }): boolean {
  if (Buffer.from(auth, 'base64url').length !== 16) return false;
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== 65) return false;
  try {
    const own = createECDH('prime256v1');
    own.generateKeys();
    own.computeSecret(point);
    return true;
  } catch {
    return false;
  }
}
