import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { SHARED } from './shared-options.ts';

type Task = { readonly path: string; readonly folder: string; readonly languages: Plugin };

export type BundledScript = { readonly entry: string; readonly metafile: Metafile };

/**
 * Bundles a script into `assets` of a folder. What it needs at once is one file, and so is each part that it loads later.
 * Left alone, esbuild makes a file of every set of parts that share something, and a first visit fetches twenty small ones:
 * so a first pass finds the later parts, and in the second each of them says that it needs the script itself.
 */
export async function bundleScript({ path, folder, languages }: Task): Promise<BundledScript> {
  const options = {
    ...SHARED,
    entryPoints: [path],
    outdir: join(folder, 'assets'),
    absWorkingDir: dirname(path),
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    splitting: true,
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  } satisfies BuildOptions;
  const { metafile: first } = await build({ ...options, plugins: [languages], write: false });
  const later = laterParts(first, dirname(path));
  const { metafile } = await build({ ...options, absWorkingDir: folder, plugins: [languages, needing(path, later)] });
  return { entry: startOf(metafile, outputFor(metafile, basename(path))), metafile };
}

/** The files that are loaded by `import()`, as whole paths. */
function laterParts({ inputs }: Metafile, from: string): ReadonlySet<string> {
  const loaded = Object.values(inputs).flatMap(({ imports }) => imports);
  const later = loaded.filter(({ kind, external }) => kind === 'dynamic-import' && !external);
  return new Set(later.map(({ path }) => join(from, path)));
}

/** Has each of some files import another one. */
function needing(needed: string, files: ReadonlySet<string>): Plugin {
  return {
    name: 'needing',
    setup: (bundle) => {
      bundle.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        if (!files.has(path)) return undefined;
        const contents = `${readFileSync(path, 'utf8')}\nimport ${JSON.stringify(needed)};\n`;
        return { contents, loader: extname(path) === '.tsx' ? 'tsx' : 'ts' };
      });
    },
  };
}

function outputFor({ outputs }: Metafile, path: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(path));
  if (!found) throw new Error(`nothing was built from ${path}`);
  return found[0];
}

/** The file of a part that is loaded later. */
export function laterFile(metafile: Metafile, path: string): string {
  return startOf(metafile, outputFor(metafile, path));
}

/** Where a script begins: the file that holds it where the one of its name does nothing but import that one. */
function startOf({ outputs }: Metafile, entry: string): string {
  const { inputs = {}, imports = [] } = outputs[entry] ?? {};
  const [only, ...others] = imports;
  return only && others.length === 0 && Object.keys(inputs).length === 0 ? only.path : entry;
}

/** The files that a script imports at once, and those that these import. */
export function staticImports({ outputs }: Metafile, file: string, seen = new Set<string>()): string[] {
  for (const { path, kind } of outputs[file]?.imports ?? []) {
    if (kind !== 'import-statement' || seen.has(path)) continue;
    seen.add(path);
    staticImports({ outputs } as Metafile, path, seen);
  }
  return [...seen];
}
