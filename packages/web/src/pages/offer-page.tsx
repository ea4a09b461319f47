import type { CompiledCatalog } from '@simwise/catalog';
import { offerFacts } from '../offers/offer-facts.ts';
import type { OfferView } from '../offers/offer-view.ts';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { WithCatalog } from '../parts/with-catalog.tsx';
import { app, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import { useOffers } from './offers-page.tsx';

/** One offer with everything on record about it. */
export function OfferPage() {
  return <WithCatalog>{(catalog) => <OneOffer catalog={catalog} />}</WithCatalog>;
}

function OneOffer({ catalog }: { readonly catalog: CompiledCatalog }) {
  const { offers: text, trouble } = words().web;
  const id = app.value.offer;
  const offer = useOffers(catalog).find((candidate) => candidate.id === id);
  if (offer) return <OfferFacts offer={offer} />;
  return (
    <>
      <PageHead heading={text.heading} />
      <p class="empty">
        {id !== undefined && trouble.noSuchOffer({ id })} <a href={linkTo('offers')}>{text.clear}</a>
      </p>
    </>
  );
}

function OfferFacts({ offer }: { readonly offer: OfferView }) {
  const messages = words();
  const { offers: text } = messages.web;
  const { compared } = app.value;
  const others = compared.filter((id) => id !== offer.id);
  return (
    <>
      <PageHead heading={offer.name} />
      <dl class="facts-of">
        {offerFacts(messages).map(({ name, of }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Named text={of(offer)} />
            </dd>
          </div>
        ))}
        {offer.codes.length > 0 && (
          <div>
            <dt>{text.rows.codes}</dt>
            <dd>
              {offer.codes.map(([action, code]) => (
                <code key={action}>{code}</code>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <p>
        <Named text={offer.basis} />
      </p>
      {offer.notes !== '' && (
        <p lang="en">
          {text.rows.notes}
          {messages.signs.colon}
          {offer.notes}
        </p>
      )}
      <h2>{text.rows.sources}</h2>
      <SourceList sources={offer.sources} />
      <p class="actions">
        <a class="button primary" href={linkTo('compare', { compared: [...others, offer.id].slice(-3) })}>
          {text.compare}
        </a>
        <a class="button plain" href={linkTo('poster')}>
          {text.another}
        </a>
      </p>
    </>
  );
}
