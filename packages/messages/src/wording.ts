import {
  type Break,
  CannotDo,
  type Choice,
  isCoverageWarning,
  type LeftOut,
  type PriceWarning,
  type Problem,
  type Reasons,
  type Refusal,
  type Unserved,
  type Warning,
} from '@simwise/advisor';
import type { CompiledCatalog, Language, OfferOnDay } from '@simwise/catalog';
import type { Certificate, Day, Line, Money } from '@simwise/engine';
import { CannotCover, type CoverageFacts } from '@simwise/places';
import { CoverageWording, refusalSentence as coverageRefusal } from './coverage/coverage-wording.ts';
import { formalitySentence } from './formalities/wording.ts';
import {
  destinationText,
  formatDate,
  formatMoney,
  formatNumber,
  formatShare,
  formatVolume,
  labelled,
  nameIn,
  scopeText,
} from './format.ts';
import type { Messages, ValueType } from './messages.ts';
import { unreadableText } from './usage/usage-text.ts';

/** Turns outcomes into sentences of one language. `currency` is that of the answer. */
export class Wording {
  readonly messages: Messages;
  readonly language: Language;
  readonly #catalog: CompiledCatalog;

  constructor(messages: Messages, language: Language, catalog: CompiledCatalog) {
    this.messages = messages;
    this.language = language;
    this.#catalog = catalog;
  }

  /** The trade name of an offer with that of its brand, unless the name begins with it. */
  offerName(id: string): string {
    const offer = this.#catalog.offers.find((candidate) => candidate.id === id);
    if (!offer) return id;
    const name = nameIn(this.language, offer.names);
    const brand = this.#catalog.brands.find((candidate) => candidate.id === offer.brand);
    if (!brand || offer.reference) return name;
    const isNamed = Object.values(brand.names).some((each) => name.toLowerCase().includes(each.toLowerCase()));
    return isNamed ? name : `${nameIn(this.language, brand.names)} ${name}`;
  }

  /** The name of a brand; a poster and the reference card have none on file and go by their id. */
  brandName(id: string): string {
    const brand = this.#catalog.brands.find((candidate) => candidate.id === id);
    return brand ? nameIn(this.language, brand.names) : id;
  }

