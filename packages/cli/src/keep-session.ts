import { randomUUID } from 'node:crypto';
import type { CompiledCatalog } from '@simwise/catalog';
import { type LocalSecond, localFromUtc } from '@simwise/engine';
import { type CardForecast, findCard, forecastCard, type Keeper, type KeptCard } from '@simwise/keeper';
import { ForeseenWording } from '@simwise/messages';
import { KeeperStore, usualKeeperFile } from './keeper-store.ts';
import { type CommonOptions, Session, type Terminal } from './session.ts';

/** Options of every `keep` command. */
export type KeepOptions = CommonOptions & { readonly file?: string; readonly card?: string };

/** What a `keep` command works with: the catalogue, the keeper as it was saved, and the moment. */
export class KeepSession {
  readonly session: Session;
  readonly catalog: CompiledCatalog;
  readonly wording: ForeseenWording;
  readonly now: LocalSecond;
  readonly #store: KeeperStore;
  readonly #named: string | undefined;
  keeper: Keeper;

  private constructor(session: Session, catalog: CompiledCatalog, { file, card }: KeepOptions) {
    this.session = session;
    this.catalog = catalog;
    this.wording = new ForeseenWording(session.wording(catalog), session.language, catalog);
    this.now = localFromUtc(catalog.country.offsets, Math.floor(session.terminal.now() / 1000));
    this.#store = new KeeperStore(file ?? usualKeeperFile());
    this.#named = card;
    this.keeper = this.#store.load(randomUUID);
  }

  static async open(terminal: Terminal, options: KeepOptions): Promise<KeepSession> {
    const session = new Session(terminal, options);
    return new KeepSession(session, await session.openCatalog(), options);
  }

  get words() {
    return this.wording.keeper;
  }

  /** The card named with the command, or the only one. @throws KeeperRefused */
  get card(): KeptCard {
    return findCard(this.keeper, this.#named);
  }

  /** The card that is named, or all of them. */
  get cards(): readonly KeptCard[] {
    return this.#named === undefined ? this.keeper.cards : [this.card];
  }

  forecast(card: KeptCard): CardForecast {
    return forecastCard(this.catalog, card, { now: this.now });
  }

  save(keeper: Keeper): void {
    this.#store.save(keeper);
    this.keeper = keeper;
  }

  /** Says what was done, or gives it to a program. */
  tell(text: string, answer: object): void {
    if (this.session.options.json) this.session.json(answer);
    else this.session.print([text]);
  }
}
