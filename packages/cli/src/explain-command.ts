import type { CommandMessages } from '@simwise/messages/command';
import type { CommanderError } from 'commander';

/** What commander complains about, in the reader's language: it tells the parts of its complaint in its message only. */
export function explainCommand({ code, message }: CommanderError, { usage, signs }: CommandMessages): string {
  const { command } = usage;
  const [text = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  const known = /choices are (.*)\.$/.exec(message)?.[1];
  if (known) return usage.oneOf({ option: text, text: value, known });
  const sentences: Readonly<Record<string, string>> = {
    'commander.unknownOption': command.unknownOption({ text }),
    'commander.unknownCommand': command.unknownCommand({ text }),
    'commander.missingArgument': command.missingArgument({ text }),
    'commander.optionMissingArgument': command.missingValue({ text }),
    'commander.excessArguments': command.excessArguments,
  };
  const similar = /Did you mean (?:one of )?(.*)\?/.exec(message)?.[1];
  const near = similar ? [command.similar({ text: similar })] : [];
  return `${[sentences[code] ?? message, ...near].join(signs.semicolon)}\n${command.help}`;
}
