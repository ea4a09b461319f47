import type { Command } from 'commander';
import { type BacktestOptions, backtestHistory } from './commands/backtest.ts';
import { adviseNext, type NextOptions } from './commands/next.ts';
import { type Run, withCommon } from './common-options.ts';
import type { Terminal } from './session.ts';

/** The commands about use that nobody knows yet. */
export function addForecast(program: Command, terminal: Terminal, run: Run): void {
  withCommon(program.command('next').description('you hold a card: which pack to buy today, if any'))
    .option('--offer <id>', 'the plan on the card')
    .option('--left <volume>', 'data left on the card, such as 2GB', '0')
    .option('--until <day>', 'the last day on which what is left may be used')
    .option('--days <number>', 'how many more days you need the card', '30')
    .option('--history <file>', 'CSV of your uses with at,kind,to,amount,app')
    .option('--data <use>', 'your use where there is no history, such as 500MB/day')
    .action(async (options: NextOptions) => {
      run.code = await adviseNext(terminal, options);
    });
  withCommon(program.command('backtest').description('what advice on past months would have cost, against hindsight'))
    .option('--history <file>', 'CSV of your uses with at,kind,to,amount,app')
    .option('--preset <name>', 'what you need besides use: resident, tourist, …')
    .action(async (options: BacktestOptions) => {
      run.code = await backtestHistory(terminal, options);
    });
}
