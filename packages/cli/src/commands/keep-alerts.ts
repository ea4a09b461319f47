import { type AlertRules, setAlerts } from '@simwise/keeper';
import { type KeepOptions, KeepSession } from '../keep-session.ts';
import { readCount } from '../read-option.ts';
import type { Terminal } from '../session.ts';

export type AlertOptions = KeepOptions & {
  readonly used?: string;
  readonly beforeCharge?: string;
  readonly beforeEnd?: string;
  readonly hour?: string;
};

/** `simwise keep alerts`: shows the rules of alerts, changed where an option says so. */
export async function keepAlerts(terminal: Terminal, options: AlertOptions): Promise<number> {
  const keep = await KeepSession.open(terminal, options);
  const { used, beforeCharge, beforeEnd, hour } = options;
  const changes: Partial<AlertRules> = {
    ...(used === undefined ? {} : { used: readNumbers(used, '--used') }),
    ...(beforeCharge === undefined ? {} : { beforeCharge: readNumbers(beforeCharge, '--before-charge') }),
    ...(beforeEnd === undefined ? {} : { beforeEnd: readNumbers(beforeEnd, '--before-end') }),
    ...(hour === undefined ? {} : { hour: readCount(hour, '--hour') }),
  };
  if (Object.keys(changes).length > 0) keep.save(setAlerts(keep.keeper, changes));
  const { alerts } = keep.keeper;
  keep.tell(keep.words.done.alerts(alertWords(alerts)), alerts);
  return 0;
}

function alertWords({ used, beforeCharge, beforeEnd, hour }: AlertRules) {
  const list = (numbers: readonly number[]) => (numbers.length === 0 ? '–' : numbers.join(', '));
  return { used: list(used), beforeCharge: list(beforeCharge), beforeEnd: list(beforeEnd), hour: `${hour}:00` };
}

/** `50,85,100`, or `none`. */
function readNumbers(text: string, option: string): number[] {
  return text === 'none' ? [] : text.split(',').map((part) => readCount(part.trim(), option));
}
