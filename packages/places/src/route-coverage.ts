import type { Speed, Statement } from './compiled.ts';
import { type CoverageFacts, coverageAt, type PlaceCoverage, speedOn, statementsAbout } from './coverage.ts';
import { evidenceAlong, type LegEvidence } from './leg-coverage.ts';
import { type Leg, planRoute, type Stop, type StopInput } from './route.ts';

export type StopCoverage = Stop & { readonly coverage: PlaceCoverage };
export type LegCoverage = Leg & { readonly evidence: readonly LegEvidence[] };

/** A route with all that is known of its places and, far less, of the straight lines between them. */
export type RouteCoverage = {
  readonly stops: readonly StopCoverage[];
  readonly legs: readonly LegCoverage[];
  /** The national figure: nobody publishes speed by place. */
  readonly speed: Speed | null;
  readonly roads: readonly Statement[];
  readonly facts: CoverageFacts;
};

/** Looks up a route. `days` is the length of the stay, where there is one. @throws CannotCover */
export function coverRoute(
  facts: CoverageFacts,
  inputs: readonly StopInput[],
  days: number | null = null,
): RouteCoverage {
  const { stops, legs } = planRoute(facts.index, inputs, days);
  const isAsked = ({ network }: LegEvidence) => facts.networks.includes(network);
  return {
    stops: stops.map((stop) => ({ ...stop, coverage: coverageAt(facts, stop.place) })),
    legs: legs.map((leg) => ({ ...leg, evidence: evidenceAlong(leg, facts.cells).filter(isAsked) })),
    speed: speedOn(facts.coverage, facts.today) ?? null,
    roads: legs.length === 0 ? [] : statementsAbout(facts.coverage, 'roads'),
    facts,
  };
}
