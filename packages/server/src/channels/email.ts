import type { Language } from '@simwise/catalog';
import { SERVER_WORDS } from '@simwise/messages';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Outcome } from '../deliver/outcome.ts';
import type { Sender } from './sender.ts';
import { handOver, type MailServer } from './smtp.ts';
import type { StopLinks } from './stop-links.ts';

export type EmailOptions = {
  readonly server: MailServer;
  readonly from: string;
  readonly publicUrl: string;
  readonly stopLinks: StopLinks;
};

type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly messageId?: string;
};

/** Sends reminders by mail, each with the link that ends them (RFC 8058: one click, no questions). */
export function emailSender(options: EmailOptions): Sender {
  return {
    async prepare({ id, text, language }, channel) {
      if (channel.kind !== 'email') throw new Error(`a mail sender cannot reach ${channel.kind}`);
      const words = SERVER_WORDS[language];
      const stop = options.stopLinks.linkOf(channel.id);
      const mail = await compose(options, {
        to: channel.address.mail,
        subject: words.subject,
        text: `${text}\n\n--\n${words.stopHint}\n${stop}\n`,
        headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        // The same in every attempt: a mail program shows a mail that came twice once.
        messageId: `<reminder-${id}@${new URL(options.publicUrl).hostname}>`,
      });
      return { send: (signal) => handOver(options.server, mail, signal) };
    },
  };
}

/** Asks an address whether it wants reminders; nothing else is sent to it before it says so. */
export async function askByMail(
  options: EmailOptions,
  { mail, token, language }: { readonly mail: string; readonly token: string; readonly language: Language },
  signal: AbortSignal,
): Promise<Outcome> {
  const words = SERVER_WORDS[language];
  const link = `${options.publicUrl}/confirm/${token}`;
  const text = `${words.confirmMail}\n${link}\n\n${words.confirmIgnore}\n`;
  return handOver(
    options.server,
    await compose(options, {
      to: mail,
      subject: words.confirmSubject,
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
    }),
    signal,
  );
}

async function compose({ from }: EmailOptions, mail: Mail) {
  const source = await new MailComposer({ from: { name: 'simwise', address: from }, ...mail }).compile().build();
  return { envelope: { from, to: mail.to }, source };
}
