import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for each operation of src/, from the schema of the server; documents stay strings, so that nothing is needed at run time. */
const config: CodegenConfig = {
  schema: '../../schema.graphql',
  documents: ['src/**/*.ts', '!src/gql/**'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.js',
        strictScalars: true,
        scalars: {
          // Integers beyond 2^53 come as digits.
          Yuan: 'number | string',
          Figure: 'number | string',
          PartialDate: 'string',
          PlaceCode: 'string',
          JSON: 'unknown',
        },
      },
    },
  },
};
export default config;
