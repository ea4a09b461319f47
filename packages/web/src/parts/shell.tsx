import { LANGUAGES, type Language } from '@simwise/catalog';
import type { ComponentChildren } from 'preact';
import type { PageName } from '../state/app-state.ts';
import { THEMES } from '../state/kept.ts';
import { choose, language, theme } from '../state/session.ts';
import { linkTo, pageNow } from '../state/store.ts';
import { words } from '../state/words.ts';
import { Select } from './fields.tsx';
import { Notices } from './notices.tsx';

/** Languages are named in themselves, so that everybody finds the own one. */
const LANGUAGE_NAMES: { readonly [L in Language]: string } = {
  zh: '中文',
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
};

const NAVIGATION = [
  ...(['home', 'answer', 'explain', 'offers', 'places', 'formalities'] as const),
  ...(['counter', 'keeper', 'ask', 'poster', 'share', 'about'] as const),
] satisfies readonly PageName[];

/** What surrounds every page. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const { shell } = words().web;
  return (
    <>
      <button type="button" class="skip" onClick={skipToContent}>
        {shell.skip}
      </button>
      <Header />
      <main id="content" tabIndex={-1} data-page={pageNow.value}>
        <Notices />
        {children}
      </main>
      <Footer />
    </>
  );
}

/** The address after `#` is that of the page, so this moves the focus itself. */
function skipToContent(): void {
  document.getElementById('content')?.focus();
}

function Header() {
  const { shell } = words().web;
  return (
    <header class="top">
      <a class="brand" href={linkTo('home')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 2h9l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z" />
          <path class="chip" d="M8 11h8v7H8zM12 11v7M8 14.500h8" />
        </svg>
        simwise
      </a>
      <div class="language">
        <Select
          label={shell.language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={language.value}
          onValue={(value) => choose({ language: value })}
        />
      </div>
      <nav aria-label={shell.menu}>
        <ul>
          {NAVIGATION.map((page) => (
            <li key={page}>
              <a href={linkTo(page)} aria-current={pageNow.value === page ? 'page' : undefined}>
                {shell.pages[page]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Footer() {
  const { shell, about } = words().web;
  return (
    <footer class="bottom">
      <div class="settings">
        <Select
          label={shell.theme}
          options={THEMES.map((value) => ({ value, label: shell.themes[value] }))}
          value={theme.value}
          onValue={(value) => choose({ theme: value })}
        />
      </div>
      <p class="hint">{about.privacy}</p>
    </footer>
  );
}
