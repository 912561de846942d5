#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// Plain JavaScript: an older node must be able to read it, and hands over to the one that was installed with us.
const NEEDED = 24
const main = new URL('../src/main.ts', import.meta.url)

if (Number(process.versions.node.split('.')[0]) < NEEDED) process.exit(handOver())
await import('@huiyin/adapters/quick-start.js')
await import(main.href)

function handOver() {
  const node = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url))
  const args = [fileURLToPath(main), ...process.argv.slice(2)]
  const { status, error } = spawnSync(node, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (!error) return status ?? 1
  process.stderr.write(`huiyin: Node ${NEEDED} is needed, this is ${process.versions.node}; run npm install first\n`)
  return 1
}
