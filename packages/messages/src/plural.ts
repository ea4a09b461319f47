/** Forms of a word by the plural categories of a language; `other` must be there. */
export type PluralForms = { readonly other: string } & { readonly [C in Intl.LDMLPluralRule]?: string };

/** The form for a count, `#` replaced by the count in the language's digits: `{one: '# day', other: '# days'}`. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(locale).format(count));
}
