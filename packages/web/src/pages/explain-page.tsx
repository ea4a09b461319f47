import { useEffect } from 'preact/hooks';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PrintButton } from '../parts/print-button.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { follow, views } from '../state/advice.ts';
import { words } from '../state/words.ts';
import type { ExplainView, KindView } from '../worker/explain-view.ts';

/** The kinds of card side by side, on the person's own terms. */
export function ExplainPage() {
  useEffect(() => follow('explain'), []);
  const { explain } = words().web;
  const view = views.value.explain;
  return (
    <>
      <PageHead heading={explain.heading}>{view && <p class="lead">{view.intro}</p>}</PageHead>
      <AdviceStatus what="explain" />
      {view && <Kinds view={view} />}
      <p class="actions">
        <PrintButton />
      </p>
    </>
  );
}

function Kinds({ view }: { readonly view: ExplainView }) {
  return (
    <>
      <KindTable view={view} />
      <ul class="leaders kinds">
        {view.kinds.map((kind) => (
          <li key={kind.kind} class="card">
            <KindCard kind={kind} />
          </li>
        ))}
      </ul>
    </>
  );
}

function KindTable({ view: { kinds, abilities } }: { readonly view: ExplainView }) {
  const { web, explain } = words();
  const cost = ({ example }: KindView) => example?.total.text ?? '–';
  const rows = [
    { name: explain.rows.offers, of: kinds.map(({ offers }) => offers) },
    ...abilities,
    { name: explain.rows.price, of: kinds.map(({ paid }) => paid) },
    { name: explain.rows.cost, of: kinds.map(cost) },
    { name: explain.rows.trouble, of: kinds.map(({ example }) => example?.hassle || '–') },
  ];
  return (
    <ScrollBox label={web.explain.heading}>
      <table class="side-by-side kinds">
        <thead>
          <tr>
            <th scope="col">{web.explain.what}</th>
            {kinds.map(({ kind, name }) => (
              <th key={kind} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {of.map((text, index) => (
                <td key={kinds[index]?.kind}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function KindCard({ kind: { name, what, apps, example } }: { readonly kind: KindView }) {
  const { web, explain } = words();
  return (
    <>
      <h2>{name}</h2>
      <p>{what}</p>
      {apps !== '' && <p>{apps}</p>}
      <h3 class="eyebrow">{web.explain.best}</h3>
      {!example && <p class="hint">{explain.noneForYou}</p>}
      {example && (
        <>
          <p class="name">
            <Named text={example.title} />
          </p>
          <p class="sum">{example.total.text}</p>
          {example.lacks !== '' && (
            <p>
              <Named text={example.lacks} />
            </p>
          )}
          {example.asks.length > 0 && <Asks asks={example.asks} />}
        </>
      )}
    </>
  );
}

function Asks({ asks }: { readonly asks: readonly string[] }) {
  return (
    <details class="more">
      <summary>{words().explain.rows.asks}</summary>
      <ul>
        {asks.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
