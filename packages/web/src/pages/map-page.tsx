import { formatNumber } from '@simwise/messages';
import { useEffect } from 'preact/hooks';
import { dataOf } from '../adjustable.ts';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { CostCurve } from '../parts/cost-curve.tsx';
import { KindMark } from '../parts/kind-mark.tsx';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { follow, views } from '../state/advice.ts';
import { app, linkTo } from '../state/store.ts';
import { words } from '../state/words.ts';
import type { MapCell, MapView } from '../worker/answer-map.ts';

/** Which kind of card wins for how many days and gigabytes, and what it costs. */
export function MapPage() {
  useEffect(() => follow('map'), []);
  const { map } = words().web;
  const view = views.value.map;
  return (
    <>
      <PageHead heading={map.heading}>
        <p class="lead">{map.lead}</p>
      </PageHead>
      <AdviceStatus what="map" />
      {view && <AnswerMap view={view} />}
      <p class="actions">
        <a class="button plain" href={linkTo('answer')}>
          {words().web.shell.pages.answer}
        </a>
      </p>
    </>
  );
}

function AnswerMap({ view }: { readonly view: MapView }) {
  const { map } = words().web;
  const { cells, all, here } = view;
  const row = cells.filter(({ gigabytes }) => gigabytes === here.gigabytes).toSorted((a, b) => a.days - b.days);
  return (
    <>
      <p class="hint" role="status">
        {cells.length < all ? map.progress({ done: `${cells.length}`, all: `${all}` }) : ''}
      </p>
      <CellGrid view={view} />
      <Legend />
      <h2>{map.curve}</h2>
      <p>{map.curveLead}</p>
      <CostCurve cells={row} here={here.days} />
      <details class="more cells">
        <summary>{map.table}</summary>
        <CellTable cells={cells.toSorted((a, b) => a.days - b.days || a.gigabytes - b.gigabytes)} />
      </details>
    </>
  );
}

/** What the signs stand for. */
function Legend() {
  const { kinds, web } = words();
  return (
    <p class="legend">
      {(['phone', 'data', 'pair'] as const).map((kind) => (
        <KindMark key={kind} kind={kind} text={kinds[kind]} />
      ))}
      <span class="kind is-here">{web.map.here}</span>
    </p>
  );
}

function CellGrid({ view: { days: lengths, gigabytes: amounts, cells, here } }: { readonly view: MapView }) {
  const texts = words();
  const { map, answer } = texts.web;
  return (
    <ScrollBox label={map.heading}>
      <table class="answer-map">
        <thead>
          <tr>
            <th scope="col">
              <span>{answer.gigabytes} ↑</span> <span>{answer.days} →</span>
            </th>
            {lengths.map((days) => (
              <th key={days} scope="col">
                {days}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {amounts.toReversed().map((gigabytes) => (
            <tr key={gigabytes}>
              <th scope="row">{formatNumber(texts, gigabytes)}</th>
              {lengths.map((days) => (
                <Cell
                  key={days}
                  cell={cells.find((each) => each.days === days && each.gigabytes === gigabytes)}
                  isHere={here.days === days && here.gigabytes === gigabytes}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Cell({ cell, isHere }: { readonly cell: MapCell | undefined; readonly isHere: boolean }) {
  const { map } = words().web;
  const mark = isHere ? <span class="here hidden-text">{map.here}</span> : null;
  if (!cell) {
    return (
      <td class={isHere ? 'waiting is-here' : 'waiting'}>
        <span class="hidden-text">{map.waiting}</span>
        {mark}
      </td>
    );
  }
  if (!cell.best) {
    return (
      <td class={isHere ? 'is-here' : undefined}>
        – <span class="hidden-text">{map.nothing}</span>
        {mark}
      </td>
    );
  }
  const { kind, kindText, costText } = cell.best;
  const usage = { ...app.value.stay.usage, ...dataOf(cell.gigabytes) };
  const href = linkTo('answer', { stay: { ...app.value.stay, days: cell.days, usage } });
  const name = map.go({ days: cell.daysText, data: cell.dataText, kind: kindText, total: costText });
  return (
    <td class={isHere ? `${kind} is-here` : kind}>
      <a href={href} aria-label={name} title={name}>
        <KindMark kind={kind} text="" />
      </a>
      {mark}
    </td>
  );
}

function CellTable({ cells }: { readonly cells: readonly MapCell[] }) {
  const { map, answer, offers } = words().web;
  return (
    <ScrollBox label={map.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{answer.days}</th>
            <th scope="col">{answer.gigabytes}</th>
            <th scope="col">{offers.kind}</th>
            <th scope="col">{map.best}</th>
            <th scope="col" class="amount">
              {map.cost}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ days, gigabytes, daysText, dataText, best }) => (
            <tr key={`${days} ${gigabytes}`}>
              <td>{daysText}</td>
              <td>{dataText}</td>
              <td>{best?.kindText ?? map.nothing}</td>
              <td>{best && <Named text={best.title} />}</td>
              <td class="amount">{best?.costText}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
