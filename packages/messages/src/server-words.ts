import type { Language } from '@simwise/catalog';

/** What the server says to people: in mails, in Telegram and on its few pages. */
export type ServerWords = {
  readonly subject: string;
  readonly late: (words: { readonly duration: string }) => string;
  readonly stopHint: string;
  readonly stopButton: string;
  readonly confirmSubject: string;
  readonly confirmMail: string;
  readonly confirmIgnore: string;
  readonly confirmAsk: string;
  readonly confirmButton: string;
  readonly confirmed: string;
  readonly stopAsk: string;
  readonly stopped: string;
  readonly linkUsed: string;
};

export const SERVER_WORDS: { readonly [L in Language]: ServerWords } = {
  en: {
    subject: 'Reminder about your SIM card',
    late: ({ duration }) => `Late by ${duration}.`,
    stopHint: 'To stop these reminders, open:',
    stopButton: 'Stop reminders',
    confirmSubject: 'Confirm reminders from simwise',
    confirmMail: 'Someone asked simwise to send reminders about a SIM card to this address. If it was you, confirm:',
    confirmIgnore: 'If it was not you, do nothing: nothing more will be sent.',
    confirmAsk: 'Send reminders about a SIM card to this address?',
    confirmButton: 'Yes, send them',
    confirmed: 'Done. Reminders will come here.',
    stopAsk: 'Stop the reminders?',
    stopped: 'Done. No more reminders will come here.',
    linkUsed: 'This link has been used already or is too old. Ask for a new one in simwise.',
  },
  ru: {
    subject: 'Напоминание о вашей SIM-карте',
    late: ({ duration }) => `С опозданием: ${duration}.`,
    stopHint: 'Чтобы больше не получать напоминания, откройте:',
    stopButton: 'Остановить напоминания',
    confirmSubject: 'Подтвердите напоминания simwise',
    confirmMail:
      'Кто-то попросил simwise присылать на этот адрес напоминания о SIM-карте. Если это были вы, подтвердите:',
    confirmIgnore: 'Если это были не вы, ничего не делайте: больше писем не будет.',
    confirmAsk: 'Присылать на этот адрес напоминания о SIM-карте?',
    confirmButton: 'Да, присылать',
    confirmed: 'Готово. Напоминания будут приходить сюда.',
    stopAsk: 'Остановить напоминания?',
    stopped: 'Готово. Напоминаний здесь больше не будет.',
    linkUsed: 'Эта ссылка уже использована или устарела. Запросите новую в simwise.',
  },
  zh: {
    subject: '您的 SIM 卡提醒',
    late: ({ duration }) => `已延迟 ${duration}。`,
    stopHint: '如不想再收到提醒，请打开：',
    stopButton: '停止提醒',
    confirmSubject: '请确认接收 simwise 提醒',
    confirmMail: '有人请求 simwise 向此邮箱发送 SIM 卡提醒。如果是您本人，请确认：',
    confirmIgnore: '如果不是您本人，请忽略此邮件，我们不会再发送任何内容。',
    confirmAsk: '要向此邮箱发送 SIM 卡提醒吗？',
    confirmButton: '是，请发送',
    confirmed: '已确认。提醒将发送到这里。',
    stopAsk: '要停止提醒吗？',
    stopped: '已停止。这里不会再收到提醒。',
    linkUsed: '此链接已使用或已过期，请在 simwise 中重新获取。',
  },
  kk: {
    subject: 'SIM-картаңыз туралы еске салу',
    late: ({ duration }) => `Кешігіп келді: ${duration}.`,
    stopHint: 'Еске салуларды тоқтату үшін ашыңыз:',
    stopButton: 'Еске салуды тоқтату',
    confirmSubject: 'simwise еске салуларын растаңыз',
    confirmMail:
      'Біреу simwise-тан осы мекенжайға SIM-карта туралы еске салулар жіберуді сұрады. Егер бұл сіз болсаңыз, растаңыз:',
    confirmIgnore: 'Егер бұл сіз болмасаңыз, ештеңе істемеңіз: бұдан былай хат келмейді.',
    confirmAsk: 'Осы мекенжайға SIM-карта туралы еске салулар жіберілсін бе?',
    confirmButton: 'Иә, жіберілсін',
    confirmed: 'Дайын. Еске салулар осында келеді.',
    stopAsk: 'Еске салулар тоқтатылсын ба?',
    stopped: 'Дайын. Мұнда енді еске салулар келмейді.',
    linkUsed: 'Бұл сілтеме пайдаланылған немесе ескірген. simwise-тан жаңасын сұраңыз.',
  },
};
