import { type CompiledCatalog, type ReplyWord, replyRulesOf } from '@simwise/catalog';
import { dayOf, formatLocal, formatMinor, type LocalSecond, type Money, type UsageKind } from '@simwise/engine';
import type { AmountLeft, TaughtReply } from '../keeper-file.ts';
import { type Amount, findAmounts, kindOf, unitsOf } from './amounts.ts';
import { type CardAllowance, placeAmounts } from './place-amounts.ts';
import { isCutOff, otherBrandIn } from './reply-doubts.ts';
import { type Scan, scanReply } from './scan.ts';
import { applyTaught, replyForm } from './teach.ts';

/** What makes a reading of a reply doubtful. */
export type ReplyDoubt =
  | { readonly code: 'nothing-understood' }
  | { readonly code: 'other-brand'; readonly brand: string }
  | { readonly code: 'cut-off' }
  | { readonly code: 'two-balances' }
  | { readonly code: 'not-on-card'; readonly kind: UsageKind | 'money' }
  | { readonly code: 'which-bucket'; readonly kind: UsageKind | 'money' }
  | { readonly code: 'number-two-ways'; readonly number: string }
  | { readonly code: 'only-used'; readonly kind: UsageKind | 'money' };

/** A number of the reply as it stands there, with what it was taken for; teaching goes through these by their order. */
export type MarkedNumber = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly meaning: 'balance' | 'left' | 'nothing';
};

/** What a reply says of a card, to be shown back before it counts. Nothing of its text is kept. */
export type ReplyReading = {
  /** Money such as `300.00 KZT`. */
  readonly balance?: string;
  readonly left: readonly AmountLeft[];
  readonly doubts: readonly ReplyDoubt[];
  readonly numbers: readonly MarkedNumber[];
  readonly isTaught: boolean;
};

export type ReplyContext = {
  readonly catalog: CompiledCatalog;
  readonly brand: string | undefined;
  readonly currency: string;
  readonly allowances: readonly CardAllowance[];
  readonly taught: readonly TaughtReply[];
  /** The moment at which the reply came. */
  readonly at: LocalSecond;
};

/** An amount that a reply says is left. */
export type LeftAmount = {
  readonly kind: UsageKind | 'money';
  readonly units: number;
  readonly words: ReadonlySet<ReplyWord>;
  readonly until?: LocalSecond;
};

/** Amounts told apart by what they mean, before they are matched with the allowances of the card. */
export type Understood = {
  readonly balances: readonly number[];
  readonly left: readonly LeftAmount[];
  readonly meanings: readonly MarkedNumber['meaning'][];
  readonly doubts: readonly ReplyDoubt[];
};

/** Reads an operator's reply, by what was taught for its form where there is such a thing. Never throws. */
export function readReply(text: string, context: ReplyContext): ReplyReading {
  const { catalog, brand, taught } = context;
  const rules = replyRulesOf(catalog.replies, brand);
  const scan = scanReply(text, rules, dayOf(context.at));
  const amounts = findAmounts(scan, rules);
  const lesson = taught.find((each) => each.brand === brand && each.form === replyForm(scan));
  const understood = lesson
    ? applyTaught(amounts, lesson, context.currency)
    : understand(amounts, { nines: rules.nines, currency: context.currency });
  return toReading(text, { scan, amounts, understood }, { context, isTaught: lesson !== undefined });
}

type Parsed = { readonly scan: Scan; readonly amounts: readonly Amount[]; readonly understood: Understood };

function toReading(
  text: string,
  { scan, amounts, understood }: Parsed,
  { context, isTaught }: { context: ReplyContext; isTaught: boolean },
): ReplyReading {
  const { balances, meanings } = understood;
  const [balance, ...others] = new Set(balances);
  const placed = placeAmounts(understood.left, context.allowances);
  const isNothing = balance === undefined && understood.left.length === 0;
  const otherBrand = otherBrandIn(scan.text, context);
  const doubts: ReplyDoubt[] = [
    ...(otherBrand ? [{ code: 'other-brand' as const, brand: otherBrand }] : []),
    ...(isNothing ? [{ code: 'nothing-understood' as const }] : []),
    ...(!isTaught && isCutOff(scan, amounts) ? [{ code: 'cut-off' as const }] : []),
    ...(others.length > 0 ? [{ code: 'two-balances' as const }] : []),
    ...understood.doubts,
    ...placed.doubts,
  ];
  return {
    ...(balance === undefined || others.length > 0
      ? {}
      : { balance: `${formatMinor(balance as Money)} ${context.currency}` }),
    left: placed.left.map(({ until, ...entry }) => ({
      ...entry,
      ...(until === undefined ? {} : { expires: formatLocal(until) }),
    })),
    doubts,
    numbers: scan.numbers.map(({ start, end }, index) => ({
      start,
      end,
      text: text.slice(start, end),
      meaning: meanings[index] ?? 'nothing',
    })),
    isTaught,
  };
}

