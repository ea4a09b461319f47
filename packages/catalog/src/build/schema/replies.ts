import * as z from 'zod';
import { REPLY_WORDS, type ReplyWord } from '../../reply-rules.ts';
import { id } from './text.ts';

const word = z
  .string()
  .regex(/^[^\s*][^*]*\*?$/, 'a word, with a star at its end where any ending may follow')
  .refine((text) => text === text.toLowerCase(), 'words are written in lower case');
const wordList = z.array(word).min(1);

const wordsShape = Object.fromEntries(REPLY_WORDS.map((name) => [name, wordList])) as Record<
  ReplyWord,
  typeof wordList
>;
const units = z.array(
  z.strictObject({
    id: z.string().regex(/^(GB|MB|KB|B|min|s|sms|mms|[A-Z]{3})$/, 'GB, MB, KB, B, min, s, sms, mms or a currency'),
    words: wordList,
  }),
);

/** How to read an operator's reply about a card. */
export const replies = z.strictObject({
  words: z.strictObject(wordsShape),
  units: units.min(1),
  months: z.array(wordList).length(12),
  brands: z.array(
    z.strictObject({
      id,
      words: z
        .partialRecord(z.enum(REPLY_WORDS), wordList)
        .exactOptional()
        .describe('captions of this brand, from what its sources show'),
      units: units.exactOptional(),
      nines: z.number().int().min(3).max(12).exactOptional(),
      sources: z.array(id).min(1),
    }),
  ),
});
