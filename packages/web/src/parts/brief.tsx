import { PRESETS, type StayInput } from '@simwise/advisor';
import { formatVolume } from '@simwise/messages';
import { bytesOf, gigabytesOf } from '../adjustable.ts';
import { foundNow } from '../state/found.ts';
import { app } from '../state/store.ts';
import { words } from '../state/words.ts';
import type { ChoiceKind } from '../worker/answer-view.ts';
import { KindMark } from './kind-mark.tsx';
import { Named } from './named.tsx';

type BriefProps = {
  readonly choice: { readonly kind: ChoiceKind; readonly kindText: string; readonly title: string } | undefined;
  readonly sum: string;
  /** How far it can be relied on, or why there is nothing. */
  readonly standing: string;
};

/** An answer in few words, for the days and the data that are said now. */
export function Brief({ choice, sum, standing }: BriefProps) {
  return (
    <div class="brief" role="status">
      <p class="eyebrow">{adjustedText(app.value.stay)}</p>
      {choice && (
        <>
          <p class="name">
            <Named text={choice.title} />
          </p>
          <p>
            <KindMark kind={choice.kind} text={choice.kindText} /> <strong class="sum">{sum}</strong>
          </p>
        </>
      )}
      <p class="hint">{standing}</p>
    </div>
  );
}

/** What was found for what is said now, before it is worked out; nothing where nothing was. */
export function FoundNow() {
  const found = foundNow.value;
  return found ? <Brief choice={found} sum={found.costText} standing={words().web.answer.found} /> : null;
}

function adjustedText(stay: StayInput): string {
  const messages = words();
  const { units, web, signs } = messages;
  const gigabytes = gigabytesOf(stay);
  const days = units.days(stay.days ?? PRESETS[stay.preset ?? 'tourist'].days);
  if (gigabytes === undefined) return days;
  const amount = formatVolume(messages, 'data', bytesOf(gigabytes));
  return `${days}${signs.comma}${web.preset.perDay({ amount })}`;
}
