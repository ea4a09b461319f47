import { build } from 'esbuild';
import { NODE_BUNDLE } from './scripts/node-bundle.mjs';

await build({
  ...NODE_BUNDLE,
  entryPoints: ['packages/web/bench/interaction.bench.ts'],
  outfile: 'dist/.b.mjs',
  external: ['esbuild', 'playwright-core', '@sparticuz/chromium'],
});
const { bench } = await import(process.cwd() + '/dist/.b.mjs');
await bench((a, b) => console.log(a, b), process.cwd());
