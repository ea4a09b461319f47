import { PRESETS } from '@simwise/advisor';
import { readCallUse, readDataUse, readMessageUse } from '@simwise/catalog';
import type { ProfilePart } from '@simwise/engine';
import { destinationText, formatVolume, type Messages } from '@simwise/messages';
import { PageHead } from '../parts/page-head.tsx';
import { app, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import { useAnswerAhead } from './answer-ahead.ts';

/** What a life situation stands for, before the answer is shown or the questions asked. */
export function PresetPage() {
  useAnswerAhead();
  const texts = words();
  const { preset: text, home } = texts.web;
  const name = app.value.stay.preset ?? 'tourist';
  return (
    <>
      <PageHead heading={text.heading({ name: home.presets[name].title })} />
      <ul class="facts">
        {factsOf(texts, PRESETS[name]).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p class="actions">
        <a class="button primary" href={linkTo('answer')}>
          {text.show}
        </a>
        <a class="button plain" href={linkTo('when')}>
          {text.ask}
        </a>
        <a class="button plain" href={linkTo('expert')}>
          {text.edit}
        </a>
      </p>
    </>
  );
}

function factsOf(texts: Messages, { days, data, calls, sms, needs }: (typeof PRESETS)[keyof typeof PRESETS]): string[] {
  const text = texts.web.preset;
  const talk = [...calls.flatMap(readCallUse), ...sms.flatMap(readMessageUse)];
  const uses = [...readDataUse(data), ...talk];
  return [
    texts.units.days(days),
    ...uses.map((part) => text.perDay({ amount: amountText(texts, part) })),
    ...(talk.length === 0 ? [text.noCalls] : []),
    needs.localNumber ? text.number : text.noNumber,
    ...(needs.hotspot ? [text.hotspot] : []),
  ];
}

function amountText(texts: Messages, { kind, to, perDay }: ProfilePart): string {
  const volume = formatVolume(texts, kind, perDay.num / perDay.den);
  return kind === 'data' ? volume : `${volume}${texts.signs.inBrackets({ text: destinationText(texts, to) })}`;
}
