import { fitsPlan } from '@simwise/catalog';
import { IN_THE_MIDDLE, type MarketOffer, type Offer, read } from '@simwise/engine';
import { type Candidate, type Candidates, isPhone } from './candidates.ts';

/** The offers of an advice as the optimiser sees them: prices at the middle of their range, in the currency of the stay. */
export function marketOf({ bases, addOns }: Candidates): MarketOffer[] {
  const ids = bases.map(({ facts }) => facts.id);
  return [
    ...bases.map((base) => marketOffer(base, isPhone(base) ? 'talk' : 'data', [])),
    ...addOns.map((addOn) =>
      marketOffer(
        addOn,
        'add-on',
        ids.filter((_, index) => fits(addOn, bases[index] as Candidate)),
      ),
    ),
  ];
}

function marketOffer(candidate: Candidate, role: MarketOffer['role'], bases: readonly string[]): MarketOffer {
  const { facts, offer, conversion } = candidate;
  return {
    offer: read<Offer>(offer, IN_THE_MIDDLE),
    role,
    weight: conversion.ratio.num / conversion.ratio.den,
    isOnce: facts.oncePerCustomer === true,
    family: role === 'data' && facts.extend === 'yes' ? `${facts.brand} ${facts.networks?.join(' ') ?? ''}` : null,
    takesSlot: facts.card !== 'travel-esim',
    hasLocalNumber: facts.number === 'local',
    bases,
  };
}

export function fits({ facts }: Candidate, base: Candidate): boolean {
  return fitsPlan(facts, base.facts);
}
