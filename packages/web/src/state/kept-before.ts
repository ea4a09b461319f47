export const NAMES = {
  language: 'simwise.language',
  theme: 'simwise.theme',
  address: 'simwise.address',
  keeper: 'simwise.keeper',
  device: 'simwise.device',
} as const;

export type Name = keyof typeof NAMES;

/** What was kept under a name; null where nothing was, or the device keeps nothing. */
export function kept(name: Name): string | null {
  try {
    return localStorage.getItem(NAMES[name]);
  } catch {
    return null;
  }
}
