import { computed, signal } from '@preact/signals';
import { type FoundNews, type FoundSoFar, foundFor, withRow } from '../worker/found-row.ts';
import { saidNow } from './said.ts';

/** What the worker has found by now for stays that may be asked about. */
const found = signal<FoundSoFar>({ basis: '', rows: new Map() });

export function takeFound(news: FoundNews): void {
  found.value = withRow(found.peek(), news);
}

/** The cheapest cards found for what is said now. */
export const foundNow = computed(() => foundFor(found.value, saidNow()));
