import { dialLink } from '@simwise/messages';
import type { Said } from './said.ts';

export type PartId = 'tariff' | 'packs' | 'later' | 'not' | 'check' | 'help' | 'documents' | 'online';

/** One thing of a part: a trade name or a sentence, with a code to dial where there is one. */
export type Item = {
  /** The seller and the name as the seller writes it, in each language of the country that has one. */
  readonly name?: { readonly seller: string; readonly names: readonly string[] };
  readonly said?: Said;
  readonly code?: Code;
  /** What stands for it in the QR code, where that is not its name. */
  readonly short?: string;
  /** Something smaller to say with it. */
  readonly note?: Said;
};

/** A code as it is dialled, and the link by which a phone may dial it. */
export type Code = { readonly value: string; readonly dial: string | null };

export type Part = { readonly id: PartId; readonly heading: Said; readonly items: readonly Item[] };

export function isDialled(value: string | undefined): value is string {
  return value !== undefined && dialLink(value) !== null;
}

export function codeOf(value: string): Code {
  return { value, dial: dialLink(value) };
}

/** The code by which an offer is switched on, where it can be dialled; a part of an item. */
export function activation(codes: Readonly<Record<string, string>> | undefined): { code?: Code } {
  const value = codes?.['activate'];
  return isDialled(value) ? { code: codeOf(value) } : {};
}
