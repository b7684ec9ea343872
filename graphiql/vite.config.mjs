// Builds GraphiQL for /graphiql: files of its own only, workers as modules, nothing written into the page.
import { fileURLToPath } from 'node:url';

export default {
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/graphiql/',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    // Who wrote what is bundled, and on which terms: it goes where the bundle goes.
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
    // A font or picture written into a style would need `data:` in the policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
  },
};
