import { digest } from '../store/digest.ts';

/** A browser's push subscription. */
export type PushAddress = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };

/** Where a channel leads; a Telegram chat is not known before the person has spoken to the bot. */
export type Address =
  | { readonly kind: 'push'; readonly address: PushAddress }
  | { readonly kind: 'email'; readonly address: { readonly mail: string } }
  | { readonly kind: 'telegram'; readonly address: { readonly chat: string | null } };

export type ChannelKind = Address['kind'];

export const CHANNEL_KINDS: readonly ChannelKind[] = ['push', 'email', 'telegram'];

/** A digest that is the same for the same recipient; `salt` tells chats apart that are not known yet. */
export function targetOf(to: Address, salt: string): Buffer {
  if (to.kind === 'push') return digest('push', to.address.endpoint);
  if (to.kind === 'email') return digest('email', to.address.mail.toLowerCase());
  return to.address.chat === null ? digest('telegram-unknown', salt) : digest('telegram', to.address.chat);
}
