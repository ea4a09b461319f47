import { createHash, randomBytes } from 'node:crypto';

/** SHA-256; enough for secrets of 256 random bits, which nobody can try out one by one. */
export function digest(...parts: readonly string[]): Buffer {
  const hash = createHash('sha256');
  // Every part with its length: no two lists of parts give the same digest.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest();
}

/** 256 random bits as 43 letters, digits, `-` and `_`. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
