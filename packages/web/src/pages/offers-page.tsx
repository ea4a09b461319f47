import type { CompiledCatalog } from '@simwise/catalog';
import { nameIn, Wording } from '@simwise/messages';
import { useMemo, useState } from 'preact/hooks';
import { filterOffers, SEEN_MONTHS, withFilter } from '../offers/offer-filters.ts';
import { type OfferView, offerView, PRICE_FORMS } from '../offers/offer-view.ts';
import { Button, Check, Select, TextField } from '../parts/fields.tsx';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { WithCatalog } from '../parts/with-catalog.tsx';
import { MOST_COMPARED } from '../state/address.ts';
import { todayIn } from '../state/catalog.ts';
import { language } from '../state/session.ts';
import { app, change, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';

/** Every offer on record, to be looked through and compared. */
export function OffersPage() {
  const { offers } = words().web;
  return (
    <>
      <PageHead heading={offers.heading} />
      <p class="actions">
        <a class="button plain" href={linkTo('poster')}>
          {offers.another}
        </a>
      </p>
      <WithCatalog>{(catalog) => <OfferList catalog={catalog} />}</WithCatalog>
    </>
  );
}

/** All offers in words. */
export function useOffers(catalog: CompiledCatalog): readonly OfferView[] {
  const messages = words();
  const spoken = language.value;
  return useMemo(() => {
    const view = { on: todayIn(catalog), wording: new Wording(messages, spoken, catalog) };
    return catalog.offers.flatMap((offer) => offerView(catalog, offer, view) ?? []);
  }, [catalog, messages, spoken]);
}

/** What is no longer sold comes last. */
function soldFirst(offers: readonly OfferView[]): OfferView[] {
  return offers.toSorted((a, b) => Number(a.sale === 'closed') - Number(b.sale === 'closed'));
}

const SHOWN_FIRST = 30;

function OfferList({ catalog }: { readonly catalog: CompiledCatalog }) {
  const { offers: text, answer } = words().web;
  const offers = useOffers(catalog);
  const [most, setMost] = useState(SHOWN_FIRST);
  const found = soldFirst(filterOffers(offers, app.value.filters, todayIn(catalog)));
  return (
    <>
      <FilterFields catalog={catalog} offers={offers} />
      <p role="status">{text.found({ count: found.length })}</p>
      {found.length === 0 && (
        <p class="empty">
          {text.none} <Button onClick={() => change({ filters: {} })}>{text.clear}</Button>
        </p>
      )}
      <ul class="offers">
        {found.slice(0, most).map((offer) => (
          <li key={offer.id}>
            <OfferRow offer={offer} />
          </li>
        ))}
      </ul>
      {found.length > most && <Button onClick={() => setMost(found.length)}>{answer.showAll}</Button>}
      <CompareBar />
    </>
  );
}

type FilterFieldsProps = { readonly catalog: CompiledCatalog; readonly offers: readonly OfferView[] };

function FilterFields({ catalog, offers }: FilterFieldsProps) {
  const { web, units } = words();
  const { offers: text } = web;
  const { filters } = app.value;
  const keep = (name: Parameters<typeof withFilter>[1]) => (value: string) =>
    change({ filters: withFilter(app.peek().filters, name, value) });
  const any = { value: '', label: text.any };
  const kinds = new Map(offers.map(({ kind, kindText }) => [kind, kindText]));
  const brands = catalog.brands.map(({ id, names }) => ({ value: id, label: nameIn(language.value, names) }));
  return (
    <details class="card filters" open={Object.keys(filters).length > 0}>
      <summary>{text.filter}</summary>
      <div class="grid">
        <TextField label={text.search} type="search" value={filters.name ?? ''} onValue={keep('name')} />
        <Select label={text.brand} options={[any, ...brands]} value={filters.brand ?? ''} onValue={keep('brand')} />
        <Select
          label={text.kind}
          options={[any, ...[...kinds].map(([value, label]) => ({ value, label }))]}
          value={filters.kind ?? ''}
          onValue={keep('kind')}
        />
        <Select
          label={text.form}
          options={[any, ...PRICE_FORMS.map((value) => ({ value, label: text.forms[value] }))]}
          value={filters.form ?? ''}
          onValue={keep('form')}
        />
        <Select
          label={text.seenSince}
          options={[
            { value: '', label: text.anyTime },
            ...SEEN_MONTHS.map((months) => ({ value: `${months}`, label: units.months(months) })),
          ]}
          value={filters.seen ?? ''}
          onValue={keep('seen')}
        />
      </div>
      <Check label={text.onSale} checked={filters.open === 'yes'} onValue={(on) => keep('open')(on ? 'yes' : '')} />
      <Check
        label={text.hotspot}
        checked={filters.hotspot === 'yes'}
        onValue={(on) => keep('hotspot')(on ? 'yes' : '')}
      />
      <Check
        label={text.localNumber}
        checked={filters.number === 'yes'}
        onValue={(on) => keep('number')(on ? 'yes' : '')}
      />
    </details>
  );
}

/** Leads to the comparison once something is picked. */
function CompareBar() {
  const { offers } = words().web;
  const { compared } = app.value;
  if (compared.length === 0) return null;
  return (
    <p class="actions sticky">
      <a class="button primary" href={linkTo('compare')}>
        {offers.compareCount({ count: compared.length })}
      </a>
      {compared.length >= MOST_COMPARED && <span class="hint">{offers.most}</span>}
    </p>
  );
}

function OfferRow({ offer }: { readonly offer: OfferView }) {
  const { web, command, signs } = words();
  const { offers: text } = web;
  const picked = app.value.compared;
  const isPicked = picked.includes(offer.id);
  const pick = (on: boolean) => {
    if (on && picked.length >= MOST_COMPARED) return;
    change({ compared: on ? [...picked, offer.id] : picked.filter((id) => id !== offer.id) });
  };
  return (
    <div class="offer-row">
      <div>
        <a href={linkTo('offer', { offer: offer.id })}>
          <Named text={offer.name} />
        </a>
        <p class="hint">
          {offer.kindText}
          {offer.sale === 'closed' ? `${signs.comma}${command.closed}` : ''}
        </p>
      </div>
      <p class="sum">
        {offer.price}
        {offer.isEstimate && <span class="hint">{text.estimate}</span>}
      </p>
      <label class="check">
        <input
          type="checkbox"
          aria-label={`${text.compare}: ${offer.name}`}
          checked={isPicked}
          disabled={!isPicked && picked.length >= MOST_COMPARED}
          onChange={({ currentTarget }) => pick(currentTarget.checked)}
        />
        <span>{text.compare}</span>
      </label>
    </div>
  );
}
