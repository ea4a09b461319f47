import type * as z from 'zod';
import type { deliverySchema } from '../../src/http/routes/reminder-schema.ts';
import { type Ask, eventually } from './server.ts';

export type Delivery = z.infer<typeof deliverySchema>;
export type Wish = {
  readonly rule: string;
  readonly channel: string;
  readonly dueAt?: Date;
  readonly text?: string;
  readonly language?: string;
};

/** A device as the app is one: it has a key, channels and reminders. */
export class Device {
  readonly #ask: Ask;
  readonly key: string;

  private constructor(ask: Ask, key: string) {
    this.#ask = ask;
    this.key = key;
  }

  static async create(ask: Ask): Promise<Device> {
    const { body } = await ask('POST /v1/devices');
    return new Device(ask, (body as { key: string }).key);
  }

  /** Adds a channel. @returns what the server answers about it */
  async add(channel: object): Promise<{ readonly id: string; readonly state: string; readonly link?: string }> {
    const { status, body } = await this.#ask('POST /v1/channels', { key: this.key, body: channel });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as { id: string; state: string; link?: string };
  }

  /** Sets the reminders; what is not said is filled in, and they are due now. */
  async remind(...wishes: readonly Wish[]): Promise<unknown> {
    const reminders = wishes.map(({ dueAt = new Date(), text = 'text', language = 'en', ...rest }) => ({
      ...rest,
      text,
      language,
      dueAt: dueAt.toISOString(),
    }));
    const { status, body } = await this.#ask('PUT /v1/reminders', { key: this.key, body: { reminders } });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  async deliveries(): Promise<readonly Delivery[]> {
    const { body } = await this.#ask('GET /v1/deliveries', { key: this.key });
    return (body as { deliveries: Delivery[] }).deliveries;
  }

  /** What becomes of a rule's reminder, once it is over. */
  async outcomeOf(rule: string): Promise<Delivery | undefined> {
    const isOver = (each: Delivery) => each.rule === rule && each.state !== 'sending' && each.state !== 'waiting';
    return (
      await eventually(
        () => this.deliveries(),
        (all) => all.some(isOver),
      )
    ).find(isOver);
  }

  async channels(): Promise<readonly { readonly id: string; readonly state: string }[]> {
    const { body } = await this.#ask('GET /v1/channels', { key: this.key });
    return (body as { channels: { id: string; state: string }[] }).channels;
  }
}
