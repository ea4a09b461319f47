import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const SERVER = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Bundles a TypeScript file of this package for plain Node, beside the packages it needs. @returns its address */
export async function builtFile(source: string): Promise<URL> {
  const folder = join(SERVER, '..', '..', 'dist', `server-test-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${source.replaceAll('/', '-').replace(/\.ts$/, '')}.mjs`);
  await build({
    entryPoints: [join(SERVER, source)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'packages stay outside',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@simwise/') ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
  return pathToFileURL(outfile);
}
