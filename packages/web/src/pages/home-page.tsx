import { PRESETS, type PresetName } from '@simwise/advisor';
import { PageHead } from '../parts/page-head.tsx';
import { writeAddress } from '../state/address.ts';
import type { PageName } from '../state/app-state.ts';
import { app, lastSaid, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';

const NAMES = Object.keys(PRESETS) as PresetName[];

/** The first question: what for. Each answer fills in the rest. */
export function HomePage() {
  const { home } = words().web;
  return (
    <>
      <PageHead heading={home.heading}>
        <p class="lead">{home.lead}</p>
      </PageHead>
      <Continue />
      <section aria-labelledby="question">
        <h2 id="question">{home.question}</h2>
        <p class="hint">{home.why}</p>
        <ul class="presets">
          {NAMES.map((name) => (
            <li key={name}>
              <a class="preset" href={linkTo('preset', { stay: { ...app.value.stay, preset: name } })}>
                <strong>{home.presets[name].title}</strong>
                <span>{home.presets[name].text}</span>
              </a>
            </li>
          ))}
        </ul>
        <p class="actions">
          <a class="button plain" href={linkTo('when', { stay: { ...app.value.stay, preset: undefined } })}>
            {home.unsure}
          </a>
          <a class="button plain" href={linkTo('expert')}>
            {home.expert}
          </a>
          <a class="button plain" href={linkTo('offers')}>
            {home.offers}
          </a>
        </p>
      </section>
      <Tools />
    </>
  );
}

/** Leads back to what was said the last time, where the address says nothing. */
function Continue() {
  const said = Object.keys(app.value.stay).length === 0 ? lastSaid() : undefined;
  if (!said) return null;
  return (
    <p>
      <a class="button primary" href={`#${writeAddress(said)}`}>
        {words().web.home.goOn}
      </a>
    </p>
  );
}

const TOOLS = ['explain', 'places', 'formalities', 'ask', 'poster'] as const satisfies readonly PageName[];

/** What can be looked up without an answer. */
function Tools() {
  const { home, shell } = words().web;
  return (
    <section aria-labelledby="tools">
      <h2 id="tools">{home.tools}</h2>
      <p class="actions">
        {TOOLS.map((page) => (
          <a key={page} class="button plain" href={linkTo(page)}>
            {shell.pages[page]}
          </a>
        ))}
      </p>
    </section>
  );
}
