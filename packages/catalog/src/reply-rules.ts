/** What a word in a reply says of the numbers near it. `…-before` are words that follow what they speak of. */
export const REPLY_WORDS = [
  'balance',
  'left',
  'used',
  'of',
  'of-before',
  'until',
  'until-before',
  'bonus',
  'credit',
  'price',
  'on-net',
  'all-networks',
  'landline',
  'roaming',
  'night',
  'unlimited',
] as const;

export type ReplyWord = (typeof REPLY_WORDS)[number];

/** A unit by its id (`GB`, `min`, `sms`, or a currency) with the words for it. */
export type ReplyUnit = { readonly id: string; readonly words: readonly string[] };

/** Words in lower case; one that ends in `*` stands for every ending. */
export type ReplyRules = {
  readonly words: { readonly [W in ReplyWord]: readonly string[] };
  readonly units: readonly ReplyUnit[];
  /** From January on. */
  readonly months: readonly (readonly string[])[];
  readonly brands: readonly BrandReplies[];
};

/** What one brand says besides. `nines`: a number of at least so many nines and nothing else means unlimited. */
export type BrandReplies = {
  readonly id: string;
  readonly words?: { readonly [W in ReplyWord]?: readonly string[] };
  readonly units?: readonly ReplyUnit[];
  readonly nines?: number;
  readonly sources: readonly string[];
};

/** The rules for a brand: those of all, and its own. */
export function replyRulesOf(
  rules: ReplyRules,
  brand: string | undefined,
): Omit<ReplyRules, 'brands'> & Pick<BrandReplies, 'nines'> {
  const own = rules.brands.find(({ id }) => id === brand);
  if (!own) return rules;
  const words = REPLY_WORDS.map((word) => [word, [...rules.words[word], ...(own.words?.[word] ?? [])]]);
  return {
    words: Object.fromEntries(words) as ReplyRules['words'],
    units: [...rules.units, ...(own.units ?? [])],
    months: rules.months,
    ...(own.nines === undefined ? {} : { nines: own.nines }),
  };
}
