const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and XML, in elements and in quoted attributes. Signs that XML forbids are left out. */
export function escapeMarkup(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 does not allow in a document
  const allowed = whole.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return allowed.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
