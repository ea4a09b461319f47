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
  answer: '1/answer?for=tourist&from=2026-12-01',
  map: '1/map?for=transit&from=2026-12-01',
  explain: '1/explain?for=tourist&from=2026-12-01',
  formalities: '1/formalities?for=business-trip&from=2026-12-01&passport=CN&bought=abroad',
  counter: '1/counter?for=business-trip&from=2026-12-01',
  places: '1/places?for=tourist&from=2026-12-01&place=3@Almaty&place=2@Saty',
  ask: '1/ask',
  offers: '1/offers?show=kind:phone&compare=kcell-talks-daily',
  offer: '1/offer?offer=kcell-talks-daily',
  compare: '1/compare?compare=kcell-talks-daily&compare=beeline-prostoy',
  poster: '1/poster?for=tourist&from=2026-12-01&poster=Vesna:+4990+KZT/30d,+20GB',
  share: '1/share?for=tourist&days=12',
  about: '1/about',
};

/** Whether a page has come to rest: shown, and with no answer under way. Runs in the page. */
export function isSettled(): boolean {
  const isBusy = document.querySelector('.loading, [data-state="computing"], .before') !== null;
  return !isBusy && document.querySelector('h1') !== null;
}
