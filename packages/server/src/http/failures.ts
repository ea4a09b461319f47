import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type Problem, type ProblemCode, problemOf, RequestFailure } from './problems.ts';

/** Answers every failure, whoever found it, as `problem+json`. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOfError(error);
    if (problem.status >= 500) request.log.error({ err: error }, problem.code);
    return sendProblem(reply, problem);
  });
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function problemOfError(error: FastifyError): Problem {
  if (error instanceof RequestFailure) return error.problem;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext ?? 'request';
    const fields = error.validation.map(({ instancePath, message }) => ({
      path: `${place}${instancePath.replaceAll('/', '.')}`,
      message: message ?? 'is not allowed',
    }));
    return problemOf('bad-request', { fields });
  }
  return problemOf(BY_ERROR_CODE[error.code] ?? byStatus(error.statusCode));
}

const BY_ERROR_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  ECONNREFUSED: 'not-ready',
  ECONNRESET: 'not-ready',
  ENOTFOUND: 'not-ready',
  // PostgreSQL: it is not there, is full, shutting down, was ended, is starting up, or took too long over a statement.
  '3D000': 'not-ready',
  '53300': 'not-ready',
  '57P01': 'not-ready',
  '57P02': 'not-ready',
  '57P03': 'not-ready',
  '57014': 'too-slow',
};

function byStatus(status: number | undefined): ProblemCode {
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 415) return 'not-json';
  if (status === 429) return 'too-many-requests';
  return status !== undefined && status >= 400 && status < 500 ? 'bad-request' : 'fault';
}

/** A path that does not exist. */
export function notFound(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, problemOf('not-found'));
}
