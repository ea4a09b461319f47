import { useEffect, useState } from 'preact/hooks';
import { PageHead } from '../../parts/page-head.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { askKeeper, followKeeper, isKeeperBusy, isUnsaved, keeperTrouble, keeperView } from '../../state/keeper.ts';
import { language } from '../../state/session.ts';
import { linkTo } from '../../state/store.ts';
import { words } from '../../state/words.ts';
import type { KeeperView } from '../../worker/keeper/keeper-protocol.ts';
import { AddCard } from './add-card.tsx';
import { AlertRules } from './alert-rules.tsx';
import { CardSection } from './card-section.tsx';
import { KeeperFiles } from './keeper-files.tsx';
import { Reminders } from './reminders.tsx';

/** The cards held: what is on them, what lies ahead and what to do. */
export function KeeperPage() {
  const spoken = language.value;
  useEffect(() => {
    void askKeeper({ do: 'look' });
  }, [spoken]);
  useEffect(followKeeper, []);
  const { keeper } = words().web;
  const view = keeperView.value;
  return (
    <>
      <PageHead heading={keeper.heading}>
        <p class="lead">{keeper.lead}</p>
      </PageHead>
      <KeeperNotices />
      {view && <Cards view={view} />}
      {view && <AddCard view={view} />}
      {view && view.cards.length > 0 && <When view={view} />}
      <KeeperFiles holdsCards={(view?.cards.length ?? 0) > 0} />
      {view && <Reminders reminders={view.reminders} />}
    </>
  );
}

function lookAgain(): void {
  keeperTrouble.value = '';
  void askKeeper({ do: 'look' });
}

function KeeperNotices() {
  const { keeper } = words().web;
  return (
    <>
      <p class={isKeeperBusy.value ? 'loading' : 'hint'} role="status">
        {isKeeperBusy.value && keeper.computing}
      </p>
      {isUnsaved.value && (
        <p class="trouble" role="alert">
          {keeper.unsaved}
        </p>
      )}
      {keeperTrouble.value !== '' && (
        <Trouble text={keeperTrouble.value} onRetry={keeperView.value ? undefined : lookAgain} />
      )}
    </>
  );
}

function When({ view: { alerts } }: { readonly view: KeeperView }) {
  const { keeper, reminders } = words().web;
  const [isSet, setSet] = useState(false);
  return (
    <section class="card" aria-labelledby="when">
      <h2 id="when">{reminders.alerts}</h2>
      <AlertRules key={JSON.stringify(alerts)} rules={alerts} onSet={() => setSet(true)} />
      <p class="hint" role="status">
        {isSet && keeper.recorded}
      </p>
    </section>
  );
}

function Cards({ view: { cards } }: { readonly view: KeeperView }) {
  const { web } = words();
  if (cards.length > 0) return cards.map((card) => <CardSection key={card.id} card={card} />);
  return (
    <p class="empty">
      {web.keeper.none} <a href={linkTo('answer')}>{web.shell.pages.answer}</a>
    </p>
  );
}
