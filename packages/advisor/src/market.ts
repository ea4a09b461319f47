import { type CompiledCatalog, fitsPlan, type OfferOnDay } from '@simwise/catalog';
import { IN_THE_MIDDLE, type MarketOffer, type Offer, read } from '@simwise/engine';
import { type Candidate, type Candidates, isPhone } from './candidates.ts';
import { seenFromBrand } from './numbers.ts';

/**
 * The offers of an advice as the optimiser sees them: prices at the middle of their range, in the currency of the stay.
 * @param numbers the phone numbers that are called. @throws CannotDo where one is no number.
 */
export function marketOf(catalog: CompiledCatalog, candidates: Candidates, numbers: readonly string[]): MarketOffer[] {
  const { bases, addOns } = candidates;
  return [...bases, ...addOns].map((candidate) => {
    const { role, brand } = candidate.facts;
    const seen = [...seenFromBrand(catalog, numbers, brand)].map(([number, { to }]) => [number, to] as const);
    return {
      ...marketOffer(candidate),
      bases: role === 'base' ? [] : basesFor(candidate, bases),
      conflicts: conflictsOf(candidate, addOns),
      numbers: new Map(seen),
    };
  });
}

function marketOffer({ facts, offer, conversion }: Candidate): Omit<MarketOffer, 'bases' | 'conflicts' | 'numbers'> {
  const role = facts.role !== 'base' ? 'add-on' : isPhone({ facts }) ? 'talk' : 'data';
  return {
    offer: read<Offer>(offer, IN_THE_MIDDLE),
    role,
    weight: conversion.ratio.num / conversion.ratio.den,
    isOnce: facts.oncePerCustomer === true,
    family: familyOf(facts),
    takesSlot: facts.card !== 'travel-esim',
    hasLocalNumber: facts.number === 'local',
  };
}

/** Data cards of one family are topped up with one another; null for a card that is not. */
export function familyOf(facts: OfferOnDay['facts']): string | null {
  const isExtended = facts.role === 'base' && !isPhone({ facts }) && facts.extend === 'yes';
  return isExtended ? `${facts.brand} ${facts.networks?.join(' ') ?? ''}` : null;
}

/** The add-ons that exclude an offer or that it excludes, whichever of the two says so. */
function conflictsOf({ facts: { id, conflicts = [] } }: Candidate, addOns: readonly Candidate[]): string[] {
  const isExcluded = ({ facts }: Candidate) => conflicts.includes(facts.id) || facts.conflicts?.includes(id) === true;
  return addOns.filter(isExcluded).map(({ facts }) => facts.id);
}

/** The base plans on which an add-on may be bought. */
function basesFor(addOn: Candidate, bases: readonly Candidate[]): string[] {
  return bases.filter((base) => fitsPlan(addOn.facts, base.facts)).map(({ facts }) => facts.id);
}
