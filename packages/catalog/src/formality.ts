import type { Day } from '@simwise/engine';
import type { Confidence, Language } from './compiled.ts';

/** A text in every language of the product. */
export type Texts = { readonly [language in Language]: string };

export const FORMALITY_TOPICS = [
  'identity',
  'number-limit',
  'handset',
  'tax-number',
  'portability',
  'number-life',
  'local-number',
  'emergency',
  'sharing',
] as const;

export type FormalityTopic = (typeof FORMALITY_TOPICS)[number];

export const FORMALITY_EFFECTS = ['step', 'warning', 'information', 'blocking'] as const;

/** What a rule does to a choice it applies to: a thing to do, a thing to mind, a thing to know, or it rules the choice out. */
export type FormalityEffect = (typeof FORMALITY_EFFECTS)[number];

export const FORMALITY_STATUSES = ['in-force', 'draft', 'unknown'] as const;

/** `draft`: published and not known to be adopted. `unknown`: no text that was read answers the question. */
export type FormalityStatus = (typeof FORMALITY_STATUSES)[number];

export const DOCUMENTS = ['identity-document', 'passport', 'translation', 'handset'] as const;

/** What a person brings along: `translation` is the notarised one of a passport in another script. */
export type Document = (typeof DOCUMENTS)[number];

/** What must hold for a rule to apply; all conditions of a rule must. */
export type FormalityConditions = {
  /** A card of an operator of the country is among the cards. */
  readonly localCard?: boolean;
  /** A card that is used in roaming (a travel eSIM, a card from home) is among the cards. */
  readonly roamingCard?: boolean;
  /** The cards give a number of the country. */
  readonly localNumber?: boolean;
  /** One of the cards is of one of these brands. */
  readonly brands?: readonly string[];
  /** One of the offers has an allowance for certain applications only. */
  readonly appPass?: boolean;
  readonly citizen?: 'home' | 'foreign';
  readonly eResident?: boolean;
  readonly taxNumber?: boolean;
  /** The person holds a number of the country already. */
  readonly holdsLocalNumber?: boolean;
  readonly numbersHeld?: { readonly atLeast: number };
  /** What applies to the person, as in the eligibility of an offer. */
  readonly condition?: string;
  readonly handsetBought?: 'here' | 'abroad';
  /** Whether the phone was used with a card of the country before a day. */
  readonly handsetUsedBefore?: { readonly day: Day; readonly is: boolean };
  /** Days of the stay from the purchase of the first local card on. */
  readonly daysWithLocalCard?: { readonly atMost: number } | { readonly moreThan: number };
  /** One of these places is on the route; a place under each of its names. */
  readonly places?: readonly string[];
};

/** What a step takes out of a person, as far as a source says. */
export type Effort = {
  /** Whether one has to appear somewhere. */
  readonly visit: boolean | null;
  readonly wait: { readonly count: number; readonly unit: 'working-hour' | 'working-day' } | null;
};

/** `before` a card is bought, `with` its purchase, or `after` it, within so many days of using it, the first one counted. */
export type FormalityStep = { readonly stage: 'before' | 'with' | 'after'; readonly withinDays?: number };

/** A rule of law or practice about taking and keeping a card. */
export type Formality = {
  readonly id: string;
  readonly topic: FormalityTopic;
  readonly when: FormalityConditions;
  readonly effect: FormalityEffect;
  readonly status: FormalityStatus;
  readonly confidence: Confidence;
  /** The first day it is in force; absent where no source says. */
  readonly since?: Day;
  /** The first and last day its newest evidence can be of; absent where that is undated. */
  readonly seen?: readonly [Day, Day];
  readonly step?: FormalityStep;
  /** Stated for steps; null where nothing is known of it. */
  readonly effort?: Effort | null;
  readonly bring?: readonly Document[];
  readonly sources: readonly string[];
  readonly title: Texts;
  readonly text: Texts;
};
