import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Arrivals } from './arrivals.ts';

type Reply = (error?: (Error & { responseCode?: number }) | null) => void;

/** What the server does with a mail it has read whole. */
export type MailBehaviour = (reply: Reply, hangUp: () => void) => void;

export const TAKE: MailBehaviour = (reply) => reply();

export function refuse(responseCode: number): MailBehaviour {
  return (reply) => reply(Object.assign(new Error('no'), { responseCode }));
}

/** A mail server on this machine that keeps what it receives. */
export class SmtpReceiver {
  readonly mails = new Arrivals<ParsedMail>();
  behaviour: MailBehaviour = TAKE;
  refusedRecipients: ReadonlySet<string> = new Set();
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, reply) =>
      reply(this.refusedRecipients.has(address) ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
    onData: (stream, session, reply) => void this.#receive(stream, session, reply),
  });
  url = '';

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#server.on('error', () => undefined);
    this.url = `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }

  async #receive(stream: SMTPServerDataStream, session: SMTPServerSession, reply: Reply): Promise<void> {
    this.mails.add(await simpleParser(stream));
    this.behaviour(reply, () => {
      for (const connection of this.#server.connections) if (connection.id === session.id) connection._socket.destroy();
    });
  }
}
