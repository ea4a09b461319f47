import type { StayInput } from '@simwise/advisor';
import type { Filters } from '../offers/offer-filters.ts';

/** The pages of the app. */
export const PAGES = [
  'home',
  'preset',
  'when',
  'where',
  'calls',
  'phone',
  'online',
  'expert',
  'answer',
  'explain',
  'formalities',
  'counter',
  'places',
  'ask',
  'map',
  'offers',
  'offer',
  'compare',
  'poster',
  'share',
  'about',
] as const;

export type PageName = (typeof PAGES)[number];

/** The pages that ask, in the order in which they do; the first is the one the app opens with. */
export const QUESTIONS = ['home', 'when', 'where', 'calls', 'phone', 'online'] as const satisfies readonly PageName[];

/** Everything the person has said and looks at. It lives in the address, so that a link shares it. */
export type AppState = {
  readonly page: PageName;
  readonly stay: StayInput;
  /** Prices read off posters, in the form that `readPoster` reads. */
  readonly posters: readonly string[];
  /** Offers picked to be compared, by id. */
  readonly compared: readonly string[];
  /** Which offers the list shows. */
  readonly filters: Filters;
  /** The choice of the answer looked at, by the id of its view. */
  readonly choice?: string;
  /** The offer looked at. */
  readonly offer?: string;
};

export const EMPTY_STATE: AppState = { page: 'home', stay: {}, posters: [], compared: [], filters: {} };
