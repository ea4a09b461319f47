import { FILTERS, withFilter } from '../offers/offer-filters.ts';
import { type AppState, EMPTY_STATE, PAGES, type PageName } from './app-state.ts';
import { FIELDS, type Pair } from './stay-fields.ts';

/** The form of the part after `#`: `1/answer?for=tourist&days=12`. A new form gets a new number and reads the old ones. */
const FORM = '1';

/** What could not be taken over from an address. */
export type AddressProblem =
  | { readonly code: 'foreign' }
  | { readonly code: 'unreadable'; readonly fields: readonly string[] };

export type ReadAddress = { readonly state: AppState; readonly problems: readonly AddressProblem[] };

/** A state as the part of an address after `#`. */
export function writeAddress({ page, ...said }: AppState): string {
  return addressOf(page, writeSaid(said));
}

/** The address of a page with what `writeSaid` made. */
export function addressOf(page: PageName, said: string): string {
  return `${FORM}/${page}${said === '' ? '' : `?${said}`}`;
}

/** What was said, as the part of an address after the page. */
export function writeSaid(state: Omit<AppState, 'page'>): string {
  const pairs: Pair[] = [
    ...Object.entries(FIELDS).flatMap(([name, { write }]) => write(state.stay).map((value): Pair => [name, value])),
    ...state.posters.map((text): Pair => ['poster', text]),
    ...state.compared.map((id): Pair => ['compare', id]),
    ...Object.entries(state.filters).map(([name, value]): Pair => ['show', `${name}:${value}`]),
    ...(state.choice === undefined ? [] : [['choice', state.choice] as const]),
    ...(state.offer === undefined ? [] : [['offer', state.offer] as const]),
  ];
  return pairs.map(([name, value]) => `${name}=${escapeValue(value)}`).join('&');
}

/** Characters that an address keeps readable; links are typed, printed and put into QR codes. */
const READABLE: Readonly<Record<string, string>> = { '%2F': '/', '%3A': ':', '%2C': ',', '%40': '@', '%20': '+' };

function escapeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(?:2F|3A|2C|40|20)/g, (code) => READABLE[code] ?? code);
}

/** Reads the part after `#`; an empty one is the beginning. Never throws: what cannot be read is a problem. */
export function readAddress(text: string): ReadAddress {
  if (text === '') return { state: EMPTY_STATE, problems: [] };
  const match = /^([^/?]*)\/([^?]*)(?:\?(.*))?$/s.exec(text);
  if (!match) return { state: EMPTY_STATE, problems: [{ code: 'foreign' }] };
  const [, form, page = '', query = ''] = match;
  const { state, fields } = readPairs(pairsIn(query));
  const known = PAGES.find((name) => name === page);
  const problems: AddressProblem[] = [
    ...(form === FORM ? [] : [{ code: 'foreign' } as const]),
    ...(fields.length === 0 ? [] : [{ code: 'unreadable', fields } as const]),
  ];
  if (!known && form === FORM)
    return { state, problems: [...problems, { code: 'unreadable', fields: [page === '' ? '/' : page] }] };
  return { state: { ...state, page: known ?? 'home' }, problems };
}

function pairsIn(query: string): Pair[] {
  const parts = query.split('&').filter((part) => part !== '');
  return parts.map((part) => {
    const cut = part.indexOf('=');
    const [name, value] = cut < 0 ? [part, ''] : [part.slice(0, cut), part.slice(cut + 1)];
    return [name, unescapeValue(value)];
  });
}

/** Text that no program has escaped stays as it is. */
function unescapeValue(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

const MOST_POSTERS = 8;
export const MOST_COMPARED = 3;

function readPairs(pairs: readonly Pair[]): { state: AppState; fields: readonly string[] } {
  const unread = new Set<string>();
  const state = pairs.reduce((known, [name, value]) => {
    const next = readPair(known, name, value);
    if (!next) unread.add(name === '' ? `=${value}` : name);
    return next ?? known;
  }, EMPTY_STATE);
  return { state, fields: [...unread] };
}

/** The state with one more field; undefined where it cannot be read. */
function readPair(state: AppState, name: string, value: string): AppState | undefined {
  const { posters, compared } = state;
  const stay = Object.hasOwn(FIELDS, name) ? FIELDS[name]?.read(value, state.stay) : undefined;
  if (stay) return { ...state, stay };
  if (name === 'poster' && posters.length < MOST_POSTERS && value !== '') {
    return { ...state, posters: [...posters, value] };
  }
  if (name === 'compare' && compared.length < MOST_COMPARED && isId(value)) {
    return { ...state, compared: [...compared, value] };
  }
  if (name === 'show') return readFilter(state, value);
  if (name === 'choice' && /^[a-z0-9+&-]{1,600}$/.test(value)) return { ...state, choice: value };
  return name === 'offer' && isId(value) ? { ...state, offer: value } : undefined;
}

/** `kind:data`: offers are shown by this filter. */
function readFilter(state: AppState, value: string): AppState | undefined {
  const match = /^([a-z]+):(.{1,60})$/su.exec(value);
  const name = FILTERS.find((known) => known === match?.[1]);
  return name && { ...state, filters: withFilter(state.filters, name, match?.[2] ?? '') };
}

function isId(text: string): boolean {
  return /^[a-z0-9-]{1,80}$/.test(text);
}
