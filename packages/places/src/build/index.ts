export { compilePlaces } from './compile-places.ts';
export { hasPlaces, loadPlaces } from './load-places.ts';
