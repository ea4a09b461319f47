import type { FastifyRequest } from 'fastify';
import { deviceOfKey } from '../store/devices.ts';
import { clientKey } from './client-key.ts';
import type { Context } from './context.ts';
import { RequestFailure } from './problems.ts';

/** The device that asks, by its key. @throws RequestFailure where there is no key, or not one of a device */
export async function authenticate({ pool, failedKeys }: Context, request: FastifyRequest): Promise<string> {
  const caller = clientKey(request.ip);
  const wait = failedKeys.waitSeconds(caller);
  if (wait > 0) throw new RequestFailure('too-many-requests', { detail: `Too many wrong keys; wait ${wait} seconds.` });
  const [, key] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (key === undefined) throw new RequestFailure('no-key');
  const device = await deviceOfKey(pool, key);
  if (device !== null) return device;
  failedKeys.add(caller);
  throw new RequestFailure('bad-key');
}
