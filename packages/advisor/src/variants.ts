import type { CompiledCatalog } from '@simwise/catalog';
import { type UsageEvent, type UsageProfile, usesOfProfile } from '@simwise/engine';
import { internetCallBytes, mergeParts, type Stay } from './stay.ts';

/** One way of doing what a stay asks for. `callsOverInternet`: calls are counted as data of a messenger. */
export type Variant = { readonly uses: readonly UsageEvent[]; readonly callsOverInternet: boolean };

/** The use as asked for, and with calls over the internet where the person accepts them. */
export function variantsOf(
  catalog: CompiledCatalog,
  stay: Pick<Stay, 'profile' | 'needs' | 'start' | 'days'>,
): Variant[] {
  const { profile, needs } = stay;
  const asked = { uses: usesOfProfile(profile, stay), callsOverInternet: false };
  if (!needs.callsOverInternet || profile.every(({ kind }) => kind !== 'voice')) return [asked];
  return [asked, { uses: usesOfProfile(withCallsAsData(catalog, profile), stay), callsOverInternet: true }];
}

function withCallsAsData(catalog: CompiledCatalog, profile: UsageProfile): UsageProfile {
  const perMinute = internetCallBytes(catalog);
  return mergeParts(
    profile.map((part) => {
      if (part.kind !== 'voice') return part;
      const { num, den } = part.perDay;
      return { kind: 'data', to: 'internet', perDay: { num: num * perMinute, den: den * 60 } };
    }),
  );
}
