import { checkCatalog, fixCatalog, formatFinding } from '@simwise/catalog/build';
import { Command } from 'commander';

/** Runs the command line. @returns the exit code: 0 done, 1 the answer is no, 2 could not do it. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('simwise');
  const catalog = program.command('catalog');
  catalog
    .command('check')
    .option('--catalog <dir>', 'catalogue folder', 'catalog/kz')
    .option('--fix')
    .action((options: { catalog: string; fix?: boolean }) => {
      if (options.fix) for (const file of fixCatalog(options.catalog)) console.log(`mended ${file}`);
      const findings = checkCatalog(options.catalog);
      for (const finding of findings) console.log(formatFinding(finding));
      code = findings.length > 0 ? 1 : 0;
    });
  await program.parseAsync([...args], { from: 'user' });
  return code;
}
