import type { Check } from '../check.ts';
import { callingCodes } from './calling-codes.ts';
import { citedDocuments } from './cited-documents.ts';
import { fewOpenFacts } from './few-open-facts.ts';
import { idInPlace } from './id-in-place.ts';
import { knownReferences } from './known-references.ts';
import { knownReplyBrands } from './known-reply-brands.ts';
import { oneCurrency } from './one-currency.ts';
import { plausibleDates } from './plausible-dates.ts';
import { smallEnough } from './small-enough.ts';
import { soundFormalities } from './sound-formalities.ts';
import { statedFacts } from './stated-facts.ts';
import { tidy } from './tidy.ts';
import { uniqueIds } from './unique-ids.ts';
import { usedSources } from './used-sources.ts';

export const CHECKS: readonly Check[] = [
  uniqueIds,
  knownReferences,
  knownReplyBrands,
  citedDocuments,
  callingCodes,
  usedSources,
  plausibleDates,
  statedFacts,
  soundFormalities,
  oneCurrency,
  idInPlace,
  fewOpenFacts,
  smallEnough,
  tidy,
];
