import { CONTACT_SECTIONS } from '@simwise/catalog';
import { type BrandAnswer, type ContactAnswer, PACK_ACTIONS, type PackCodes } from '@simwise/messages';
import { useEffect, useState } from 'preact/hooks';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { CodeText } from '../parts/counter-sheet.tsx';
import { Select } from '../parts/fields.tsx';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PrintButton } from '../parts/print-button.tsx';
import { isPage, SourceList } from '../parts/source-list.tsx';
import { follow, views } from '../state/advice.ts';
import { words } from '../state/words.ts';

/** How to reach an operator. */
export function AskPage() {
  useEffect(() => follow('ask'), []);
  const { ask } = words().web;
  const brands = views.value.ask?.brands;
  return (
    <>
      <PageHead heading={ask.heading}>
        <p class="lead">{ask.lead}</p>
      </PageHead>
      <AdviceStatus what="ask" />
      {brands && <Brands brands={brands} />}
      <p class="actions">
        <PrintButton />
      </p>
    </>
  );
}

function Brands({ brands }: { readonly brands: readonly BrandAnswer[] }) {
  const { web, contacts } = words();
  const [picked, setPicked] = useState(brands[0]?.brand ?? '');
  const answer = brands.find(({ brand }) => brand === picked) ?? brands[0];
  return (
    <>
      <Select
        label={web.ask.brand}
        options={brands.map(({ brand, name }) => ({ value: brand, label: name }))}
        value={picked}
        onValue={setPicked}
      />
      <p class="notice">{contacts.untried}</p>
      {answer && <Brand answer={answer} />}
    </>
  );
}

function Brand({ answer }: { readonly answer: BrandAnswer }) {
  const { contacts, signs } = words();
  const { name, company, network, sections, packs, notKnown, notes } = answer;
  return (
    <article>
      <h2>
        <Named text={name} />
      </h2>
      {company !== null && <Line label={contacts.company} text={company} />}
      {network !== null && <Line label={contacts.network} text={network} />}
      {notes !== null && (
        <p>
          <Named text={notes} />
        </p>
      )}
      {CONTACT_SECTIONS.map((section) => (
        <Section key={section} heading={contacts.sections[section]} contacts={sections[section]} />
      ))}
      {packs.length > 0 && <Packs packs={packs} />}
      {notKnown.length > 0 && (
        <p class="hint">{contacts.notKnown({ purposes: notKnown.map(({ text }) => text).join(signs.comma) })}</p>
      )}
    </article>
  );
}

function Line({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <p>
      {label}
      {words().signs.colon}
      <Named text={text} />
    </p>
  );
}

function Section({ heading, contacts }: { readonly heading: string; readonly contacts: readonly ContactAnswer[] }) {
  if (contacts.length === 0) return null;
  return (
    <section class="card">
      <h3>{heading}</h3>
      <ul class="contacts">
        {contacts.map((contact, index) => (
          <li key={`${index} ${contact.purpose}`}>
            <Contact contact={contact} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contact({ contact }: { readonly contact: ContactAnswer }) {
  const { purposeText, detail, value, dial, ageText, sources } = contact;
  return (
    <>
      <strong>
        <Named text={purposeText} />
      </strong>
      {detail !== null && (
        <p>
          <Named text={detail} />
        </p>
      )}
      {value !== null &&
        (isPage(value) ? (
          <a class="address" href={value} rel="noreferrer noopener">
            {value}
          </a>
        ) : (
          <CodeText {...{ value, dial }} />
        ))}
      <p class="hint">{ageText}</p>
      <SourceList sources={sources} />
    </>
  );
}

function Packs({ packs }: { readonly packs: readonly PackCodes[] }) {
  const { contacts, signs } = words();
  return (
    <details class="card">
      <summary>{contacts.packs}</summary>
      <ul class="contacts">
        {packs.map(({ offer, name, codes, ageText }) => (
          <li key={offer}>
            <strong>
              <Named text={name} />
            </strong>
            {PACK_ACTIONS.map((action) => {
              const code = codes[action];
              return code === undefined ? null : (
                <p key={action}>
                  {contacts.actions[action]}
                  {signs.colon}
                  <code>{code}</code>
                </p>
              );
            })}
            <p class="hint">{ageText}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
