// `node packages/places/bench/run.mjs`: measures search, sizes and the reading of cell lists on this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const outfile = join(folder, 'places.mjs');
await build({
  entryPoints: [join(root, 'packages/places/bench/places.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'error',
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(root)});`,
  },
});
const { benchPlaces } = await import(pathToFileURL(outfile).href);
await benchPlaces(join(root, 'catalog/kz'));
rmSync(folder, { recursive: true });