type Sorting = { readonly nines: number | undefined; readonly currency: string };

/** Sorts the amounts by the words around them. */
function understand(amounts: readonly Amount[], { nines, currency }: Sorting): Understood {
  const hasBalanceWord = amounts.some((amount) => isMoney(amount) && amount.words.has('balance'));
  const roles = amounts.map((amount, index) => roleOf(amount, amounts[index - 1], { hasBalanceWord, nines, currency }));
  const left: LeftAmount[] = [];
  const doubts: ReplyDoubt[] = openNumbers(amounts, roles);
  for (const [index, amount] of amounts.entries()) {
    if (roles[index] !== 'left') continue;
    const found = leftOf(amounts, roles, index);
    if (found === 'only-used') doubts.push({ code: 'only-used', kind: kindOf(amount.unit as string) });
    else if (found) left.push(found);
  }
  const balances = amounts.flatMap((amount, index) => (roles[index] === 'balance' ? balanceOf(amount, currency) : []));
  const meanings = roles.map((role) => (role === 'balance' || role === 'left' ? role : 'nothing'));
  return { balances, left, meanings, doubts };
}

type Role = MarkedNumber['meaning'] | 'total' | 'rest';

function isMoney({ unit }: Amount): boolean {
  return unit !== null && kindOf(unit) === 'money';
}

const NOT_OWN_MONEY: readonly ReplyWord[] = ['price', 'credit', 'bonus'];

type RoleContext = Sorting & { readonly hasBalanceWord: boolean };

function roleOf(amount: Amount, before: Amount | undefined, context: RoleContext): Role {
  const { unit, words, number } = amount;
  const { nines } = context;
  if (nines !== undefined && new RegExp(`^9{${nines},}$`).test(number.text)) return 'nothing';
  if (unit === null || isMoney(amount)) return isBalance(amount, context) ? 'balance' : 'nothing';
  if (words.has('price') || words.has('roaming')) return 'nothing';
  if (words.has('of') || words.has('of-before')) return 'total';
  return isSecondsAfterMinutes(amount, before) ? 'rest' : 'left';
}

/** A bare number is a balance only where it is called one, and money where none is called one. */
function isBalance({ unit, words }: Amount, { hasBalanceWord, currency }: RoleContext): boolean {
  const isCalled = words.has('balance');
  if (unit === null) return isCalled && !hasBalanceWord;
  if (unit !== currency || NOT_OWN_MONEY.some((word) => words.has(word))) return false;
  return isCalled || !hasBalanceWord;
}

/** "10 min 30 s" is one amount. */
function isSecondsAfterMinutes({ unit, number }: Amount, before: Amount | undefined): boolean {
  return unit === 's' && before?.unit === 'min' && number.start - before.end <= 4;
}

/** What one amount leaves: itself, or the total beside it less what is used. */
function leftOf(
  amounts: readonly Amount[],
  roles: readonly Role[],
  index: number,
): LeftAmount | 'only-used' | undefined {
  const amount = amounts[index] as Amount;
  const units = unitsOf(amount.number.text, amount.unit as string);
  if (units === null || units < 0) return undefined;
  const rest = roles[index + 1] === 'rest' ? unitsOf((amounts[index + 1] as Amount).number.text, 's') : 0;
  const kind = kindOf(amount.unit as string);
  const own = { kind, words: amount.words, ...(amount.until === undefined ? {} : { until: amount.until }) };
  if (!amount.words.has('used')) return { ...own, units: units + (rest ?? 0) };
  const total = totalBeside(amounts, roles, index);
  return total === undefined || total < units ? 'only-used' : { ...own, units: total - units };
}

function totalBeside(amounts: readonly Amount[], roles: readonly Role[], index: number): number | undefined {
  for (const beside of [index + 1, index - 1]) {
    const other = amounts[beside];
    if (roles[beside] !== 'total' || !other?.unit) continue;
    if (kindOf(other.unit) === kindOf((amounts[index] as Amount).unit as string))
      return unitsOf(other.number.text, other.unit) ?? undefined;
  }
  return undefined;
}

function balanceOf({ number }: Amount, currency: string): number[] {
  const units = unitsOf(number.text, currency);
  return units === null ? [] : [units];
}

function openNumbers(amounts: readonly Amount[], roles: readonly Role[]): ReplyDoubt[] {
  return amounts.flatMap(({ number }, index) =>
    number.isOpen && roles[index] !== 'nothing' ? [{ code: 'number-two-ways' as const, number: number.text }] : [],
  );
}
