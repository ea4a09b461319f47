import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Files whose tests need a database share one that is started before them; the others do not wait for it. */
const WITH_DATABASE = ['packages/server/test/*.test.ts', 'packages/web/e2e/reminders.test.ts'];

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One worker for each core; the default leaves one core idle.
    maxWorkers: '100%',
    // Files share what they load: to load it anew for each would take longer than most of them.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'database',
          include: WITH_DATABASE,
          globalSetup: 'packages/server/test/support/shared-database.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['packages/*/{src,test,build}/**/*.test.ts', 'scenarios/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...WITH_DATABASE],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['packages/web/e2e/*.test.ts'],
          exclude: [...configDefaults.exclude, ...WITH_DATABASE],
          // A browser keeps all cores busy alone: these come after the others, one file at a time, with one page more than
          // there are cores. With many more a browser has been seen to paint one of them no more.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          maxConcurrency: availableParallelism() + 1,
        },
      },
    ],
  },
});
