// Runs one of the long measurements of this folder: `node packages/server/bench/run.mjs chaos` or `load`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_BUNDLE } from '../../../scripts/node-bundle.mjs';
import { ensureInstalled, ROOT, requireNode } from '../../../scripts/setup.mjs';

requireNode();
ensureInstalled();
const [name = '', ...args] = process.argv.slice(2);
const outfile = join(ROOT, 'dist', 'server-bench', `${name}.mjs`);
mkdirSync(join(ROOT, 'dist', 'server-bench'), { recursive: true });
const { build } = await import('esbuild');
await build({
  ...NODE_BUNDLE,
  entryPoints: [join(ROOT, 'packages', 'server', 'bench', `${name}.ts`)],
  outfile,
  plugins: [
    {
      name: 'packages stay outside',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@simwise/') ? undefined : { path, external: true },
        ),
    },
  ],
});
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(args);
