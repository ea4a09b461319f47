// Makes the folder of the web app: any static host can serve it, under any path.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES } from '@simwise/catalog';
import { CatalogError, compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { unpackPlaces } from '@simwise/places';
import {
  compileCells,
  compileCoverage,
  compilePlaces,
  openCoverageSources,
  openPlaceSources,
} from '@simwise/places/build';
import { build } from 'esbuild';
import { bundleScript, laterFile, staticImports } from './bundle-script.ts';
import { compileShape } from './compile-shape.ts';
import { drawIcons } from './icons.ts';
import { indexPage, type PageFiles } from './index-page.ts';
import { buildLanguages } from './language-files.ts';
import { SHARED } from './shared-options.ts';

type Site = { readonly source: string; readonly catalog: string; readonly folder: string };

/** Builds the app of `source` (packages/web) with the catalogue into an empty `folder`. @throws CatalogError */
export async function buildSite({ source, catalog, folder }: Site): Promise<void> {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  const scripts = await bundleScripts(source, folder);
  const style = await bundleAlone(join(source, 'src/styles/style.css'), folder);
  const data = writeData(catalog, (name, value) => writeHashed(folder, name, JSON.stringify(value)));
  for (const name of readdirSync(join(source, 'static')))
    copyFileSync(join(source, 'static', name), join(folder, name));
  drawIcons(folder);
  const version = hashOf(JSON.stringify([scripts, style, data]));
  writeFileSync(join(folder, 'index.html'), indexPage({ ...scripts.page, ...data, style, version }));
  await bundleServiceWorker(source, folder);
}

type Data = Pick<PageFiles, 'catalog' | 'places' | 'coverage' | 'shape' | 'cells'>;

/** The catalogue, the places and what is known of coverage. Cells stay in a file for each licence, with its notice. */
function writeData(folder: string, write: (name: string, value: unknown) => string): Data {
  const sources = openPlaceSources(folder);
  const said = openCoverageSources(folder);
  const places = compilePlaces(sources);
  const context = { places: unpackPlaces(places), outlines: sources.outlines, rules: said.rules.data };
  return {
    catalog: write('catalog', compiled(folder)),
    places: write('places', places),
    coverage: write('coverage', compileCoverage(said)),
    shape: write('shape', compileShape(sources.outlines)),
    cells: said.folders.map((each) => write(`cells-${each.name}`, compileCells(said, each, context))),
  };
}

function compiled(folder: string) {
  const { catalog, findings } = loadCatalog(folder);
  if (!catalog) throw new CatalogError(findings);
  return compileCatalog(catalog);
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

function writeHashed(folder: string, name: string, json: string): string {
  const file = `assets/${name}-${hashOf(json)}.json`;
  writeFileSync(join(folder, file), json);
  return `./${file}`;
}

type Scripts = {
  readonly page: Pick<PageFiles, 'main' | 'first' | 'worker' | 'preload' | 'answer' | 'texts'>;
  readonly all: readonly string[];
};

/**
 * The page and the worker are bundled apart: together, esbuild would put all that both of them touch into one part, and the
 * first question would wait for the engine.
 */
async function bundleScripts(source: string, folder: string): Promise<Scripts> {
  const messages = join(dirname(source), 'messages', 'src');
  const { texts, common, lead } = await buildLanguages({ messages, assets: join(folder, 'assets'), shared: SHARED });
  const page = await bundleScript({ path: join(source, 'src/main.tsx'), folder, languages: lead });
  const worker = await bundleScript({ path: join(source, 'src/worker/advice-worker.ts'), folder, languages: lead });
  const later = ['pages/answer-page.tsx', 'state/advice.ts'].map((path) => laterFile(page.metafile, path));
  const atOnce = new Set([page.entry, ...staticImports(page.metafile, page.entry)]);
  const needed = later.flatMap((file) => [file, ...staticImports(page.metafile, file)]);
  const inAssets = (file: string) => `./assets/${file}`;
  return {
    page: {
      main: `./${page.entry}`,
      first: await bundleAlone(join(source, 'src/first.ts'), folder),
      worker: `./${worker.entry}`,
      preload: [...[...atOnce].slice(1).map((file) => `./${file}`), ...common.map(inAssets)],
      answer: [...new Set(needed)].filter((file) => !atOnce.has(file)).map((file) => `./${file}`),
      texts: Object.fromEntries(
        LANGUAGES.map((language) => [language, inAssets(texts[language])]),
      ) as PageFiles['texts'],
    },
    all: [page, worker].flatMap(({ metafile }) => Object.keys(metafile.outputs)).sort(),
  };
}

/** Bundles a file that is nothing to the others. @returns its address, relative to the page */
async function bundleAlone(path: string, folder: string): Promise<string> {
  const { metafile } = await build({
    ...SHARED,
    entryPoints: [path],
    outdir: join(folder, 'assets'),
    absWorkingDir: folder,
    entryNames: '[name]-[hash]',
    metafile: true,
  });
  return `./${Object.keys(metafile.outputs)[0]}`;
}

/** Files with a fingerprint in their name need no revision; the others get that of their content. */
async function bundleServiceWorker(source: string, folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const urls = names.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  const files = urls.map((url) => {
    const revision = url.startsWith('assets/') ? null : hashOf(readFileSync(join(folder, url)));
    return { url, revision };
  });
  await build({
    ...SHARED,
    format: 'iife',
    entryPoints: [join(source, 'src/service-worker/service-worker.ts')],
    outfile: join(folder, 'sw.js'),
    define: { SITE_FILES: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
  });
}
