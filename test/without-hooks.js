import { registerHooks } from 'node:module'

// Loaded before tap's runner. Node strips types and keeps their lines itself, nothing here is mocked and no coverage taken:
// without the loaders that tap puts before each test file for these, and hands on to whatever that starts, tests of many
// short processes take half the time.
const INSTEAD = [
  [/@tapjs\/run\/dist\/esm\/test-argv\.js$/, "export const testArgv = config => config.get('node-arg') ?? []"],
  [
    /@tapjs\/processinfo\/dist\/esm\/node-options-env\.js$/,
    "export const nodeOptionsEnv = env => env.NODE_OPTIONS ?? ''"
  ]
]

registerHooks({
  load(url, context, next) {
    const [, source] = INSTEAD.find(([name]) => name.test(url)) ?? []
    return source ? { format: 'module', source, shortCircuit: true } : next(url, context)
  }
})