  line({ kind, offer, use, reason, note }: Line, currency: string): string {
    const { messages } = this;
    const words = {
      offer: this.offerName(offer),
      volume: use ? formatVolume(messages, use.kind, use.units, currency) : '',
      scope: use ? scopeText(messages, { use }) : '',
      reason: reason ? messages.reasons[reason] : '',
      kbps: use?.kbps ? `${formatNumber(messages, use.kbps)} kbit/s` : messages.unknown,
    };
    if (kind === 'unpriced' && !use) return messages.lines.unpriced({ ...words, volume: this.#pricedThing(note) });
    return note === 'part' ? messages.partOfFee(words) : messages.lines[kind](words);
  }

  #pricedThing(note: string | undefined): string {
    const blank = { offer: '', volume: '', scope: '', reason: '', kbps: '' };
    const kind = note === 'sim-price' || note === 'activation-fee' ? note : 'fee';
    return this.messages.lines[kind](blank).trim();
  }

  unserved({ kind, to, units }: Pick<Unserved, 'kind' | 'to' | 'units'>): string {
    const volume = formatVolume(this.messages, kind, units);
    return to === '' || to === 'internet'
      ? volume
      : `${volume} ${this.messages.scope.to(destinationText(this.messages, to))}`;
  }

  /** The same language for places and coverage. */
  coverage(): CoverageWording {
    return new CoverageWording(this.messages, this.language, this.#catalog);
  }

  /** `facts` are those of the route, which warnings about coverage speak of. */
  warning(warning: Warning, facts?: CoverageFacts): string {
    const { warnings } = this.messages;
    if (isCoverageWarning(warning)) {
      return facts ? this.coverage().warning(warning, facts, (id) => this.offerName(id)) : warning.code;
    }
    switch (warning.code) {
      case 'unserved':
        return warnings.unserved({ unserved: this.unserved(warning.unserved) });
      case 'old':
        return warnings.old({ offer: this.offerName(warning.offer), seen: this.seen(warning.seen ?? undefined) });
      case 'formality':
        return formalitySentence(this.#catalog, warning.rule, this);
      case 'old-rate':
        return warnings['old-rate']({ from: warning.from, day: this.day(warning.day) });
      case 'estimate':
      case 'reference':
      case 'fair-use':
      case 'hotspot-unknown':
      case 'network-unknown':
        return warnings[warning.code]({ offer: this.offerName(warning.offer) });
      default:
        return warnings[warning.code]({});
    }
  }

  priceWarning(warning: PriceWarning): string {
    const { warnings } = this.messages;
    if (warning.code === 'number-by-prefix') return warnings['number-by-prefix']({});
    return warnings[warning.code]({ offer: this.offerName(warning.offer) });
  }

  labelled(label: string, text = ''): string {
    return labelled(this.messages, label, text);
  }

  day(day: Day | null): string {
    return day === null ? this.messages.seenUnknown : formatDate(this.messages, day);
  }

  money(amount: Money, currency: string): string {
    return formatMoney(this.messages, amount, currency);
  }

  why(reason: Reasons, currency: string): string {
    const { why } = this.messages;
    switch (reason.code) {
      case 'cheapest':
        return why.cheapest({ by: reason.by === null ? '' : this.money(reason.by, currency) });
      case 'dearer':
        return why.dearer({ by: this.money(reason.by, currency) });
      case 'tied':
        return why.tied({ with: formatNumber(this.messages, reason.with) });
      case 'made-of':
        return why['made-of']({ offer: this.offerName(reason.offer), share: formatShare(this.messages, reason.share) });
      default:
        return why[reason.code]({});
    }
  }

  breaks(item: Break): string {
    const { breaks } = this.messages;
    if (item.code === 'data-above') {
      return breaks['data-above']({ bytesPerDay: formatVolume(this.messages, 'data', item.bytesPerDay) });
    }
    return breaks['valid-until']({ day: this.day(item.day), offer: this.offerName(item.offer) });
  }

  /** What the price of an offer rests on: the day it was seen, and how age widened it. */
  basis({ facts, version, estimate }: OfferOnDay): string {
    const offer = this.offerName(facts.id);
    const seen = this.seen(version.seen);
    if (!estimate) return this.messages.basis({ offer, seen });
    const { growth } = estimate;
    if (!growth) return this.messages.estimateOpen({ offer, seen });
    const factor = formatNumber(this.messages, growth.ratio.num / growth.ratio.den);
    return this.messages.estimate({ offer, seen, factor, from: `${growth.fromYear}`, to: `${growth.toYear}` });
  }

  seen(seen: readonly [Day, Day] | undefined): string {
    if (!seen) return this.messages.seenUnknown;
    return this.messages.seen({ from: this.day(seen[0]), to: this.day(seen[1]) });
  }

  leftOut(leftOut: readonly LeftOut[]): { reason: LeftOut['reason']; text: string; count: number }[] {
    const counts = new Map<LeftOut['reason'], number>();
    for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    const texts = { ...this.messages.leftOut, ...this.messages.coverage.leftOut };
    const rows = [...counts].map(([reason, count]) => ({ reason, text: texts[reason], count }));
    return rows.sort((a, b) => b.count - a.count);
  }

  /** How far it is proven that nothing is cheaper. */
  proof({ gap, excluded }: Certificate, currency: string): string {
    const { proven, unproven } = this.messages.command;
    const money = Math.round(gap) as Money;
    return money > 0
      ? unproven({ gap: this.money(money, currency) })
      : proven({ excluded: formatNumber(this.messages, excluded) });
  }

  kindOf({ kind }: Choice): string {
    return this.messages.kinds[kind];
  }
}

/** A refused request or an unreadable text as a sentence with the way out; null for anything else. */
export function refusalText(messages: Messages, error: unknown): string | null {
  if (error instanceof CannotCover) return coverageRefusal(messages, error.refusal);
  return error instanceof CannotDo ? refusalSentence(messages, error.refusal) : unreadableText(messages, error);
}

/** Every parameter of a refusal as text. */
function refusalSentence(messages: Messages, refusal: Refusal): string {
  const days = new Set(['first', 'last', 'asked']);
  const words = Object.entries(refusal).map(([key, value]) => [
    key,
    days.has(key) ? formatDate(messages, value as Day) : plainText(messages, value),
  ]);
  const sentence = messages.refusals[refusal.code] as (params: Record<string, string>) => string;
  return sentence(Object.fromEntries(words));
}

function plainText(messages: Messages, value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const { comma, semicolon } = messages.signs;
  const isProblem = typeof value[0] === 'object';
  if (!isProblem) return value.join(comma);
  return value.map((problem) => problemText(messages, problem as Problem)).join(semicolon);
}

/** What is wrong at one place of a value, with the place. */
function problemText(messages: Messages, problem: Problem): string {
  const { comma } = messages.signs;
  const words = Object.entries(problem).map(([key, value]) => {
    if (key === 'expected') return [key, messages.valueTypes[value as ValueType] ?? value];
    return [key, Array.isArray(value) ? value.map((item) => `"${item}"`).join(comma) : String(value)];
  });
  const sentence = messages.problems[problem.is] as (params: Record<string, string>) => string;
  return sentence(Object.fromEntries(words));
}
