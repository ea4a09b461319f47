import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { openPlaces, placeSearch, searchPlaces } from '../state/place-search.ts';
import { words } from '../state/words.ts';
import { Named } from './named.tsx';

type SearchProps = {
  readonly label: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** Takes what was typed, or how one of the places found is said. */
  readonly onPick: (say: string) => void;
  /** What stands beside the field. */
  readonly children: ComponentChildren;
};

/** A field for a place. Arrow keys go through the places found while it keeps the focus, Enter takes one, Escape closes. */
export function PlaceSearch({ label, text, onType, onPick, children }: SearchProps) {
  const id = useId();
  const [active, setActive] = useState<number>();
  const found = placeSearch.value;
  const hits = typeof found === 'string' ? [] : found;
  const hitId = (index: number) => `${id}-${index}`;
  const goTo = (index: number | undefined) => {
    setActive(index);
    if (index !== undefined) document.getElementById(hitId(index))?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (say: string) => {
    goTo(undefined);
    onPick(say);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(active === undefined ? 0 : (active + 1) % hits.length),
    ArrowUp: () => goTo(((active ?? hits.length) + hits.length - 1) % hits.length),
    Escape: () => searchPlaces(''),
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') return pick(hits[active ?? -1]?.say ?? text);
    const act = hits.length > 0 ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <div class="row">
        <div class="field">
          <label for={id}>{label}</label>
          <input
            id={id}
            type="text"
            role="combobox"
            autocomplete="off"
            aria-autocomplete="list"
            aria-expanded={hits.length > 0}
            aria-controls={hits.length > 0 ? `${id}-hits` : undefined}
            aria-activedescendant={hits.length > 0 && active !== undefined ? hitId(active) : undefined}
            value={text}
            onFocus={openPlaces}
            onInput={({ currentTarget }) => {
              setActive(undefined);
              onType(currentTarget.value);
            }}
            onKeyDown={press}
          />
        </div>
        {children}
      </div>
      <SearchState />
      {hits.length > 0 && (
        <div id={`${id}-hits`} role="listbox" aria-label={label} class="pills hits">
          {hits.map((hit, index) => (
            <button
              key={hit.id}
              id={hitId(index)}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              class="pill-button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(hit.say)}
            >
              <Named text={hit.text} />
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function SearchState() {
  const { places, shell, trouble } = words().web;
  const found = placeSearch.value;
  const texts = { idle: '', searching: shell.loading, failed: trouble.part };
  const text =
    typeof found === 'string'
      ? texts[found]
      : found.length === 0
        ? places.noneFound
        : places.found({ count: found.length });
  return (
    <p class="hint" role="status">
      {text}
    </p>
  );
}
