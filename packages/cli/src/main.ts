import { BadPoster } from '@simwise/advisor';
import { LANGUAGES, type Language } from '@simwise/catalog';
import { labelled, refusalText } from '@simwise/messages';
import { COMMAND_MESSAGES, type CommandMessages } from '@simwise/messages/command';
import { keeperRefusalText } from '@simwise/messages/keeper';
import type { Answered, Question, RunningServer } from '@simwise/server';
import { Command, CommanderError } from 'commander';
import { type AdviseOptions, adviseStay } from './commands/advise.ts';
import { checkFolder, diffFolders, showSchema, showStats } from './commands/catalog.ts';
import { listOffers, type OffersOptions, showOffer } from './commands/offers.ts';
import { type PriceOptions, price } from './commands/price.ts';
import { type ServeOptions, serve } from './commands/serve.ts';
import type { AppOptions } from './commands/serve-app.ts';
import { type VerifyOptions, verifyFile } from './commands/verify.ts';
import { collect, type Run, withCommon } from './common-options.ts';
import { addPlacesAndCoverage } from './coverage-commands.ts';
import { explainCommand } from './explain-command.ts';
import { addForecast } from './forecast-commands.ts';
import { addKeepCommands } from './keep-commands.ts';
import { addMapAndCurve } from './map-commands.ts';
import { addPeopleCommands } from './people-commands.ts';
import { type CommonOptions, Session, type Terminal, UsageError } from './session.ts';
import { withStay } from './stay-options.ts';

const THIS_TERMINAL: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
  now: () => Date.now(),
};

/** Runs the command line. @returns the exit code: 0 done, 1 the answer is no or numbers disagree, 2 could not do it. */
export async function main(args: readonly string[], terminal: Terminal = THIS_TERMINAL): Promise<number> {
  if (terminal === THIS_TERMINAL) stopWithReader();
  const run = { code: 0 };
  const program = buildProgram(terminal, run);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return run.code;
  } catch (error) {
    const messages = COMMAND_MESSAGES[languageIn(args)];
    if (!(error instanceof CommanderError)) terminal.err(`simwise: ${await explain(error, messages)}`);
    else if (error.exitCode === 0) return 0;
    else if (!HELP.has(error.code)) terminal.err(`simwise: ${explainCommand(error, messages)}`);
    return 2;
  }
}

/** A reader that has seen enough, such as `head`, closes the pipe: there is nothing left to do. */
function stopWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

async function askAndAdvise(terminal: Terminal, options: AdviseOptions): Promise<number> {
  const { askStay } = await import('./commands/ask-stay.ts');
  return adviseStay(terminal, options, await askStay(new Session(terminal, options)));
}

/** The answer for a tourist from today, and how to ask for one's own stay. */
async function adviseExample(terminal: Terminal, options: AdviseOptions): Promise<number> {
  const { command } = new Session(terminal, options).messages;
  const code = await adviseStay(terminal, { ...options, preset: 'tourist' });
  terminal.out(`\n${command.example}\n${command.howToAsk}`);
  return code;
}

async function explain(error: unknown, messages: CommandMessages): Promise<string> {
  const said = error instanceof UsageError ? error.say(messages) : refusalText(messages, error);
  const refusal = said ?? keeperRefusalText(messages, error);
  if (refusal && error instanceof BadPoster) return labelled(messages, '--with', refusal);
  if (refusal) return refusal;
  const { usage } = messages;
  const { CatalogError } = await import('@simwise/catalog/build');
  if (error instanceof CatalogError) return usage.badCatalogue({ findings: error.message });
  return usage.unforeseen({ error: error instanceof Error ? error.message : String(error) });
}

/** Shown as asked for, or in place of a command that was left out. */
const HELP: ReadonlySet<string> = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

