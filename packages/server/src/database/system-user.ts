import { readFileSync, statSync } from 'node:fs';

/** Numbers of a user and its group, as `spawn` takes them. */
export type SystemUser = { readonly uid: number; readonly gid: number };

/**
 * The user PostgreSQL is to run as. It refuses to run as root, so root hands it to the owner of the data folder, or to
 * `postgres`, or to `nobody`; anybody else runs it under their own name (null).
 */
export function databaseUser(folder: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return userNamed('postgres') ?? userNamed('nobody') ?? null;
}

function userNamed(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
