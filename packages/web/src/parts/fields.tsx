import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { languageOfWhole, Named } from './named.tsx';

type Labelled = { readonly label: string; readonly hint?: string | undefined };

/** A hint below a field, tied to it by `id`. */
function Hint({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  return text ? (
    <p class="hint" id={id}>
      {text}
    </p>
  ) : null;
}

export type NumberRange = { readonly min: number; readonly max: number; readonly step: number };

export type NumberFieldProps = Labelled &
  NumberRange & {
    readonly value: number | undefined;
    readonly onValue: (value: number | undefined) => void;
    readonly problem?: string;
    /** What it means that nothing is typed. */
    readonly empty?: string;
  };

/** A number that may be left empty. What is typed stays even while it is no number within the range. */
export function NumberField({ label, hint, value, onValue, problem, empty, ...range }: NumberFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? (value === undefined ? '' : String(value));
  const isBad = draft !== undefined && draft !== '' && !isWithin(Number(draft), range);
  const take = (text: string) => {
    setDraft(text);
    if (text === '') onValue(undefined);
    else if (isWithin(Number(text), range)) onValue(Number(text));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        {...range}
        placeholder={empty}
        value={shown}
        aria-invalid={isBad}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onBlur={() => (isBad ? undefined : setDraft(undefined))}
      />
      <Hint id={`${id}-hint`} text={isBad ? (problem ?? `${range.min} – ${range.max}`) : hint} />
    </div>
  );
}

function isWithin(value: number, { min, max }: NumberRange): boolean {
  return Number.isFinite(value) && value >= min && value <= max;
}

/** A slider with a number field beside it: both say the same. */
export function Slider({ label, value, onValue, ...range }: NumberFieldProps & { readonly value: number }) {
  return (
    <div class="slider">
      <NumberField label={label} value={value} onValue={onValue} {...range} />
      <input
        type="range"
        aria-label={label}
        {...range}
        value={Math.min(range.max, value)}
        onInput={({ currentTarget }) => onValue(Number(currentTarget.value))}
      />
    </div>
  );
}

export type TextFieldProps = Labelled & {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'date' | 'search';
  /** What is wrong with the text; it stays as typed. */
  readonly problem?: string | undefined;
  readonly list?: string;
};

export function TextField({ label, hint, value, onValue, type = 'text', problem, list }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        list={list}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      <Hint id={`${id}-hint`} text={problem ?? hint} />
    </div>
  );
}

export type Option<T extends string> = { readonly value: T; readonly label: string };

type PickProps<T extends string> = Labelled & {
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onValue: (value: T) => void;
};

export function Select<T extends string>({ label, hint, options, value, onValue }: PickProps<T>) {
  const id = useId();
  const pick = (text: string) => {
    const option = options.find((candidate) => candidate.value === text);
    if (option) onValue(option.value);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const picked = currentTarget.value;
          // What is picked shows once it holds: the texts of a language may not be had.
          currentTarget.value = value;
          pick(picked);
        }}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === value}
            lang={languageOfWhole(option.label)}
          >
            {option.label}
          </option>
        ))}
      </select>
      <Hint id={`${id}-hint`} text={hint} />
    </div>
  );
}

/** One of a few, all in view. */
export function Radios<T extends string>({ label, hint, options, value, onValue }: PickProps<T>) {
  const id = useId();
  return (
    <fieldset class="radios" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <div class="pills">
        {options.map((option) => (
          <label key={option.value} class="pill">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            <span>
              <Named text={option.label} />
            </span>
          </label>
        ))}
      </div>
      <Hint id={`${id}-hint`} text={hint} />
    </fieldset>
  );
}

type CheckProps = { readonly label: string; readonly checked: boolean; readonly onValue: (checked: boolean) => void };

export function Check({ label, checked, onValue }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onValue(currentTarget.checked)} />
      <span>
        <Named text={label} />
      </span>
    </label>
  );
}

type FormProps = {
  readonly kind?: 'card' | 'one';
  readonly onSubmit: () => void;
  /** Whether it begins with its first field in focus. */
  readonly takesFocus?: boolean;
  readonly children: ComponentChildren;
};

/** Fields that are sent by their button or by Enter. Where one of them is not as it has to be, it gets the focus. */
export function Form({ kind, onSubmit, takesFocus = false, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const submit = (event: Event) => {
    event.preventDefault();
    setTries(tries + 1);
    onSubmit();
  };
  return (
    <form ref={form} class={kind} noValidate onSubmit={submit}>
      {children}
    </form>
  );
}

/** A button that goes with the page's words; `kind` is how much it stands out. Without `onClick` it sends its form. */
export function Button({
  children,
  onClick,
  kind = 'plain',
  name,
}: {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  readonly kind?: 'primary' | 'plain';
  readonly name?: string | undefined;
}) {
  return (
    <button type={onClick ? 'button' : 'submit'} class={`button ${kind}`} aria-label={name} onClick={onClick}>
      {children}
    </button>
  );
}
