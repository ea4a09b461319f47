// `npm test`: sets everything up, then runs the type check, the linter, the check for dead code, the catalogue's checks
// and all tests. The last line is "N passed, N failed"; each check counts as one, each test as one.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, ROOT, requireNode } from './setup.mjs';

requireNode();
ensureInstalled();

const CHECKS = [
  ['types', ['node_modules/.bin/tsc', '-p', '.']],
  ['types of the web app', ['node_modules/.bin/tsc', '-p', 'packages/web']],
  ['lint', ['node_modules/.bin/biome', 'check', '.']],
  ['dead code', ['node_modules/.bin/knip']],
  ['catalogue', ['packages/cli/bin/simwise.mjs', 'catalog', 'check']],
];

const results = CHECKS.map(([name, command]) => {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
});

process.stdout.write('\n== tests\n');
const report = join(ROOT, 'dist', `tests-${process.pid}.json`);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { status } = spawnSync(process.execPath, ['node_modules/.bin/vitest', 'run', ...reporters], {
  cwd: ROOT,
  stdio: 'inherit',
});
results.push(readReport(report, status));
rmSync(report, { force: true });

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** A run that ended badly with no failed test (a file that does not load) counts as one failure. */
function readReport(file, status) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: Math.max(numFailedTests, status === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
