import { LANGUAGES, type Language } from '@simwise/catalog';
import { MESSAGES } from '@simwise/messages/all';

export type PersonPage = { readonly language: Language; readonly text: string; readonly button?: string };

/** A page for a person who followed a link: a sentence and, where there is something to decide, one button. */
export function personPage({ language, text, button }: PersonPage): string {
  const form = button === undefined ? '' : `<form method="post"><button>${escapeHtml(button)}</button></form>`;
  return [
    '<!doctype html>',
    `<html lang="${MESSAGES[language].locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>simwise</title></head>',
    `<body><main><h1>simwise</h1><p>${escapeHtml(text)}</p>${form}</main></body></html>`,
  ].join('\n');
}

/** The first language of an `Accept-Language` header that we speak. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  for (const each of wanted) {
    const known = LANGUAGES.find((language) => language === each);
    if (known) return known;
  }
  return 'en';
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character);
}
