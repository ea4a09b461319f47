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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the map moves by keys, so it must take the focus */}
      <svg ref={svg} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={label} tabIndex={0}>
        <g transform={transform}>
          <path class="land" d={outline} />
          <path class="seen" d={dots} />
          <polyline class="route" points={stops.map((stop) => projected(stop).join(',')).join(' ')} />
          {stops.map((stop) => (
            <Stop key={stop.name} stop={stop} scale={scale / unit} />
          ))}
        </g>
      </svg>
      <MapButtons act={act} />
    </div>
  );
}

function Stop({ stop, scale }: { readonly stop: MapStop; readonly scale: number }) {
  const [x, y] = projected(stop);
  return (
    <g class="stop" transform={`translate(${x} ${y}) scale(${1 / scale})`}>
      <circle r="7" />
      <text x="11" y="5">
        {stop.name}
      </text>
    </g>
  );
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
