import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { DELIVERED, failed, type Outcome, retry, unknown } from '../deliver/outcome.ts';

export type Envelope = { readonly from: string; readonly to: string };

/** A mail server as `smtps://user:password@host:port` names it. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the start; otherwise the connection is upgraded where the server offers it. */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
};

export function readMailServer(address: string): MailServer {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  return {
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}

/** One reply of a mail server that was not what was hoped for, or a connection that broke. */
type SmtpError = Error & { readonly responseCode?: number; readonly code?: string };

/**
 * Hands a mail over on a connection of its own, so that it is known how far it came: before the server has asked for
 * the text nothing can have been delivered; after that only the server's own answer says so.
 */
export async function handOver(
  server: MailServer,
  mail: { readonly envelope: Envelope; readonly source: Buffer },
  signal: AbortSignal,
): Promise<Outcome> {
  const connection = openConnection(server);
  const text = lazily(mail.source);
  try {
    await transfer(connection, { server, envelope: mail.envelope, text: text.stream, signal });
    connection.quit();
    return DELIVERED;
  } catch (error) {
    connection.close();
    return outcomeOf(error as SmtpError, text.hasBegun());
  }
}

const STEP_MS = 15_000;

function openConnection({ host, port, secure }: MailServer): SMTPConnection {
  const timeouts = { connectionTimeout: STEP_MS, greetingTimeout: STEP_MS, socketTimeout: STEP_MS };
  return new SMTPConnection({ host, port, secure, ...timeouts });
}

type Transfer = {
  readonly server: MailServer;
  readonly envelope: Envelope;
  readonly text: Readable;
  readonly signal: AbortSignal;
};

function transfer(connection: SMTPConnection, { server, envelope, text, signal }: Transfer): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (step: () => void) => (error?: Error | null) => (error ? reject(error) : step());
    const send = () => connection.send({ from: envelope.from, to: [envelope.to] }, text, next(resolve));
    const logIn = () =>
      server.auth && connection.allowsAuth ? connection.login({ credentials: server.auth }, next(send)) : send();
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('the connection ended')));
    signal.addEventListener('abort', () => reject(new Error('it took too long')), { once: true });
    connection.connect(next(logIn));
  });
}

/** A text that knows whether it has been asked for: the mail server has then said that it takes it. */
function lazily(source: Buffer): { readonly stream: Readable; readonly hasBegun: () => boolean } {
  let begun = false;
  const stream = new Readable({
    read() {
      begun = true;
      this.push(source);
      this.push(null);
    },
  });
  return { stream, hasBegun: () => begun };
}

function outcomeOf({ responseCode, code }: SmtpError, hasBegun: boolean): Outcome {
  if (responseCode !== undefined && responseCode >= 500) return failed(`the mail server answered ${responseCode}`);
  if (responseCode !== undefined && responseCode >= 400) return retry(`the mail server answered ${responseCode}`);
  if (hasBegun) return unknown('the mail server did not say whether it took the mail');
  return retry(`the mail server cannot be reached (${code ?? 'too slow'})`);
}
