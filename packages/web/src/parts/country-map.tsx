import { select } from 'd3-selection';
import { type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../state/words.ts';
import type { CountryShape } from '../worker/country-shape.ts';
import type { MapStop } from '../worker/coverage-view.ts';
import { Button } from './fields.tsx';
import { projected, ringsPath, SIZE } from './map-projection.ts';

type CountryMapProps = {
  readonly shape: CountryShape;
  /** Where cells were seen. */
  readonly points: readonly { readonly lat: number; readonly lon: number }[];
  readonly stops: readonly MapStop[];
  readonly label: string;
};

/** The country with what was seen on it and the person's route. It moves and zooms by finger, mouse, wheel and keys. */
export function CountryMap({ shape, points, stops, label }: CountryMapProps) {
  const { svg, transform, scale, act } = useZoom();
  const unit = useUnit(svg);
  const outline = useMemo(() => ringsPath(shape.rings), [shape]);
  const dots = useMemo(() => points.map((point) => `M${projected(point).join(' ')}h0`).join(''), [points]);
  return (
    <div class="map">
      {/* The map moves by keys, so it takes the focus; names of attributes are told apart by capitals here. */}
      <svg ref={svg} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={label} tabindex={0}>
        <g transform={transform}>
          <path class="land" d={outline} />
          <path class="seen" d={dots} />
          <polyline class="route" points={stops.map((stop) => projected(stop).join(',')).join(' ')} />
          {stops.map((stop) => (
            <Stop key={stop.name} stop={stop} others={stops} scale={scale / unit} />
          ))}
        </g>
      </svg>
      <MapButtons act={act} />
    </div>
  );
}

type StopProps = { readonly stop: MapStop; readonly others: readonly MapStop[]; readonly scale: number };

function Stop({ stop, others, scale }: StopProps) {
  const [x, y] = projected(stop);
  const isLeft = isEastward(stop, others);
  return (
    <g class="stop" transform={`translate(${x} ${y}) scale(${1 / scale})`}>
      <circle r="7" />
      <text x={isLeft ? -11 : 11} y="5" text-anchor={isLeft ? 'end' : 'start'}>
        {stop.name}
      </text>
    </g>
  );
}

/** Whether the nearest of the other stops lies to the east, so that a name to the left keeps clear of it. */
function isEastward(stop: MapStop, others: readonly MapStop[]): boolean {
  const away = ({ lat, lon }: MapStop) => Math.hypot(lat - stop.lat, lon - stop.lon);
  const [nearest] = others.filter((other) => away(other) > 0).toSorted((a, b) => away(a) - away(b));
  return nearest !== undefined && nearest.lon > stop.lon;
}

type Act = (change: (behavior: ZoomBehavior<SVGSVGElement, unknown>, svg: SVGSVGElement) => void) => void;

const STEP = 1.6;
const MOST = 60;
const MOVE = 60;

function useZoom() {
  const svg = useRef<SVGSVGElement>(null);
  const [view, setView] = useState(zoomIdentity);
  const behavior = useMemo(
    () =>
      zoom<SVGSVGElement, unknown>()
        .scaleExtent([1, MOST])
        .translateExtent([
          [0, 0],
          [SIZE.width, SIZE.height],
        ])
        .extent([
          [0, 0],
          [SIZE.width, SIZE.height],
        ])
        .on('zoom', ({ transform }) => setView(transform)),
    [],
  );
  const act: Act = (change) => {
    if (svg.current) change(behavior, svg.current);
  };
  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    select(element).call(behavior);
    const onKey = (event: KeyboardEvent) => moveByKey(event, behavior, element);
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [behavior]);
  return { svg, transform: view.toString(), scale: view.k, act };
}

/** How many of the map's own units a pixel of the screen has, so that signs keep their size on any screen. */
function useUnit(svg: RefObject<SVGSVGElement | null>): number {
  const [unit, setUnit] = useState(1);
  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setUnit(SIZE.width / (element.clientWidth || SIZE.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [svg]);
  return unit;
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [MOVE, 0],
  ArrowRight: [-MOVE, 0],
  ArrowUp: [0, MOVE],
  ArrowDown: [0, -MOVE],
};

const ZOOMS: Readonly<Record<string, number>> = { '+': STEP, '=': STEP, '-': 1 / STEP };

function moveByKey(event: KeyboardEvent, behavior: ZoomBehavior<SVGSVGElement, unknown>, svg: SVGSVGElement): void {
  const move = MOVES[event.key];
  const factor = ZOOMS[event.key];
  if (!move && !factor) return;
  event.preventDefault();
  if (move) behavior.translateBy(select(svg), ...move);
  if (factor) behavior.scaleBy(select(svg), factor);
}

function MapButtons({ act }: { readonly act: Act }) {
  const { places } = words().web;
  return (
    <div class="actions">
      <Button onClick={() => act((behavior, svg) => behavior.scaleBy(select(svg), STEP))}>{places.zoomIn}</Button>
      <Button onClick={() => act((behavior, svg) => behavior.scaleBy(select(svg), 1 / STEP))}>{places.zoomOut}</Button>
      <Button onClick={() => act((behavior, svg) => behavior.transform(select(svg), zoomIdentity))}>
        {places.whole}
      </Button>
    </div>
  );
}
