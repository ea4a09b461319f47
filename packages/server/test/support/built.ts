import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The checkout, also seen from a bundle of this file. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));
const SERVER = join(ROOT, 'packages', 'server');

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : findRoot(dirname(folder));
}

/** Bundles a TypeScript file of this package for plain Node, beside the packages it needs. @returns its address */
export async function builtFile(source: string): Promise<URL> {
  const folder = join(ROOT, 'dist', `server-test-${process.pid}`);
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
