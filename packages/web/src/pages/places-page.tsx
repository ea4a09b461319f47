import { labelled, type NetworkEvidenceAnswer, type RouteAnswer } from '@simwise/messages';
import { useEffect, useState } from 'preact/hooks';
import { AdviceStatus } from '../parts/advice-status.tsx';
import { CountryMap } from '../parts/country-map.tsx';
import { Radios } from '../parts/fields.tsx';
import { Named } from '../parts/named.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { NewPlace, PlaceList } from '../parts/place-fields.tsx';
import { PrintButton } from '../parts/print-button.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { TextList } from '../parts/text-list.tsx';
import { follow, views } from '../state/advice.ts';
import { app, changeStay } from '../state/store.ts';
import { words } from '../state/words.ts';
import type { CoverageView } from '../worker/coverage-view.ts';

/** What is known of the networks where the person goes: on a map, and as a list. */
export function PlacesPage() {
  useEffect(() => follow('coverage'), []);
  const { places } = words().web;
  const said = app.value.stay.places ?? [];
  const view = views.value.coverage;
  return (
    <>
      <PageHead heading={places.heading}>
        <p class="lead">{places.lead}</p>
      </PageHead>
      <section class="card" aria-labelledby="your-places">
        <h2 id="your-places">{places.yourPlaces}</h2>
        <PlaceList
          places={said}
          onPlaces={(next) => changeStay({ places: next.length === 0 ? undefined : [...next] })}
        />
        <NewPlace onPlace={(place) => changeStay({ places: [...said, place] })} />
      </section>
      <AdviceStatus what="coverage" />
      {view && <Coverage view={view} />}
      <p class="actions">
        <PrintButton />
      </p>
    </>
  );
}

function Coverage({ view }: { readonly view: CoverageView }) {
  const { web, coverage } = words();
  const { route, country, legs, credits } = view;
  return (
    <>
      <MapSection view={view} />
      <h2>{web.places.list}</h2>
      <LayerList view={view} />
      {route?.stops.map((stop) => (
        <StopSection key={stop.place.id} stop={stop} />
      ))}
      {legs.length > 0 && <Legs legs={legs} />}
      {route && <TextList heading={coverage.thin} texts={route.whatToDo} level={3} />}
      <TextList heading={coverage.country} texts={country.country.map(({ text }) => text)} level={3} />
      <TextList heading={coverage.roads} texts={country.roads.map(({ text }) => text)} level={3} />
      <TextList heading={coverage.railways} texts={country.railways.map(({ text }) => text)} level={3} />
      <p>{country.speed?.text ?? coverage.noSpeed}</p>
      <p class="hint">{credits}</p>
    </>
  );
}

function MapSection({ view: { shape, layers, stops } }: { readonly view: CoverageView }) {
  const { places } = words().web;
  const [network, setNetwork] = useState('');
  const shown = layers.filter((layer) => network === '' || layer.network === network);
  const options = [
    { value: '', label: places.all },
    ...layers.map((layer) => ({ value: layer.network, label: layer.name })),
  ];
  return (
    <section>
      <Radios label={places.layers} hint={places.keys} options={options} value={network} onValue={setNetwork} />
      <CountryMap shape={shape} points={shown.flatMap(({ points }) => points)} stops={stops} label={places.map} />
    </section>
  );
}

/** What the map draws, in numbers. */
function LayerList({ view: { layers } }: { readonly view: CoverageView }) {
  const messages = words();
  const { places } = messages.web;
  return (
    <ul>
      {layers.map(({ network, name, points }) => (
        <li key={network}>
          <Named text={labelled(messages, name, places.points({ count: points.length }))} />
        </li>
      ))}
    </ul>
  );
}

function StopSection({ stop }: { readonly stop: RouteAnswer['stops'][number] }) {
  const { coverage, signs } = words();
  const { place, networks, remarks, background, others, near } = stop;
  return (
    <section class="card">
      <h3>
        <Named text={place.text} />
      </h3>
      {others.length > 0 && (
        <p class="hint">
          <Named text={coverage.others({ places: others.map(({ text }) => text).join(signs.semicolon) })} />
        </p>
      )}
      <NetworkTable name={place.name} networks={networks} />
      <TextList heading={coverage.remarks} texts={remarks.map(({ text }) => text)} />
      {near ? (
        <>
          <p>
            <Named text={coverage.setOutFrom({ place: near.place.name })} />
          </p>
          <NetworkTable name={near.place.name} networks={near.networks} />
        </>
      ) : (
        <TextList heading={coverage.background} texts={background.map(({ text }) => text)} />
      )}
    </section>
  );
}

type NetworkTableProps = { readonly name: string; readonly networks: readonly NetworkEvidenceAnswer[] };

function NetworkTable({ name, networks }: NetworkTableProps) {
  const { places } = words().web;
  return (
    <ScrollBox label={name}>
      <table>
        <thead>
          <tr>
            <th scope="col">{places.network}</th>
            <th scope="col">{places.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {networks.map(({ network, name: label, text: [first, ...rest] }) => (
            <tr key={network}>
              <th scope="row">
                <Named text={label} />
                <span class="state">{first}</span>
              </th>
              <td>
                {rest.map((line) => (
                  <p key={line}>
                    <Named text={line} />
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Legs({ legs }: { readonly legs: CoverageView['legs'] }) {
  const { coverage } = words();
  return (
    <section class="card">
      <h3>{coverage.legs}</h3>
      {legs.map(({ text, details }) =>
        details.length === 0 ? (
          <p key={text}>
            <Named text={text} />
          </p>
        ) : (
          <TextList key={text} heading={text} texts={details} />
        ),
      )}
      <p class="hint">{coverage.legRest}</p>
    </section>
  );
}
