// Brings a fresh clone to a state in which the command runs: packages installed from the lockfile, code bundled. Each
// step is done only when its inputs have changed, so a ready checkout loses a few milliseconds here.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { NODE_BUNDLE } from './node-bundle.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const OLDEST_NODE = [20, 19];

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  fail(
    `simwise needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install it from nodejs.org.`,
  );
}

/** Installs the packages of the lockfile when they are not the ones installed. */
export function ensureInstalled() {
  const wanted = fingerprint([join(ROOT, 'package-lock.json')]);
  const stamp = join(ROOT, 'node_modules', `.simwise-${wanted}`);
  if (existsSync(stamp)) return;
  process.stderr.write('simwise: installing packages (once)…\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) fail('simwise: "npm ci" failed; mend what it says above and start again.');
  writeFileSync(stamp, '');
}

const PROGRAM = ['engine', 'catalog', 'places', 'advisor', 'keeper', 'messages', 'counter'];

/** Bundles the command when its code has changed. @returns the path of the bundle to import. */
export function ensureBuilt() {
  return ensureBundle('cli', { entry: 'packages/cli/src/main.ts', packages: [...PROGRAM, 'server', 'cli'] });
}

/** Builds the web app when its code or the catalogue has changed. @returns its folder and how to serve it. */
export async function ensureSite() {
  const { buildSite, serveSite } = await import(pathToFileURL(await ensureTools()).href);
  const source = join(ROOT, 'packages', 'web');
  const catalog = join(ROOT, 'catalog', 'kz');
  const folder = await ensureFolder('web', [...sourcesOf([...PROGRAM, 'web']), catalog], (into) =>
    buildSite({ source, catalog, folder: into }),
  );
  return { folder, serveSite };
}

/** Bundles the program that takes pictures of every page. @returns the path of the bundle to import. */
export function ensureScreenshots() {
  return ensureBundle('web-screenshots', { entry: 'packages/web/e2e/take-screenshots.ts', packages: ['web'] });
}

function ensureTools() {
  return ensureBundle('web-tools', {
    entry: 'packages/web/serve/tools.ts',
    packages: ['engine', 'catalog', 'places', 'web'],
  });
}

function sourcesOf(packages) {
  return packages.map((name) => join(ROOT, 'packages', name));
}

async function ensureBundle(name, { entry, packages }) {
  const folder = await ensureFolder(name, sourcesOf(packages), (into) => bundleInto(into, entry));
  return join(folder, `${basename(entry, '.ts')}.js`);
}

/** Makes a folder from its inputs unless it is there already. @returns its path. */
async function ensureFolder(name, inputs, make) {
  const wanted = fingerprint([...inputs, join(ROOT, 'package-lock.json'), fileURLToPath(import.meta.url)]);
  const target = join(DIST, `${name}-${wanted}`);
  if (existsSync(target)) return target;
  const temporary = join(DIST, `.building-${name}-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  await make(temporary);
  publish(temporary, target, new RegExp(`^${name}-[0-9a-f]{16}$`));
  return target;
}

async function bundleInto(folder, entry) {
  const { build } = await import('esbuild');
  await build({
    ...NODE_BUNDLE,
    entryPoints: [join(ROOT, entry)],
    outdir: folder,
    splitting: true,
    external: ['esbuild', '@resvg/resvg-js', 'playwright-core', '@sparticuz/chromium', ...serverPackages()],
  });
}

/** What the server uses stays outside the bundle: some of it looks for files beside its own. */
function serverPackages() {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'packages', 'server', 'package.json'), 'utf8'));
  return Object.keys(dependencies).filter((name) => !name.startsWith('@simwise/') && name !== 'zod');
}

/** Puts a finished folder in place in one step; another process that was faster wins. Older ones go. */
function publish(temporary, target, isOfName) {
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  const isOld = (name) => isOfName.test(name) && join(DIST, name) !== target;
  for (const name of readdirSync(DIST)) if (isOld(name)) rmSync(join(DIST, name), { recursive: true, force: true });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
