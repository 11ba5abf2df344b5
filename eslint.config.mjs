import js from '@eslint/js'
import { builtinModules } from 'node:module'
import tseslint from 'typescript-eslint'

const outsideCore = [
  { group: ['vscode', 'vscode-*', 'node:*', ...builtinModules], message: 'The core knows neither the editor nor the machine.' },
  {
    regex: String.raw`^(\.\./)+(analysis|cache|cli|features|lsp|program|protocol|settings|sources|clock|fileErrors|slices|uris|version|workspace)(/|$)`,
    message: 'The core does not know the shells around it.',
  },
]

export default tseslint.config(
  { ignores: ['dist/', '.vscode-test/', 'node_modules/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-implicit-coercion': 'error',
    },
  },
  {
    files: ['server/src/core/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: outsideCore }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'setTimeout', 'setImmediate', 'performance', 'Date', 'console'],
    },
  },
  {
    // benches and tools print what they find
    files: ['test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
)
