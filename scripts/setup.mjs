// Brings a fresh clone to a state in which the command runs: packages installed from the lockfile, code bundled. Each
// step is done only when its inputs have changed, so a ready checkout loses a few milliseconds here.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';

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

/** Bundles the command when its code has changed. @returns the path of the bundle to import. */
export async function ensureBuilt() {
  const packages = ['engine', 'catalog', 'places', 'advisor', 'messages', 'counter', 'cli'].map((name) =>
    join(ROOT, 'packages', name, 'src'),
  );
  const wanted = fingerprint([...packages, join(ROOT, 'package-lock.json'), fileURLToPath(import.meta.url)]);
  const target = join(DIST, `cli-${wanted}`);
  const bundle = join(target, 'main.js');
  if (existsSync(bundle)) return bundle;
  const temporary = join(DIST, `.building-${process.pid}`);
  await bundleInto(temporary);
  publish(temporary, target);
  return bundle;
}

async function bundleInto(folder) {
  const { build } = await import('esbuild');
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(ROOT, 'packages/cli/src/main.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    // has a part for each kind of machine, which cannot be bundled
    external: ['@resvg/resvg-js'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}

/** Puts a finished folder in place in one step; another process that was faster wins. */
function publish(temporary, target) {
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  const isOld = (name) => name.startsWith('cli-') && join(DIST, name) !== target;
  for (const name of readdirSync(DIST)) if (isOld(name)) rmSync(join(DIST, name), { recursive: true, force: true });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
