import { type Command, Option } from 'commander';
import { type AlertOptions, keepAlerts } from './commands/keep-alerts.ts';
import { type AddOptions, keepAdd, keepRemove, keepSet, type SetOptions } from './commands/keep-cards.ts';
import { keepCalendar, keepExport, keepImport, keepNext, keepReminders, keepStatus } from './commands/keep-outlook.ts';
import {
  keepBuy,
  keepCounter,
  keepHistory,
  keepRead,
  keepTopUp,
  keepUndo,
  keepUsage,
  type ReadOptions,
} from './commands/keep-readings.ts';
import { collect, type Run, withCommon } from './common-options.ts';
import type { KeepOptions } from './keep-session.ts';
import type { Terminal } from './session.ts';

type Context = { readonly terminal: Terminal; readonly run: Run };

/** Adds `simwise keep …`: the cards a person holds, on this device alone. */
export function addKeepCommands(program: Command, terminal: Terminal, run: Run): void {
  const context = { terminal, run };
  const keep = program.command('keep').description('the cards you hold: balance, what is left, what comes next');
  addCards(keep, context);
  addReadings(keep, context);
  addOutlook(keep, context);
  addFile(keep, context);
}

function withKeep(command: Command): Command {
  return withCommon(command)
    .option('--file <file>', 'another file than the usual one of this computer')
    .option('--card <name>', 'which card, where there are several');
}

function withUse(command: Command): Command {
  return command
    .option('--data <use>', 'expected use, such as 500MB/day')
    .option('--calls <uses>', 'expected use, such as national-mobile:10min/day')
    .option('--sms <uses>', 'expected use, such as national-mobile:1/day');
}

function addCards(keep: Command, context: Context): void {
  const { terminal, run } = context;
  withUse(withKeep(keep.command('add').description('hold a card, by hand or from an advice')))
    .option('--offer <ids>', 'the plan and its packs: ID[:payment][@day],…')
    .option('--start <day>', 'the first day (today)')
    .option('--name <name>', 'a name of your own')
    .option('--balance <money>', 'the balance now, such as 300KZT')
    .option('--advice <file>', 'an advice saved with simwise advise --json')
    .option('--choice <which>', 'overall, phone, data, pair or a rank')
    .action(async (options: AddOptions) => {
      run.code = await keepAdd(terminal, options);
    });
  withUse(withKeep(keep.command('set').description('type in a balance, what is left, or facts about the card')))
    .option('--balance <money>', 'such as 300KZT')
    .option('--left <amount>', 'such as 5GB, 100min, 30sms, "plan#1:100min until 2026-12-31"; may be repeated', collect)
    .option('--at <time>', 'when it was read (now)')
    .option('--name <name>', 'another name')
    .option('--handset <day>', 'the day a local card was first used in this phone, or none')
    .option('--idle-days <number>', 'days without use after which the number is blocked, or none')
    .action(async (options: SetOptions) => {
      run.code = await keepSet(terminal, options);
    });
  withKeep(keep.command('remove').description('hold a card no longer')).action(async (options: KeepOptions) => {
    run.code = await keepRemove(terminal, options);
  });
  withKeep(keep.command('alerts').description('when to be told'))
    .option('--used <percents>', 'such as 50,85,100, or none')
    .option('--before-charge <days>', 'such as 3,1, or none')
    .option('--before-end <days>', 'such as 3,1, or none')
    .option('--hour <hour>', 'hour of the day')
    .action(async (options: AlertOptions) => {
      run.code = await keepAlerts(terminal, options);
    });
}

function addReadings(keep: Command, context: Context): void {
  const { terminal, run } = context;
  const at = () => new Option('--at <time>', 'when that was (now)');
  withKeep(keep.command('read <text>').description("an operator's reply, pasted as text"))
    .addOption(at())
    .option('--yes', 'record it as it was read')
    .option('--mark <marks>', 'teach: what each number means, such as balance,left:GB,nothing')
    .action(async (text: string, options: ReadOptions) => {
      run.code = await keepRead(terminal, text, options);
    });
  withKeep(keep.command('top-up <amount>').description('money put on the card'))
    .addOption(at())
    .action(async (amount: string, options: KeepOptions) => {
      run.code = await keepTopUp(terminal, amount, options);
    });
  withKeep(keep.command('buy <offer>').description('a pack bought for the card'))
    .addOption(at())
    .action(async (offer: string, options: KeepOptions) => {
      run.code = await keepBuy(terminal, offer, options);
    });
  withKeep(keep.command('counter <volume>').description("what the phone's data counter shows"))
    .addOption(at())
    .action(async (volume: string, options: KeepOptions) => {
      run.code = await keepCounter(terminal, volume, options);
    });
  withKeep(keep.command('usage <file>').description('use of whole days: CSV with at,kind,to,amount,app')).action(
    async (file: string, options: KeepOptions) => {
      run.code = await keepUsage(terminal, file, options);
    },
  );
  withKeep(keep.command('undo').description('take back the last entry, or one of the history'))
    .option('--entry <number>', 'which entry')
    .action(async (options: KeepOptions & { entry?: string }) => {
      run.code = await keepUndo(terminal, options);
    });
}

function addOutlook(keep: Command, context: Context): void {
  const { terminal, run } = context;
  const plain: readonly (readonly [string, string, (terminal: Terminal, options: KeepOptions) => Promise<number>])[] = [
    ['status', 'each card now and what lies ahead', keepStatus],
    ['next', 'what to do next', keepNext],
    ['history', 'everything said about a card', keepHistory],
    ['reminders', 'what a server would be given to deliver', keepReminders],
  ];
  for (const [name, description, command] of plain) {
    withKeep(keep.command(name).description(description)).action(async (options: KeepOptions) => {
      run.code = await command(terminal, options);
    });
  }
  withKeep(
    keep.command('ics [calendar]').description('a calendar file with alarms; printed where no file is named'),
  ).action(async (calendar: string | undefined, options: KeepOptions) => {
    run.code = await keepCalendar(terminal, calendar, options);
  });
}

function addFile(keep: Command, context: Context): void {
  const { terminal, run } = context;
  withKeep(keep.command('export [copy]').description('everything in one file; printed where no file is named')).action(
    async (copy: string | undefined, options: KeepOptions) => {
      run.code = await keepExport(terminal, copy, options);
    },
  );
  withKeep(keep.command('import <copy>').description('everything from a file that was exported'))
    .option('--yes', 'replace the cards that are held')
    .action(async (copy: string, options: KeepOptions & { yes?: boolean }) => {
      run.code = await keepImport(terminal, copy, options);
    });
}
