import * as z from 'zod';

type Row = {
  readonly status: number;
  readonly sentence: string;
  /** Whether the same request may be sent again and have a chance. */
  readonly mayRetry: boolean;
};

/** Every failure of the API: its stable code, its status, a sentence for people, and whether trying again helps. */
export const PROBLEMS = {
  'bad-request': { status: 400, sentence: 'The request is not in the form the API describes.', mayRetry: false },
  'cannot-answer': { status: 422, sentence: 'What was asked for cannot be worked out.', mayRetry: false },
  'no-key': { status: 401, sentence: 'A device key is needed: "Authorization: Bearer …".', mayRetry: false },
  'bad-key': { status: 401, sentence: 'No device has this key.', mayRetry: false },
  'no-token': { status: 401, sentence: 'The token of the operator is needed.', mayRetry: false },
  'not-found': { status: 404, sentence: 'There is nothing here.', mayRetry: false },
  'no-such-channel': {
    status: 422,
    sentence: 'A reminder names a channel this device does not have.',
    mayRetry: false,
  },
  'twice-the-same': {
    status: 422,
    sentence: 'Two reminders have the same rule, time and channel.',
    mayRetry: false,
  },
  'too-many-channels': { status: 422, sentence: 'This device has as many channels as it may have.', mayRetry: false },
  'channel-off': { status: 409, sentence: 'This server does not offer that channel.', mayRetry: false },
  'endpoint-refused': {
    status: 422,
    sentence: 'The endpoint is not an address of a push service that this server calls.',
    mayRetry: false,
  },
  'bad-push-keys': {
    status: 422,
    sentence: 'Nothing can be encrypted for the keys of this subscription.',
    mayRetry: false,
  },
  'link-used': { status: 410, sentence: 'The link has been used already or is too old.', mayRetry: false },
  'too-large': { status: 413, sentence: 'The request is larger than allowed.', mayRetry: false },
  'not-json': { status: 415, sentence: 'The body has to be JSON.', mayRetry: false },
  'too-many-requests': {
    status: 429,
    sentence: 'Too many requests; wait as long as Retry-After says.',
    mayRetry: true,
  },
  'asked-often': {
    status: 429,
    sentence: 'This address has been asked to confirm often enough for one day.',
    mayRetry: true,
  },
  'mail-unreachable': {
    status: 502,
    sentence: 'The mail server could not be reached; nothing was sent.',
    mayRetry: true,
  },
  'mail-refused': { status: 422, sentence: 'The mail server does not take mail for this address.', mayRetry: false },
  fault: { status: 500, sentence: 'Something went wrong that should not.', mayRetry: false },
  'not-ready': { status: 503, sentence: 'The database cannot be reached.', mayRetry: true },
  busy: { status: 503, sentence: 'Too much is asked at once.', mayRetry: true },
  'too-slow': { status: 504, sentence: 'The answer took too long.', mayRetry: true },
} as const satisfies Readonly<Record<string, Row>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every failure (RFC 9457), `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    mayRetry: z.boolean(),
    detail: z.string().optional(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
export type ProblemDetails = Pick<Problem, 'detail' | 'fields'>;

/** Thrown by a route that cannot do what was asked. */
export class RequestFailure extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.problem = problemOf(code, details);
  }
}

export function problemOf(code: ProblemCode, details: ProblemDetails = {}): Problem {
  const { status, sentence, mayRetry } = PROBLEMS[code];
  return { type: `urn:simwise:problem:${code}`, title: sentence, status, code, mayRetry, ...details };
}
