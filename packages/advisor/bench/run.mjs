// `node packages/advisor/bench/run.mjs`: measures the judging of choices over scenarios on this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const outfile = join(folder, 'forecast.mjs');
await build({
  entryPoints: [join(root, 'packages/advisor/bench/forecast.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'error',
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(root)});`,
  },
});
const { benchForecast } = await import(pathToFileURL(outfile).href);
benchForecast(join(root, 'catalog/kz'));
rmSync(folder, { recursive: true });
