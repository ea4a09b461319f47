import { ScrollBox } from '../../parts/scroll-box.tsx';
import { words } from '../../state/words.ts';
import type { CardView, TimelineLine, TimelineView } from '../../worker/keeper/keeper-protocol.ts';
import { Folded } from './card-section.tsx';

/** The balance and the buckets of a card over the days ahead, as pictures and as a table. */
export function Timeline({ card: { timeline } }: { readonly card: CardView }) {
  const { keeper } = words().web;
  if (timeline.lines.length === 0) return null;
  return (
    <>
      <div class="timeline">
        {timeline.lines.map((line) => (
          <Picture key={line.name} line={line} timeline={timeline} />
        ))}
      </div>
      <p class="hint">{keeper.pictureHint}</p>
      <Folded summary={keeper.table}>
        <Table timeline={timeline} />
      </Folded>
    </>
  );
}

const WIDTH = 320;
const HEIGHT = 120;
const TOP = 20;
const BOTTOM = 20;

type PictureProps = { readonly line: TimelineLine; readonly timeline: TimelineView };

function Picture({ line: { name, points, most }, timeline: { rows, marks } }: PictureProps) {
  const { keeper } = words().web;
  const high = Math.max(1, ...points.map(([, , p90]) => p90));
  const low = Math.min(0, ...points.map(([p10]) => p10));
  const x = (index: number) => (WIDTH * index) / Math.max(1, points.length - 1);
  const y = (amount: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * (amount - low)) / (high - low);
  const at = (place: 0 | 1 | 2) => points.map((point, index) => `${x(index)},${y(point[place])}`);
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <svg class="ahead" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={keeper.picture({ name })}>
        <polygon class="band" points={[...at(2), ...at(0).reverse()].join(' ')} />
        <polyline points={at(1).join(' ')} />
        <path class="axis" d={`M0 ${y(0)}H${WIDTH}`} />
        {marks.map(({ index, title, stops }, place) => (
          <path
            key={`${place} ${title}`}
            class={stops ? 'stops' : 'comes'}
            d={`M${x(index)} ${TOP}V${HEIGHT - BOTTOM}`}
          >
            <title>{title}</title>
          </path>
        ))}
        <text x="0" y="13">
          {most}
        </text>
        <text x="0" y={HEIGHT - 5}>
          {rows[0]?.day}
        </text>
        <text x={WIDTH} y={HEIGHT - 5} text-anchor="end">
          {rows.at(-1)?.day}
        </text>
      </svg>
    </figure>
  );
}

function Table({ timeline: { lines, rows } }: { readonly timeline: TimelineView }) {
  const { answer, keeper } = words().web;
  return (
    <ScrollBox label={keeper.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{answer.day}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, texts }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {lines.map(({ name }, index) => (
                <td key={name}>{texts[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
