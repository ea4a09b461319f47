import { PRESETS, type PresetName, type StayInput } from '@simwise/advisor';
import { readCallUse } from '@simwise/catalog';
import { formatDay, parseDay } from '@simwise/engine';
import type { Session } from '../session.ts';
import { UsageError } from '../session.ts';
import { type Answered, type DataUse, dataUseOf, type Validate, validUse } from './ask-data.ts';

/** The questions of the terminal advisor, in life's words; "I do not know" leaves a field to the preset. */
export async function askStay(session: Session): Promise<StayInput> {
  const prompts = await import('@clack/prompts');
  const { ask, presets } = session.messages;
  const answered: Answered = (value) => {
    if (prompts.isCancel(value)) throw new UsageError(ask.cancelled);
    return value as Exclude<typeof value, symbol>;
  };
  const catalog = await session.openCatalog();
  const today = formatDay(session.today(catalog));
  prompts.intro(ask.intro);
  const names = Object.keys(PRESETS) as PresetName[];
  const preset = answered(
    await prompts.select<PresetName>({
      message: ask.preset,
      options: names.map((value) => ({ value, label: presets[value] })),
      initialValue: 'tourist',
    }),
  );
  const start = answered(
    await prompts.text({ message: ask.start, initialValue: today, validate: validDay(ask.badDay) }),
  );
  const days = answered(
    await prompts.text({
      message: ask.days,
      initialValue: String(PRESETS[preset].days),
      validate: validDays(ask.badDays),
    }),
  );
  const data = await dataUseOf({ session, catalog, answered });
  const minutes = answered(
    await prompts.text({
      message: ask.calls,
      placeholder: ask.unsure,
      defaultValue: '',
      validate: validUse(session.messages, (value) => readCallUse(minutesOf(value))),
    }),
  );
  const yesNo = [
    { value: 'yes', label: ask.yes },
    { value: 'no', label: ask.no },
    { value: 'unsure', label: ask.unsure },
  ];
  const number = answered(await prompts.select<string>({ message: ask.number, options: yesNo }));
  const esim = answered(await prompts.select<string>({ message: ask.esim, options: yesNo }));
  return {
    preset,
    start,
    days: Number(days),
    ...usageOf(data, minutes),
    ...(number === 'unsure' ? {} : { needs: { localNumber: number === 'yes', otp: number === 'yes' } }),
    ...(esim === 'unsure' ? {} : { device: { esim: esim === 'yes' } }),
  };
}

function usageOf(data: DataUse, minutes: string): Pick<StayInput, 'usage'> {
  const usage = { ...data, ...(minutes === '' ? {} : { calls: { [CALLED]: `${minutes}min/day` } }) };
  return Object.keys(usage).length === 0 ? {} : { usage };
}

/** Numbers in the country are mostly those of other operators. */
const CALLED = 'national-mobile';

function minutesOf(minutes: string): string {
  return `${CALLED}:${minutes}min/day`;
}

function validDay(message: string): Validate {
  return (value = '') => {
    try {
      parseDay(value);
      return undefined;
    } catch {
      return message;
    }
  };
}

function validDays(message: string): Validate {
  return (value = '') => (/^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 3660 ? undefined : message);
}
