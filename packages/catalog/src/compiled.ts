import type { CardKind, Cycle, Day, Offer, OfferRole, OffsetHistory, Ratio, Terms, Uncertain } from '@simwise/engine';
import type { Contact } from './contact.ts';
import type { Formality, Texts } from './formality.ts';
import type { ReplyRules } from './reply-rules.ts';

/**
 * The catalogue as clients get it: one JSON document of plain data, without what only its keepers need. Days are day
 * numbers, money is in minor units, sources are named by id.
 */
export type CompiledCatalog = {
  readonly format: 1;
  /** The day on which the newest evidence in it was seen. */
  readonly newestEvidence: Day;
  readonly country: Country;
  readonly operators: readonly Operator[];
  readonly networks: readonly Network[];
  readonly brands: readonly Brand[];
  readonly sources: readonly Source[];
  readonly exchangeRates: readonly ExchangeRate[];
  readonly entryBasket: EntryBasket;
  readonly activities: readonly Activity[];
  readonly formalities: readonly Formality[];
  readonly offers: readonly CompiledOffer[];
  readonly leftOut: readonly { readonly id: string; readonly reason: string; readonly note: string }[];
  readonly replies: ReplyRules;
};

export type Language = 'zh' | 'en' | 'ru' | 'kk';

export const LANGUAGES: readonly Language[] = ['zh', 'en', 'ru', 'kk'];

export type Names = { readonly [language in Language]?: string };

export type Country = {
  readonly id: string;
  readonly names: Names;
  readonly currency: string;
  /** Spoken at a counter, the first one first. */
  readonly languages: readonly Language[];
  readonly callingCode: string;
  readonly zone: string;
  readonly offsets: OffsetHistory;
  /** Percent of value-added tax from a day on; the first holds from the beginning. */
  readonly tax: readonly { readonly from: Day | null; readonly percent: number; readonly sources: readonly string[] }[];
  readonly emergency: { readonly numbers: Readonly<Record<string, Names>>; readonly sources: readonly string[] };
  readonly mobilePrefixes: readonly {
    readonly prefix: string;
    readonly brand?: string;
    readonly sources: readonly string[];
  }[];
  /** The country of a number from abroad, by its calling code. */
  readonly callingCodes: { readonly countries: Readonly<Record<string, string>>; readonly sources: readonly string[] };
  readonly landlinePrefix: string;
  /** Steps assumed where a page is silent. */
  readonly assumedIncrements: { readonly basis: string; readonly sources: readonly string[] };
};

export type Operator = {
  readonly id: string;
  readonly names: Names;
  readonly legalName?: string;
  readonly networks?: readonly string[];
  readonly notes?: string;
};

export type Network = {
  readonly id: string;
  readonly names: Names;
  readonly operator: string;
  readonly plmn: readonly { readonly mcc: string; readonly mnc: string }[];
  readonly notes?: string;
  readonly sources: readonly string[];
};

export type Brand = {
  readonly id: string;
  readonly names: Names;
  readonly operator?: string;
  readonly home?: string;
  readonly network?: string;
  readonly onNet?: readonly string[];
  readonly apps?: readonly Contact[];
  readonly care?: readonly Contact[];
  readonly codes?: readonly Contact[];
  readonly offices?: readonly Contact[];
  readonly topUp?: readonly Contact[];
  readonly notes?: Texts;
};

export type Source = {
  readonly id: string;
  readonly publisher: string;
  readonly address: string;
  readonly seen?: string;
  readonly note?: string;
};

/** One unit of `of` cost `rate` units of `in` on the day (the last day its date may mean). */
export type ExchangeRate = {
  readonly day: Day;
  readonly of: string;
  readonly in: string;
  readonly rate: Ratio;
  /** What is to be known of it: whose rate it is, or that it is about so much. */
  readonly note?: string;
  readonly sources: readonly string[];
};

/** The official price of an entry bundle by year, in US dollars and, where it can be had, in the country's currency. */
export type EntryBasket = {
  readonly usd: Readonly<Record<string, Ratio>>;
  readonly local: Readonly<Record<string, Ratio>>;
  readonly published: Day;
  readonly notes: string;
  readonly sources: readonly string[];
};

export type Activity = {
  readonly id: string;
  readonly names: Names;
  readonly unit: 'hour' | 'minute' | 'piece';
  /** Bytes of one unit. */
  readonly bytes: { readonly low: number; readonly typical: number; readonly high: number };
  readonly needsSpeedKbps?: number;
  readonly notes?: string;
  readonly sources: readonly string[];
};

export type Confidence = 'high' | 'medium' | 'low';

export type Evidence =
  | 'operator-page'
  | 'operator-archive'
  | 'operator-app'
  | 'seller-feed'
  | 'news'
  | 'third-party'
  | 'public-code'
  | 'statistic'
  | 'poster';

export type Condition = string | { readonly customerOf: string };

export type CompiledOffer = {
  readonly id: string;
  readonly brand: string;
  readonly role: OfferRole;
  readonly card?: CardKind;
  readonly names: Names;
  /** Host networks; absent where they are not known. */
  readonly networks?: readonly string[];
  readonly number?: 'local' | 'home' | 'foreign' | 'none' | 'unknown';
  readonly hotspot?: 'allowed' | 'forbidden' | 'paid' | 'not-covered' | 'unknown';
  readonly identity?: 'yes' | 'no' | 'unknown';
  readonly extend?: 'yes' | 'no' | 'unknown';
  readonly oncePerCustomer?: boolean;
  /** Cannot be bought: it starts when another fee is missed. */
  readonly startsByItself?: boolean;
  readonly reference?: boolean;
  readonly eligibility?: readonly Condition[];
  readonly requires?: {
    readonly offers?: readonly string[];
    readonly brands?: readonly string[];
    readonly note?: string;
  };
  readonly conflicts?: readonly string[];
  readonly codes?: Readonly<Record<string, string>>;
  readonly coverage?: string;
  readonly currency: string;
  /** In the order of time. */
  readonly versions: readonly CompiledVersion[];
};

export type CompiledVersion = {
  /** The first day these terms are known to hold; absent when no date is known. */
  readonly from?: Day;
  /** The first and last day on which the evidence may have been seen; absent when unknown. */
  readonly seen?: readonly [Day, Day];
  readonly basis: string;
  readonly sources: readonly string[];
  readonly evidence: Evidence;
  readonly confidence: Confidence;
  readonly sale: 'open' | 'closed' | 'unknown';
  readonly tax: 'included' | 'excluded' | 'unknown';
  readonly payments?: Readonly<Record<string, Uncertain<Terms['fee']['phases']>>>;
  readonly terms: Uncertain<Terms>;
  readonly estimate?: string;
  readonly notes?: string;
};

/** An offer with the terms of one day, ready to be rated. */
export type RatedOffer = Uncertain<Offer>;

export type { Cycle };
