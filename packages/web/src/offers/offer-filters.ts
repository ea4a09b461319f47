import { addMonths, type Day } from '@simwise/engine';
import type { OfferView } from './offer-view.ts';

/** Which offers are to be shown, as the address has it; a field that is absent restricts nothing. */
export const FILTERS = ['name', 'brand', 'kind', 'form', 'seen', 'open', 'hotspot', 'number'] as const;

export type FilterName = (typeof FILTERS)[number];

export type Filters = { readonly [F in FilterName]?: string };

/** How many months ago the evidence may be at most. */
export const SEEN_MONTHS: readonly number[] = [6, 12, 24, 60];

const YES = 'yes';

type Test = (offer: OfferView, wanted: string, today: Day) => boolean;

const TESTS: { readonly [F in FilterName]: Test } = {
  name: ({ name }, wanted) => name.toLowerCase().includes(wanted.toLowerCase().trim()),
  brand: ({ brand }, wanted) => brand === wanted,
  kind: ({ kind }, wanted) => kind === wanted,
  form: ({ form }, wanted) => form === wanted,
  seen: ({ seenDay }, wanted, today) => seenDay !== null && seenDay >= addMonths(today, -Number(wanted)),
  open: ({ sale }, wanted) => wanted !== YES || sale !== 'closed',
  hotspot: ({ hotspot }, wanted) => wanted !== YES || hotspot === 'allowed',
  number: ({ number }, wanted) => wanted !== YES || number === 'local',
};

/** The offers that pass every filter, in the order they came. */
export function filterOffers(offers: readonly OfferView[], filters: Filters, today: Day): OfferView[] {
  const wanted = FILTERS.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]] as const]));
  return offers.filter((offer) => wanted.every(([name, value]) => TESTS[name](offer, value, today)));
}

/** The filters with one changed; an empty value takes it away. */
export function withFilter(filters: Filters, name: FilterName, value: string): Filters {
  const { [name]: _before, ...rest } = filters;
  return value === '' ? rest : { ...rest, [name]: value };
}
