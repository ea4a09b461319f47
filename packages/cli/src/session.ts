import { withPosters } from '@simwise/advisor';
import { type CompiledCatalog, LANGUAGES, type Language } from '@simwise/catalog';
import { type Day, dayOf, localFromUtc } from '@simwise/engine';
import { Wording } from '@simwise/messages';
import { COMMAND_MESSAGES, type CommandMessages } from '@simwise/messages/command';
import { builtInCatalog, openCatalog } from './open-catalog.ts';

/** Where a command reads and writes; tests give their own. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isInteractive: boolean;
  /** Milliseconds since 1970, for the day a stay begins when none is said. */
  readonly now: () => number;
};

/** Options every command has. */
export type CommonOptions = {
  readonly json?: boolean;
  readonly catalog?: string;
  readonly lang?: string;
  readonly currency?: string;
};

/** A usage mistake or a file that cannot be used: a sentence for people in the language they asked for, exit code 2. */
export class UsageError extends Error {
  readonly say: (messages: CommandMessages) => string;

  /** @param sentence one in their language already, or how it is made from the texts of a language */
  constructor(sentence: string | ((messages: CommandMessages) => string)) {
    super(typeof sentence === 'string' ? sentence : sentence(COMMAND_MESSAGES.en));
    this.say = typeof sentence === 'string' ? () => sentence : sentence;
  }
}

/** What a command works with: the catalogue, the language and the way to print. */
export class Session {
  readonly terminal: Terminal;
  readonly options: CommonOptions;
  readonly language: Language;
  readonly messages: CommandMessages;

  constructor(terminal: Terminal, options: CommonOptions) {
    this.terminal = terminal;
    this.options = options;
    this.language = languageOf(options.lang);
    this.messages = COMMAND_MESSAGES[this.language];
  }

  get catalogFolder(): string {
    return this.options.catalog ?? builtInCatalog();
  }

  async openCatalog(posters: readonly string[] = []): Promise<CompiledCatalog> {
    const tell = (text: string) => (this.terminal.isInteractive ? this.terminal.err(text) : undefined);
    const catalog = await openCatalog(this.catalogFolder, tell);
    return posters.length === 0 ? catalog : withPosters(catalog, posters, this.today(catalog));
  }

  wording(catalog: CompiledCatalog): Wording {
    return new Wording(this.messages, this.language, catalog);
  }

  /** The day on the calendar of the catalogue's country. */
  today({ country }: CompiledCatalog): Day {
    return dayOf(localFromUtc(country.offsets, Math.floor(this.terminal.now() / 1000)));
  }

  json(value: unknown): void {
    this.terminal.out(JSON.stringify(value, null, 2));
  }

  print(lines: readonly string[]): void {
    this.terminal.out(lines.join('\n'));
  }
}

function languageOf(text: string | undefined): Language {
  const language = LANGUAGES.find((known) => known === (text ?? 'en'));
  if (language) return language;
  const known = LANGUAGES.join(', ');
  throw new UsageError(({ usage }) => usage.oneOf({ option: '--lang', text: text ?? '', known }));
}
