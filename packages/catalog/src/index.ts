export * from './compiled.ts';
export * from './partial-date.ts';
export * from './quantity.ts';
