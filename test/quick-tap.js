import { registerHooks } from 'node:module'

// Loaded before each test file.
const INSTEAD = new URL('failures.js', import.meta.url).href

registerHooks({
  resolve: (name, context, next) =>
    name === 'async-hook-domain' ? { url: INSTEAD, format: 'module', shortCircuit: true } : next(name, context)
})
