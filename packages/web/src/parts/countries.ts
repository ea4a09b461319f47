/** Countries that people here come from and call most; any other one can be said in an address. */
export const COUNTRIES: readonly string[] = [
  ...['RU', 'CN', 'UZ', 'KG', 'TR', 'AE', 'DE', 'KR'],
  ...['IN', 'TJ', 'TM', 'US', 'GB', 'FR', 'IT', 'JP'],
];
