export { checkCatalog, fixCatalog } from './check-catalog.ts';
export { CHECKS } from './checks/index.ts';
export { brotliSize, compileCatalog } from './compile.ts';
export { compileOffer } from './compile-one.ts';
export { CatalogError, type Finding, formatFinding } from './finding.ts';
export { jsonSchemaOf, SCHEMA_NAMES } from './json-schema.ts';
export { type LoadedCatalog, loadCatalog } from './load.ts';
