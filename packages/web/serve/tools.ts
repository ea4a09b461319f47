// What the scripts of the checkout use of this package: to build the site and to serve it.
export { buildSite } from '../build/build-site.ts';
export { serveSite } from './serve-site.ts';