/** The language asked for by `--lang ru` or `--lang=ru`, also where the command came to nothing. */
function languageIn(args: readonly string[]): Language {
  const after = args[args.lastIndexOf('--lang') + 1];
  const within = args.findLast((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return LANGUAGES.find((known) => known === (within ?? after)) ?? 'en';
}

function buildProgram(terminal: Terminal, run: Run): Command {
  const program = new Command('simwise')
    .description('Which card to take in Kazakhstan, what it really costs, and why.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      // Told in the reader's language, with the way out.
      outputError: () => undefined,
    });
  addOffers(program, terminal, run);
  addPrice(program, terminal, run);
  addAdvise(program, terminal, run);
  addVerify(program, terminal, run);
  addMapAndCurve(program, terminal, run);
  addPeopleCommands(program, terminal, run);
  addPlacesAndCoverage(program, terminal, run);
  addKeepCommands(program, terminal, run);
  addForecast(program, terminal, run);
  addCatalog(program, terminal, run);
  addServe(program, terminal, run);
  return program;
}

function addOffers(program: Command, terminal: Terminal, run: Run): void {
  withCommon(program.command('offers').description('list the offers on record'))
    .option('--brand <id>', 'only offers of a brand')
    .option('--card <kind>', 'only cards of a kind (phone, data, hybrid, travel-esim) or a role (add-on, vas)')
    .option('--on-sale', 'only what is or may be on sale')
    .option('--on <day>', 'as of a day')
    .action(async (options: OffersOptions) => {
      run.code = await listOffers(terminal, options);
    });
  withCommon(program.command('offer <id>').description('one offer with its rules, versions and sources'))
    .option('--on <day>', 'as of a day')
    .action(async (id: string, options: CommonOptions & { on?: string }) => {
      run.code = await showOffer(terminal, id, options);
    });
}

function addPrice(program: Command, terminal: Terminal, run: Run): void {
  withCommon(program.command('price').description('what a card costs for a use'))
    .option('--offer <ids>', 'a plan and its packs: ID[:payment][@day],… (the first poster, where one is given)')
    .option('--start <day>', 'first day, such as 2026-12-01 (today)')
    .option('--days <number>', 'number of days', '30')
    .option('--usage <file>', 'CSV with at,kind,to,amount,app')
    .option('--data <use>', 'such as 500MB/day or whatsapp:100MB/day,2GB/month')
    .option('--calls <uses>', 'such as national-mobile:10min/day,CN:2min/day')
    .option('--sms <uses>', 'such as national-mobile:1/day')
    .option('--fee <state>', 'paid, or unpaid: what applies when the fee cannot be taken', 'paid')
    .option('--with <poster>', 'an offer read off a wall: "Name: 4990 KZT/30d, 20GB, unlimited on-net"', collect)
    .action(async (options: PriceOptions) => {
      run.code = await price(terminal, options);
    });
}

function addAdvise(program: Command, terminal: Terminal, run: Run): void {
  withStay(withCommon(program.command('advise').description('which card, or which pair, for a stay')))
    .option('--top <number>', 'how many choices to list', '10')
    .option('--what-if', 'what would change the answer: days, data, prices, and the facts that decide it')
    .option('--history <file>', 'past use as CSV with at,kind,to,amount,app; what you do not say is taken from it')
    .option('--choice <which>', 'the choice to show in full: its number, phone, data, pair or an offer (the best)')
    .action(async (options: AdviseOptions, command: Command) => {
      const said = Object.keys(options).filter(
        (name) => command.getOptionValueSource(name) === 'cli' && !QUIET.has(name),
      );
      if (said.length > 0) run.code = await adviseStay(terminal, options);
      else if (terminal.isInteractive) run.code = await askAndAdvise(terminal, options);
      else run.code = await (options.json ? adviseStay : adviseExample)(terminal, options);
    });
}

function addVerify(program: Command, terminal: Terminal, run: Run): void {
  withCommon(
    program
      .command('verify <file>')
      .description('replay what an answer of "advise --json" proves (- reads it from a pipe)'),
  )
    .option('--with <poster>', 'the offer read off a wall that the answer was asked with', collect)
    .action(async (file: string, options: VerifyOptions) => {
      run.code = await verifyFile(terminal, file, options);
    });
}

/** Options that say how to answer, not what is asked. */
const QUIET: ReadonlySet<string> = new Set(['lang', 'json', 'catalog', 'currency', 'top', 'choice', 'with']);

function addServe(program: Command, terminal: Terminal, run: Run): void {
  withCommon(program.command('serve').description('run the server: reminders, the API, and the app where it is built'))
    .option('--app <dir>', 'the folder of the built app')
    .action(async (options: ServeOptions) => {
      run.code = await serve(terminal, options);
    });
}

/** What `npm start` runs. @returns null where only the app can be served */
export async function startApp(options: AppOptions): Promise<RunningServer | null> {
  const { startAppServer } = await import('./commands/serve-app.ts');
  return startAppServer(options, THIS_TERMINAL);
}

/** Where the server's thread for answers begins: it loads this program anew and calls this. */
export async function answerQuestion(question: Question): Promise<Answered> {
  const thread = await import('@simwise/server/answer-thread');
  return thread.answerQuestion(question);
}

function addCatalog(program: Command, terminal: Terminal, run: Run): void {
  const catalog = program.command('catalog').description('the catalogue itself');
  withCommon(catalog.command('check').description('run every check and list all findings'))
    .option('--fix', 'mend what a machine can mend')
    .action(async (options: CommonOptions & { fix?: boolean }) => {
      run.code = await checkFolder(terminal, options);
    });
  withCommon(catalog.command('stats').description('what the catalogue holds')).action(
    async (options: CommonOptions) => {
      run.code = await showStats(terminal, options);
    },
  );
  withCommon(catalog.command('diff <before> <after>').description('what differs between two catalogue folders')).action(
    async (before: string, after: string, options: CommonOptions) => {
      run.code = await diffFolders(terminal, [before, after], options);
    },
  );
  withCommon(catalog.command('schema <name>').description('the JSON Schema of an offer or a document')).action(
    async (name: string) => {
      run.code = await showSchema(terminal, name);
    },
  );
}
