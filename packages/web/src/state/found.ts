import { computed, signal } from '@preact/signals';
import { type FoundChoice, type FoundNews, type FoundSoFar, foundFor, withRow } from '../worker/found-row.ts';
import { saidNow } from './said.ts';

/** What was found ahead for stays that may be asked about. */
const ahead = signal<FoundSoFar>({ basis: '', rows: new Map() });

/** What was found by now for the question under way. */
export const soFar = signal<FoundChoice | null>(null);

export function takeFound(news: FoundNews): void {
  ahead.value = withRow(ahead.peek(), news);
}

/** The cheapest cards found by now for what is said now. */
export const foundNow = computed(() => {
  const known = foundFor(ahead.value, saidNow());
  const found = soFar.value;
  return found && found.cost < (known?.cost ?? Number.POSITIVE_INFINITY) ? found : known;
});
