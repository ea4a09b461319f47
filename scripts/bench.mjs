// `npm run bench`: runs the benchmarks of all packages and prints what they measure; `npm run bench -- engine` runs those
// of one. A benchmark is a file `packages/*/bench/*.bench.ts` that exports `bench(say, root)`; it asserts nothing.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_BUNDLE } from './node-bundle.mjs';
import { ensureBuilt, ensureInstalled, ROOT, requireNode } from './setup.mjs';

requireNode();
ensureInstalled();
await ensureBuilt();
const { build } = await import('esbuild');

/** Packages that look for files beside their own. */
const LOADED_AS_THEY_ARE = ['esbuild', 'playwright-core', '@sparticuz/chromium'];

const wanted = process.argv.slice(2);
for (const name of readdirSync(join(ROOT, 'packages'))) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const file of benchmarksOf(join(ROOT, 'packages', name, 'bench'))) await run(name, file);
}

function benchmarksOf(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'));
  return files.map((file) => join(folder, file));
}

/** Bundles a benchmark as the command is bundled, so that the same code is measured that people run. */
async function run(name, file) {
  process.stdout.write(`\n== ${name}\n`);
  const folder = mkdtempSync(join(ROOT, 'dist', '.bench-'));
  try {
    const bundle = join(folder, 'bench.mjs');
    await build({ ...NODE_BUNDLE, entryPoints: [file], outfile: bundle, external: LOADED_AS_THEY_ARE });
    const { bench } = await import(pathToFileURL(bundle).href);
    await bench((what, figure) => process.stdout.write(`${what}: ${figure}\n`), ROOT);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
