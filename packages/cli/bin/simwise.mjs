#!/usr/bin/env node
// The command of an installed checkout. `npm start` does the same and installs first.
await import('../../../scripts/start.mjs');
