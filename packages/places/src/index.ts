export * from './compiled.ts';
export * from './distance.ts';
export * from './place.ts';
export * from './place-index.ts';
export * from './unpack-places.ts';
