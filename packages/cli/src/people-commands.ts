import type { Command } from 'commander';
import { askOperator } from './commands/ask.ts';
import { type CounterOptions, showCounterCard } from './commands/counter.ts';
import { explainCards } from './commands/explain.ts';
import { type FormalitiesOptions, listFormalities } from './commands/formalities.ts';
import { type Run, withCommon } from './common-options.ts';
import type { CommonOptions, Terminal } from './session.ts';
import { type StayOptions, withStay } from './stay-options.ts';

/** The commands about what is asked of a person, and about the people to ask. */
export function addPeopleCommands(program: Command, terminal: Terminal, run: Run): void {
  withCommon(program.command('ask <operator>').description('whom to ask, what to dial, where to top up')).action(
    async (operator: string, options: CommonOptions) => {
      run.code = await askOperator(terminal, operator, options);
    },
  );
  withStay(
    withCommon(program.command('explain').description('phone card, data card, hybrid and app pass side by side')),
  ).action(async (options: StayOptions) => {
    run.code = await explainCards(terminal, options);
  });
  withStay(withCommon(program.command('formalities').description('which rules apply to you, and why')))
    .option('--choice <which>', 'a choice of the advice: its number, phone, data, pair or an offer (the best)')
    .action(async (options: FormalitiesOptions) => {
      run.code = await listFormalities(terminal, options);
    });
  addCounter(program, terminal, run);
}

function addCounter(program: Command, terminal: Terminal, run: Run): void {
  const counter = withCommon(program.command('counter').description('the card to show at the shop for a choice'));
  const ownOptions = new Set([...counter.options.map((option) => option.attributeName()), ...OWN_OPTIONS]);
  withStay(counter)
    .option('--choice <which>', 'a choice of the advice: its number, phone, data, pair or an offer (the best)')
    .option('--answer <file>', 'an answer kept from "advise --json", in place of the flags of a stay')
    .option('--format <format>', 'text, html or svg', 'text')
    .option('--out <file>', 'write it there')
    .action(async (options: CounterOptions, command: Command) => {
      const said = Object.keys(options).filter((name) => command.getOptionValueSource(name) === 'cli');
      run.code = await showCounterCard(
        terminal,
        options,
        said.some((name) => !ownOptions.has(name)),
      );
    });
}

const OWN_OPTIONS: readonly string[] = ['choice', 'answer', 'format', 'out'];
