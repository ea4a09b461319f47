export { checkPlaces } from './check-places.ts';
export { PLACE_CHECKS } from './checks/index.ts';
export { compileCells } from './compile-cells.ts';
export { compileCoverage } from './compile-coverage.ts';
export { compilePlaces } from './compile-places.ts';
export { type CellImport, type CellImportResult, type CellLicence, importCells, writeWhole } from './import-cells.ts';
export { loadCoverage } from './load-coverage.ts';
export { hasPlaces, loadPlaces } from './load-places.ts';
export { openCoverageSources, openPlaceSources } from './open-sources.ts';
