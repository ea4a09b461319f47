import type { Messages } from './messages.ts';

/** Apps as they write themselves, where that is more than a capital letter. */
const NAMES: Readonly<Record<string, string>> = {
  beetv: 'BeeTV',
  imo: 'imo',
  'ios apps': 'iOS',
  kaznet: 'KazNet',
  tiktok: 'TikTok',
  vkontakte: 'VKontakte',
  whatsapp: 'WhatsApp',
  youtube: 'YouTube',
  'youtube kids': 'YouTube Kids',
};

/** What an allowance of an app names: the app itself, or a kind of apps in the reader's language. */
export function appName({ scope }: Messages, app: string): string {
  const kinds: Readonly<Record<string, string>> = scope.appKinds;
  return kinds[app] ?? NAMES[app] ?? app.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}
