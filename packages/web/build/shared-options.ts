import type { BuildOptions } from 'esbuild';

/** How every file of the app is built: for browsers that are at most three years old. */
export const SHARED = {
  bundle: true,
  minify: true,
  format: 'esm',
  charset: 'utf8',
  target: ['chrome109', 'firefox114', 'safari16.4'],
  logLevel: 'error',
} satisfies BuildOptions;
