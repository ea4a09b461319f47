import type {
  Break,
  CoverageLeftOutReason,
  CoverageWarning,
  FormalityWarning,
  LeftOutReason,
  PresetName,
  Problem,
  Reasons,
  Refusal,
  Warning,
} from '@simwise/advisor';
import type { TextKind } from '@simwise/catalog';
import type { LineKind, Reason, UsageKind } from '@simwise/engine';
import type { ContactMessages } from './contacts/messages.ts';
import type { CoverageMessages } from './coverage/messages.ts';
import type { ExplainMessages } from './explain/messages.ts';
import type { FormalityMessages } from './formalities/messages.ts';
import type { JudgedMessages } from './judged/messages.ts';
import type { KeeperMessages } from './keeper/messages.ts';
import type { UnreadableMessages } from './usage/messages.ts';
import type { WebMessages } from './web/messages.ts';
import type { WhatIfMessages } from './what-if/messages.ts';

/** A sentence made from what it speaks of; all parameters are already in the reader's form. */
type Sentence<P> = (params: P) => string;

export type LineWords = {
  readonly offer: string;
  /** The volume or the sum of money the line counts: `5 GB`, `10 min`. */
  readonly volume: string;
  /** What the volume is for, empty where it is for anything. */
  readonly scope: string;
  readonly reason: string;
  readonly kbps: string;
};

/** Parameters of the sentence for each code of a union of outcomes, its texts in the reader's form. */
type Worded<T> = { readonly [K in Exclude<keyof T, 'code'>]: string };
type WordedProblem<T> = { readonly [K in Exclude<keyof T, 'is'>]: string };
type ByCode<T extends { code: string }> = { readonly [C in T['code']]: Sentence<Worded<Extract<T, { code: C }>>> };

/** Types of values in JSON, as a schema names them. */
export type ValueType = 'string' | 'number' | 'int' | 'boolean' | 'array' | 'object' | 'record';

/** Every text of the product, once for each language; the compiler sees to it that none is missing. */
export type Messages = {
  /** BCP 47 tag for numbers and dates. */
  readonly locale: string;
  /** Signs between parts that are put together, with the blank that follows. */
  readonly signs: {
    readonly comma: string;
    readonly semicolon: string;
    readonly colon: string;
    /** A remark in brackets, with the blank before it. */
    readonly inBrackets: Sentence<{ text: string }>;
  };
  readonly formalities: FormalityMessages;
  readonly contacts: ContactMessages;
  readonly explain: ExplainMessages;
  readonly judged: JudgedMessages;
  readonly units: {
    readonly sms: Sentence<number>;
    readonly mms: Sentence<number>;
    readonly days: Sentence<number>;
    readonly unlimited: { readonly [K in UsageKind | 'money']: string };
    /** A term, after a price: `30 days`, `a month`, `2 months`. */
    readonly months: Sentence<number>;
    readonly calendarMonth: string;
    readonly gigabyte: string;
    readonly megabyte: string;
  };
  /** An amount that lies between two ends, and one of which only the least is known. */
  readonly ranges: {
    readonly between: Sentence<{ low: string; high: string }>;
    readonly atLeast: Sentence<{ low: string }>;
  };
  readonly unknown: string;
  readonly lines: { readonly [K in LineKind]: Sentence<LineWords> };
  readonly partOfFee: Sentence<LineWords>;
  readonly reasons: { readonly [K in Reason]: string };
  readonly destinations: {
    readonly 'on-net': string;
    readonly 'national-mobile': string;
    readonly landline: string;
    readonly national: string;
    readonly group: string;
    readonly favourites: string;
    readonly intl: string;
    readonly unlisted: string;
    readonly internet: string;
    readonly short: Sentence<string>;
    readonly country: Sentence<string>;
  };
  readonly scope: {
    readonly to: Sentence<string>;
    readonly apps: Sentence<string>;
    /** Kinds of apps by the name that the catalogue gives them. */
    readonly appKinds: {
      readonly [K in 'messengers' | 'social networks' | 'video conferences' | 'education sites']: string;
    };
    readonly hours: Sentence<string>;
    readonly notOver: Sentence<string>;
    readonly network: Sentence<string>;
    readonly homeZone: string;
    readonly awayZone: string;
    readonly until: Sentence<string>;
  };
  readonly refusals: ByCode<Refusal>;
  /** What is wrong at one place of a value that was read. */
  readonly problems: { readonly [P in Problem['is']]: Sentence<WordedProblem<Extract<Problem, { is: P }>>> };
  readonly valueTypes: { readonly [T in ValueType]: string };
  readonly badText: Sentence<{ kind: string; text: string; examples: string }>;
  readonly textKinds: { readonly [K in TextKind]: string };
  /** The sentence of a formality is its rule's own; those about coverage stand with the other texts about it. */
  readonly warnings: ByCode<Exclude<Warning, FormalityWarning | CoverageWarning>> & {
    readonly [C in 'needs-plan' | 'closed']: Sentence<{ offer: string }>;
  };
  readonly why: ByCode<Reasons>;
  readonly breaks: ByCode<Break>;
  readonly leftOut: { readonly [K in Exclude<LeftOutReason, CoverageLeftOutReason>]: string };
  /** What a price rests on: when it was seen. */
  readonly basis: Sentence<{ offer: string; seen: string }>;
  readonly estimate: Sentence<{ offer: string; seen: string; factor: string; from: string; to: string }>;
  readonly estimateOpen: Sentence<{ offer: string; seen: string }>;
  readonly seen: Sentence<{ from: string; to: string }>;
  readonly seenUnknown: string;
  readonly assumedIncrements: string;
  readonly presets: { readonly [K in PresetName]: string };
  readonly kinds: { readonly phone: string; readonly data: string; readonly pair: string };
  readonly cards: {
    readonly phone: string;
    readonly data: string;
    readonly hybrid: string;
    readonly 'travel-esim': string;
  };
  readonly tiers: { readonly A: string; readonly B: string; readonly C: string; readonly D: string };
  readonly command: AnswerWords;
  readonly ask: Questions;
  readonly unreadable: UnreadableMessages;
  readonly web: WebMessages;
  readonly whatIf: WhatIfMessages;
  readonly coverage: CoverageMessages;
  readonly keeper: KeeperMessages;
};

