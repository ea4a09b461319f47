import type { Command } from 'commander';
import { type CurveOptions, drawCurve } from './commands/curve.ts';
import { drawMap, type MapOptions } from './commands/map.ts';
import { type Run, withCommon } from './common-options.ts';
import type { Terminal } from './session.ts';
import { withStay } from './stay-options.ts';

/** The commands that draw how an answer changes with the days and the data of a stay. */
export function addMapAndCurve(program: Command, terminal: Terminal, run: Run): void {
  withPictures(
    withStay(withCommon(program.command('map').description('which kind of card wins, by days and data a day'))),
  )
    .option('--from-days <number>', 'fewest days', '1')
    .option('--to-days <number>', 'most days', '60')
    .option('--from-data <amount>', 'least data a day', '100MB')
    .option('--to-data <amount>', 'most data a day', '4000MB')
    .option('--columns <number>', 'numbers of days', '60')
    .option('--rows <number>', 'amounts of data', '40')
    .option('--points <number>', 'prove so many points as well, some tenths of a second each', '0')
    .action(async (options: MapOptions) => {
      run.code = await drawMap(terminal, options);
    });
  withPictures(withStay(withCommon(program.command('curve').description('the cost of each kind of card, by days'))))
    .option('--to <number>', 'most days', '30')
    .option('--points <number>', 'at most so many numbers of days, evenly spread', '31')
    .action(async (options: CurveOptions) => {
      run.code = await drawCurve(terminal, options);
    });
}

function withPictures(command: Command): Command {
  return command.option('--svg <file>', 'also as a picture in SVG').option('--png <file>', 'also as a picture in PNG');
}
