import type { Command } from 'commander';
import { type CoverageOptions, showCoverage } from './commands/coverage.ts';
import { type ImportOptions, importCellFile } from './commands/coverage-import.ts';
import { type ReportOptions, reportCoverage } from './commands/coverage-report.ts';
import { findPlaces, type PlacesOptions } from './commands/places.ts';
import { type Run, withCommon } from './common-options.ts';
import type { Terminal } from './session.ts';

/** The commands about places and coverage. */
export function addPlacesAndCoverage(program: Command, terminal: Terminal, run: Run): void {
  withCommon(program.command('places <query>').description('find towns, districts, airports, crossings and sights'))
    .option('--limit <number>', 'how many places to list', '10')
    .action(async (query: string, options: PlacesOptions) => {
      run.code = await findPlaces(terminal, query, options);
    });
  addCoverage(program, terminal, run);
}

function addCoverage(program: Command, terminal: Terminal, run: Run): void {
  const coverage = withCommon(program.command('coverage [places...]'))
    .description('what is known of each network at the places of a route, such as Almaty:2 Saty:1')
    .option('--reports <file>', 'your own reports (a file in the usual folder for data)')
    .action(async (places: string[], options: CoverageOptions) => {
      run.code = await showCoverage(terminal, places, options);
    });
  withCommon(
    coverage.command('report <network> <place>').description('note that a network worked at a place, or did not'),
  )
    .option('--reports <file>', 'the file to note it in (a file in the usual folder for data)')
    .option('--day <day>', 'the day it was, such as 2026-06-03 (today)')
    .option('--technology <name>', '2G, 3G, 4G or 5G')
    .option('--worked', 'it worked (so it is taken)')
    .option('--no-signal', 'it did not work')
    .action(async (network: string, place: string, _options: unknown, command: Command) => {
      run.code = await reportCoverage(terminal, [network, place], command.optsWithGlobals<ReportOptions>());
    });
  withCommon(
    coverage.command('import <file>').description('take a public list of cells (OpenCelliD, Mozilla), plain or gzip'),
  )
    .option('--licence <terms>', 'cc-by-sa (OpenCelliD) or cc0', 'cc-by-sa')
    .option('--taken <day>', 'the day of the list, where its rows have none')
    .action(async (file: string, _options: unknown, command: Command) => {
      run.code = await importCellFile(terminal, file, command.optsWithGlobals<ImportOptions>());
    });
}
