import { computed, effect, signal } from '@preact/signals';
import type { StayInput } from '@simwise/advisor';
import { type AddressProblem, addressOf, readAddress, writeAddress, writeSaid } from './address.ts';
import { type AppState, EMPTY_STATE, type PageName } from './app-state.ts';
import { keep } from './kept.ts';
import { kept } from './kept-before.ts';

/** What the person has said and looks at; the address follows it. */
export const app = signal<AppState>(EMPTY_STATE);

export const pageNow = computed(() => app.value.page);

/** What could not be read from the address the app was opened with. */
export const problems = signal<readonly AddressProblem[]>([]);

/** Marks entries of the history that this app wrote: going back to one keeps what was said since. */
const OURS = 'simwise';

/** Takes the state from the address and keeps the two together from now on. */
export function followAddress(): void {
  takeAddress();
  addEventListener('popstate', ({ state }) => {
    if (state === OURS) goBackTo(readAddress(currentHash()).state);
    else takeAddress();
  });
  effect(() => {
    const address = writeAddress(app.value);
    if (address !== currentHash()) history.replaceState(OURS, '', `#${address}`);
    if (address !== writeAddress(EMPTY_STATE)) keep('address', address);
  });
}

function currentHash(): string {
  return location.hash.slice(1);
}

function takeAddress(): void {
  const read = readAddress(currentHash());
  app.value = read.state;
  problems.value = read.problems;
  history.replaceState(OURS, '', location.hash === '' ? location.pathname + location.search : location.hash);
}

/** Only where the person was is taken from the past; what was said is that of now. */
function goBackTo({ page, offer, choice }: AppState): void {
  const { offer: _offer, choice: _choice, ...rest } = app.value;
  const looked = { ...(offer === undefined ? {} : { offer }), ...(choice === undefined ? {} : { choice }) };
  app.value = { ...rest, page, ...looked };
}

/** Everything said so far, written once for all links that change nothing of it: a page has dozens. */
const said = computed(() => {
  const { offer: _now, page: _here, ...rest } = app.value;
  return writeSaid(rest);
});

/** The address of a page with everything said so far, for a link. */
export function linkTo(page: PageName, change?: Partial<AppState>): string {
  if (!change) return `#${addressOf(page, said.value)}`;
  const { offer: _now, ...rest } = app.value;
  return `#${writeAddress({ ...rest, page, ...change })}`;
}

/** Changes what was said, staying on the page. */
export function change(part: Partial<AppState>): void {
  app.value = { ...app.value, ...part };
}

export function changeStay(part: StayInput): void {
  change({ stay: withoutUnsaid({ ...app.value.stay, ...part }) });
}

type Group = 'usage' | 'needs' | 'device' | 'person';

/** Changes some fields of a part of the stay; `undefined` takes a field back to "not said". */
export function changeGroup<G extends Group>(
  group: G,
  fields: { readonly [K in keyof NonNullable<StayInput[G]>]?: NonNullable<StayInput[G]>[K] | undefined },
): void {
  const known = withoutUnsaid({ ...app.value.stay[group], ...fields });
  changeStay({ [group]: Object.keys(known).length === 0 ? undefined : known });
}

function withoutUnsaid<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/** What was said when the app was used last, where the device kept it and it says anything. */
export function lastSaid(): AppState | undefined {
  const address = kept('address');
  if (address === null) return undefined;
  const { state } = readAddress(address);
  const saysNothing = Object.keys(state.stay).length === 0 && state.posters.length === 0;
  return saysNothing ? undefined : state;
}
