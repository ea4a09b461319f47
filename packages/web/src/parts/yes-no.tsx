import { words } from '../state/words.ts';
import { Radios } from './fields.tsx';

type YesNoProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean | undefined;
  readonly onValue: (value: boolean | undefined) => void;
};

/** A question with "I do not know", which is also how it stands before it is answered. */
export function YesNo({ value, onValue, ...rest }: YesNoProps) {
  const { question } = words().web;
  const options = [
    { value: 'yes', label: question.yes },
    { value: 'no', label: question.no },
    { value: 'unsure', label: question.unsure },
  ] as const;
  return (
    <Radios
      {...rest}
      options={options}
      value={value === undefined ? 'unsure' : value ? 'yes' : 'no'}
      onValue={(picked) => onValue(picked === 'unsure' ? undefined : picked === 'yes')}
    />
  );
}
