import { LANGUAGES } from '@simwise/catalog';
import { type Command, Option } from 'commander';

/** How a command ended: 0 done, 1 the answer is no, 2 could not do it. */
export type Run = { code: number };

/** The options of every command. */
export function withCommon(command: Command): Command {
  return command
    .option('--json', 'print JSON for programs')
    .option('--catalog <dir>', 'another catalogue folder in place of the built-in one')
    .addOption(new Option('--lang <language>', 'language of texts').choices([...LANGUAGES]).default('en'))
    .option('--currency <code>', 'currency of totals, such as USD');
}

/** Gathers an option that may be repeated. */
export const collect = (value: string, before: string[] = []) => [...before, value];
