import { computed } from '@preact/signals';
import { Component, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CallsPage } from './pages/calls-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { OnlinePage } from './pages/online-page.tsx';
import { PhonePage } from './pages/phone-page.tsx';
import { PresetPage } from './pages/preset-page.tsx';
import { WhenPage } from './pages/when-page.tsx';
import { WherePage } from './pages/where-page.tsx';
import { Loading } from './parts/page-head.tsx';
import { Shell } from './parts/shell.tsx';
import { Trouble } from './parts/trouble.tsx';
import type { PageName } from './state/app-state.ts';
import { messages } from './state/session.ts';
import { app, pageNow } from './state/store.ts';
import { words } from './state/words.ts';

/** The questions come with the app; other pages are files of their own, loaded when they are opened. */
const READY: Partial<Record<PageName, ComponentType>> = {
  home: HomePage,
  preset: PresetPage,
  when: WhenPage,
  where: WherePage,
  calls: CallsPage,
  phone: PhonePage,
  online: OnlinePage,
};

const LATER: Partial<Record<PageName, () => Promise<ComponentType>>> = {
  expert: async () => (await import('./pages/expert-page.tsx')).ExpertPage,
  answer: async () => (await import('./pages/answer-page.tsx')).AnswerPage,
  map: async () => (await import('./pages/map-page.tsx')).MapPage,
  explain: async () => (await import('./pages/explain-page.tsx')).ExplainPage,
  formalities: async () => (await import('./pages/formalities-page.tsx')).FormalitiesPage,
  counter: async () => (await import('./pages/counter-page.tsx')).CounterPage,
  places: async () => (await import('./pages/places-page.tsx')).PlacesPage,
  keeper: async () => (await import('./pages/keeper/keeper-page.tsx')).KeeperPage,
  ask: async () => (await import('./pages/ask-page.tsx')).AskPage,
  offers: async () => (await import('./pages/offers-page.tsx')).OffersPage,
  offer: async () => (await import('./pages/offer-page.tsx')).OfferPage,
  compare: async () => (await import('./pages/compare-page.tsx')).ComparePage,
  poster: async () => (await import('./pages/poster-page.tsx')).PosterPage,
  share: async () => (await import('./pages/share-page.tsx')).SharePage,
  about: async () => (await import('./pages/about-page.tsx')).AboutPage,
};

/** Pages that are worked out. */
const ASKING: ReadonlySet<PageName> = new Set(['answer', 'explain', 'formalities', 'counter', 'map', 'places', 'ask']);

/** Begins to fetch what a page needs before it can be shown; where that fails, showing it says so. */
export function fetchAhead(page: PageName): void {
  const open = async () => ASKING.has(page) && (await import('./state/advice.ts')).openAdvice();
  Promise.all([LATER[page]?.(), open()]).catch(() => undefined);
}

/** What a page is opened for; while it stays the same, what is said on the page changes nothing around it. */
const opened = computed(() => {
  const { page, offer = '', choice = '' } = app.value;
  return `${page} ${offer} ${choice}`;
});

export function App() {
  if (!messages.value) return null;
  return (
    <Shell>
      <Guard key={opened.value}>
        <Page name={pageNow.value} />
      </Guard>
    </Shell>
  );
}

function Page({ name }: { readonly name: PageName }) {
  const Ready = READY[name];
  if (Ready) return <Ready />;
  return <LaterPage load={LATER[name] ?? homeLater} />;
}

function homeLater(): Promise<ComponentType> {
  return Promise.resolve(HomePage);
}

/** A page whose file cannot be had says so; what was typed is in the address. */
function LaterPage({ load }: { readonly load: () => Promise<ComponentType> }) {
  const [loaded, setLoaded] = useState<{ readonly Page: ComponentType } | 'failed'>();
  const start = () => {
    setLoaded(undefined);
    load().then(
      (Page) => setLoaded({ Page }),
      () => setLoaded('failed'),
    );
  };
  useEffect(start, [load]);
  if (loaded === undefined) return <Loading />;
  if (loaded === 'failed') return <Trouble text={words().web.trouble.part} onRetry={() => location.reload()} />;
  return <loaded.Page />;
}

type GuardState = { readonly failed: boolean };

/** Keeps a page that breaks from taking the app with it. */
class Guard extends Component<{ readonly children: ComponentChildren }, GuardState> {
  override state: GuardState = { failed: false };

  override componentDidCatch(): void {
    this.setState({ failed: true });
  }

  override render() {
    if (!this.state.failed) return <>{this.props.children}</>;
    return <Trouble text={words().web.trouble.advice} onRetry={() => this.setState({ failed: false })} />;
  }
}
