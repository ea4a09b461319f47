import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Settings } from '../settings.ts';
import { stopSecret, vapidKeys } from '../store/secrets.ts';
import type { ChannelKind } from './address.ts';
import { type EmailOptions, emailSender } from './email.ts';
import { pushSender, type Vapid } from './push.ts';
import type { PushHosts } from './push-hosts.ts';
import type { Senders } from './sender.ts';
import { readMailServer } from './smtp.ts';
import { StopLinks } from './stop-links.ts';
import { telegramSender } from './telegram.ts';
import { TelegramApi } from './telegram-api.ts';

/** The channels of this server: those that are on with what they need, those that are off with the reason. */
export type Channels = {
  readonly senders: Senders;
  readonly stopLinks: StopLinks;
  readonly pushHosts: PushHosts;
  readonly pushKey: string | null;
  readonly email: EmailOptions | null;
  readonly telegram: { readonly api: TelegramApi; readonly bot: string } | null;
  readonly off: { readonly [K in ChannelKind]?: string };
  readonly close: () => void;
};

type Opening = {
  readonly pool: Pool;
  readonly settings: Settings;
  readonly pushHosts: PushHosts;
  readonly log: Logger;
};

export async function openChannels({ pool, settings, pushHosts, log }: Opening): Promise<Channels> {
  const stopLinks = new StopLinks(await stopSecret(pool), settings.PUBLIC_URL ?? '');
  const vapid = await openVapid(pool, settings);
  const email = openEmail(settings, stopLinks);
  const telegram = await openTelegram(settings, log);
  return {
    senders: {
      ...(typeof vapid === 'string' ? {} : { push: pushSender({ vapid, hosts: pushHosts, stopLinks }) }),
      ...(typeof email === 'string' ? {} : { email: emailSender(email) }),
      ...(typeof telegram === 'string' ? {} : { telegram: telegramSender(telegram.api) }),
    },
    stopLinks,
    pushHosts,
    pushKey: typeof vapid === 'string' ? null : vapid.publicKey,
    email: typeof email === 'string' ? null : email,
    telegram: typeof telegram === 'string' ? null : telegram,
    off: {
      ...(typeof vapid === 'string' ? { push: vapid } : {}),
      ...(typeof email === 'string' ? { email } : {}),
      ...(typeof telegram === 'string' ? { telegram } : {}),
    },
    close() {
      pushHosts.agent.destroy();
      if (typeof telegram !== 'string') telegram.api.close();
    },
  };
}

async function openVapid(pool: Pool, settings: Settings): Promise<Vapid | string> {
  const { PUSH_CONTACT: contact, VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = settings;
  if (!contact) return 'PUSH_CONTACT is not set';
  if (!publicKey !== !privateKey) return 'only one of VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY is set';
  return { contact, ...(publicKey && privateKey ? { publicKey, privateKey } : await vapidKeys(pool)) };
}

function openEmail({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Settings, stopLinks: StopLinks): EmailOptions | string {
  const missing = Object.entries({ SMTP_URL, MAIL_FROM, PUBLIC_URL }).find(([, value]) => !value);
  if (missing) return `${missing[0]} is not set`;
  return { server: readMailServer(SMTP_URL ?? ''), from: MAIL_FROM ?? '', publicUrl: PUBLIC_URL ?? '', stopLinks };
}

const ASK_MS = 10_000;

/** Asks the bot for its name: links to it need it, and a wrong token shows at once. */
async function openTelegram({ TELEGRAM_TOKEN: token, TELEGRAM_API }: Settings, log: Logger) {
  if (!token) return 'TELEGRAM_TOKEN is not set';
  const api = new TelegramApi({ token, api: TELEGRAM_API });
  try {
    const { ok, result } = await api.call('getMe', {}, AbortSignal.timeout(ASK_MS));
    const { username } = (result ?? {}) as { username?: unknown };
    if (ok && typeof username === 'string') return { api, bot: username };
    api.close();
    return 'Telegram does not accept TELEGRAM_TOKEN';
  } catch (error) {
    log.warn({ err: error }, 'Telegram cannot be reached');
    api.close();
    return 'Telegram could not be reached when the server started';
  }
}