/** Headings and sentences of an answer. */
export type AnswerWords = {
  readonly total: string;
  readonly between: Sentence<{ low: string; high: string }>;
  readonly atLeast: Sentence<{ low: string }>;
  readonly left: string;
  readonly leftUntil: Sentence<{ volume: string; scope: string; until: string }>;
  readonly sources: string;
  readonly tier: string;
  readonly compared: Sentence<{ offers: number; sellers: number; choices: number }>;
  readonly leftOut: Sentence<{ count: number }>;
  readonly use: string;
  readonly best: { readonly overall: string; readonly phone: string; readonly data: string; readonly pair: string };
  readonly buy: string;
  readonly value: Sentence<{ perGigabyte: string; perDay: string }>;
  readonly tied: Sentence<{ count: number }>;
  readonly breaks: string;
  readonly proven: Sentence<{ excluded: string }>;
  readonly unproven: Sentence<{ gap: string }>;
  readonly offers: Sentence<{ count: number }>;
  readonly price: string;
  readonly closed: string;
  readonly open: string;
  readonly saleUnknown: string;
  readonly notes: string;
  readonly codes: string;
  readonly networks: string;
  readonly rate: Sentence<{ from: string; to: string; rate: string; day: string }>;
  readonly fields: {
    readonly start: string;
    readonly days: string;
    readonly data: string;
    readonly calls: string;
    readonly sms: string;
    readonly needs: string;
    readonly device: string;
  };
};

/** The questions of the terminal advisor. */
export type Questions = {
  readonly intro: string;
  readonly preset: string;
  readonly start: string;
  readonly days: string;
  readonly data: string;
  /** How long or how often a day an activity is done. */
  readonly howMuch: {
    readonly hour: Sentence<{ activity: string }>;
    readonly minute: Sentence<{ activity: string }>;
    readonly piece: Sentence<{ activity: string }>;
  };
  readonly dataKnown: string;
  readonly dataUnknown: string;
  readonly calls: string;
  readonly number: string;
  readonly esim: string;
  readonly unsure: string;
  readonly yes: string;
  readonly no: string;
  readonly cancelled: string;
  readonly badDay: string;
  readonly badDays: string;
  readonly badCount: string;
};
