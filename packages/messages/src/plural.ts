import { numberFormat, pluralRule } from './locale-forms.ts';

/** Forms of a word by plural category; every category that the language has must be there. */
export type PluralForms = { readonly [C in Intl.LDMLPluralRule]?: string };

/**
 * The form for a count, `#` replaced by the count in the language's digits: `{one: '# day', other: '# days'}`.
 * @throws RangeError where the form that the language needs for this count is missing.
 */
export function plural(locale: string, count: number, forms: PluralForms): string {
  const category = pluralRule(locale, count);
  const form = forms[category];
  if (form === undefined) throw new RangeError(`${locale}: no form "${category}" for ${count}`);
  return form.replace('#', numberFormat(locale).format(count));
}
