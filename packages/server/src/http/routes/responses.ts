import * as z from 'zod';
import { problemSchema } from '../problems.ts';

const problem = { description: 'A failure', content: { 'application/problem+json': { schema: problemSchema } } };

/** What every route answers when it fails. */
export const FAILURES = { '4xx': problem, '5xx': problem };

/** How a route says that it needs a device key. */
export const DEVICE_KEY_NEEDED: readonly { [name: string]: readonly string[] }[] = [{ deviceKey: [] }];

export const nothing = z.null().describe('Done; there is nothing to tell');
