import type { Page } from 'playwright-core';

/** The languages of the app, and what a document in each says that it is in. */
export const LOCALES = { zh: 'zh-CN', en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' } as const;

export const LANGUAGES = ['zh', 'en', 'ru', 'kk'] as const satisfies readonly (keyof typeof LOCALES)[];

/** One stay for the pages that tell of an answer, so that it is computed once. */
const STAY = 'for=business-trip&from=2026-12-01&days=2&bought=abroad&passport=CN';

/** Every page of the app with something to show on it, by the part of its address after `#`. */
export const PAGE_ADDRESSES: Readonly<Record<string, string>> = {
  home: '',
  preset: '1/preset?for=business-trip',
  when: '1/when?for=tourist&days=12',
  where: '1/where?for=tourist&place=3@Almaty&place=@Astana',
  calls: '1/calls?for=tourist&call=national-mobile:10min/day&call=intl:CN:5min/day',
  phone: '1/phone?for=tourist',
  online: '1/online?for=tourist&do=video-sd:1',
  expert: '1/expert?for=tourist&days=12&need=number',
  answer: `1/answer?${STAY}`,
  explain: `1/explain?${STAY}`,
  formalities: `1/formalities?${STAY}`,
  counter: `1/counter?${STAY}`,
  map: '1/map?for=transit&from=2026-12-01',
  places: '1/places?for=tourist&from=2026-12-01&place=3@Almaty&place=2@Saty',
  ask: '1/ask',
  keeper: '1/keeper',
  offers: '1/offers?show=kind:phone&compare=kcell-talks-daily',
  offer: '1/offer?offer=kcell-talks-daily',
  compare: '1/compare?compare=kcell-talks-daily&compare=beeline-prostoy',
  poster: '1/poster?for=transit&from=2026-12-01&poster=Vesna:+4990+KZT/30d,+20GB',
  share: '1/share?for=tourist&days=12',
  about: '1/about',
};

/**
 * Whether a page has come to rest: the one that the address names is shown, and no answer is under way. A map that has
 * begun to show itself counts as one. Runs in the page.
 */
export function isSettled(): boolean {
  const named = /^#[^/]*\/(\w+)/.exec(location.hash)?.[1] ?? 'home';
  const isShown = document.querySelector('main')?.getAttribute('data-page') === named;
  const isWaiting = document.querySelector('.loading, .before') !== null || document.querySelector('h1') === null;
  const isComputing = document.querySelector('[data-state="computing"]') !== null;
  return isShown && !isWaiting && (!isComputing || document.querySelectorAll('.answer-map a').length > 3);
}

/** Shows what is open in another language, by the field that everybody finds. */
export async function choose(page: Page, language: (typeof LANGUAGES)[number]): Promise<void> {
  await page.locator('.language select').selectOption(language);
  await page.locator(`html[lang="${LOCALES[language]}"]`).waitFor();
}

/** The same, and waits until the page has come to rest. */
export async function speak(page: Page, language: (typeof LANGUAGES)[number]): Promise<void> {
  await choose(page, language);
  await page.waitForFunction(isSettled);
}
