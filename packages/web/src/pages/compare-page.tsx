import type { CompiledCatalog } from '@simwise/catalog';
import { offerFacts } from '../offers/offer-facts.ts';
import type { OfferView } from '../offers/offer-view.ts';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { WithCatalog } from '../parts/with-catalog.tsx';
import { app, change, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import { useOffers } from './offers-page.tsx';

/** Up to three offers side by side, with what differs marked. */
export function ComparePage() {
  const { offers } = words().web;
  return (
    <>
      <PageHead heading={offers.comparing} />
      <WithCatalog>{(catalog) => <Comparison catalog={catalog} />}</WithCatalog>
      <p class="actions">
        <a class="button plain" href={linkTo('offers')}>
          {offers.heading}
        </a>
      </p>
    </>
  );
}

function Comparison({ catalog }: { readonly catalog: CompiledCatalog }) {
  const { offers: text } = words().web;
  const offers = useOffers(catalog);
  const picked = app.value.compared.flatMap((id) => offers.find((offer) => offer.id === id) ?? []);
  if (picked.length === 0) return <p class="empty">{text.pickTwo}</p>;
  return (
    <ScrollBox label={text.comparing}>
      <table class="side-by-side">
        <CompareHead picked={picked} />
        <tbody>
          {offerFacts(words()).map(({ name, of }) => (
            <CompareRow key={name} name={name} texts={picked.map((offer) => ({ id: offer.id, text: of(offer) }))} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function CompareHead({ picked }: { readonly picked: readonly OfferView[] }) {
  const { offers: text } = words().web;
  const without = (id: string) => app.value.compared.filter((other) => other !== id);
  return (
    <thead>
      <tr>
        <td />
        {picked.map(({ id, name }) => (
          <th key={id} scope="col">
            <a href={linkTo('offer', { offer: id })}>
              <Named text={name} />
            </a>
            <button
              type="button"
              class="remove"
              aria-label={text.remove({ name })}
              onClick={() => change({ compared: without(id) })}
            >
              ×
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

type CompareRowProps = { readonly name: string; readonly texts: readonly { id: string; text: string }[] };

function CompareRow({ name, texts }: CompareRowProps) {
  const { offers } = words().web;
  const differs = new Set(texts.map(({ text }) => text)).size > 1;
  return (
    <tr class={differs ? 'differs' : undefined}>
      <th scope="row">
        {name}
        {differs && <span class="mark"> ≠ {offers.differs}</span>}
      </th>
      {texts.map(({ id, text }) => (
        <td key={id}>
          <Named text={text} />
        </td>
      ))}
    </tr>
  );
}
