import { bytesOfActivities, type StayInput } from '@simwise/advisor';
import { type CompiledCatalog, readDataUse } from '@simwise/catalog';
import { type Messages, nameIn, refusalText } from '@simwise/messages';
import type { Session } from '../session.ts';

/** What was answered; a person who stops in the middle ends the questions. */
export type Answered = <T>(value: T) => Exclude<T, symbol>;

/** The data of a stay: what is done online, or a volume; neither where it is not known. */
export type DataUse = Pick<NonNullable<StayInput['usage']>, 'data' | 'activities'>;

type Asking = { readonly session: Session; readonly catalog: CompiledCatalog; readonly answered: Answered };

/** Days of one kind or another stand in the table as well; what is done on them is asked for. */
const DAY_PROFILE = 'profile-';

const MEGABYTE = 2 ** 20;

/** Asks what is done online and how long; the estimator makes a volume of it, which the person may change. */
export async function dataUseOf(asking: Asking): Promise<DataUse> {
  const { session, catalog, answered } = asking;
  const { ask } = session.messages;
  const prompts = await import('@clack/prompts');
  const activities = await askActivities(asking);
  const bytes = bytesOfActivities(catalog, activities);
  const estimated = bytes === 0 ? '' : `${Math.ceil(bytes / MEGABYTE)}MB`;
  const volume = answered(
    await prompts.text({
      message: ask.dataKnown,
      placeholder: ask.dataUnknown,
      initialValue: estimated,
      defaultValue: '',
      validate: validUse(session.messages, (value) => readDataUse(perDay(value))),
    }),
  );
  if (volume === '') return {};
  return volume === estimated ? { activities } : { data: perDay(volume) };
}

async function askActivities({ session, catalog, answered }: Asking): Promise<Record<string, number>> {
  const { ask } = session.messages;
  const prompts = await import('@clack/prompts');
  const known = catalog.activities.filter(({ id }) => !id.startsWith(DAY_PROFILE));
  const options = known.map(({ id, names }) => ({ value: id, label: nameIn(session.language, names) }));
  const chosen = answered(await prompts.multiselect({ message: ask.data, options, required: false }));
  const counts: Record<string, number> = {};
  for (const { id, unit, names } of known.filter((activity) => chosen.includes(activity.id))) {
    const message = ask.howMuch[unit]({ activity: nameIn(session.language, names) });
    const validate = validCount(ask.badCount);
    counts[id] = Number(answered(await prompts.text({ message, initialValue: '1', validate })));
  }
  return counts;
}

function perDay(data: string): string {
  return data.includes('/') ? data : `${data}/day`;
}

export type Validate = (value: string | undefined) => string | undefined;

function validCount(message: string): Validate {
  return (value = '') => (/^\d{1,4}(\.\d{1,3})?$/.test(value) && Number(value) <= 1000 ? undefined : message);
}

/** Nothing, or what `read` can read; otherwise what it does not like about it. */
export function validUse(messages: Messages, read: (value: string) => unknown): Validate {
  return (value = '') => {
    if (value === '') return undefined;
    try {
      read(value);
      return undefined;
    } catch (error) {
      return refusalText(messages, error) ?? (error as Error).message;
    }
  };
}
