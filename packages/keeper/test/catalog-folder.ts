import { fileURLToPath } from 'node:url';

export function builtInCatalogFolder(): string {
  return fileURLToPath(new URL('../../../catalog/kz', import.meta.url));
}
