import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALLOWED } from './allowed.ts'
import { artefactProblems } from './artefacts.ts'
import { foreign, lockProblems } from './lock.ts'
import { secretsInHistory, secretsInTree } from './secrets.ts'
import { askAdvisories } from './vulnerabilities.ts'

/** `npm run audit`: what comes from elsewhere, and what must not leave. Ends with 1 when something is wrong. */
const root = join(import.meta.dirname, '../..')
const say = (text: string) => void process.stdout.write(`${text}\n`)
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

const advised = askAdvisories(root)
const secrets = [...secretsInTree(root), ...secretsInHistory(root)]
const problems = [
  ...lockProblems(lock, ALLOWED),
  ...artefactProblems(root),
  ...secrets.map(({ place, kind, shown }) => `${place}: looks like a secret, ${kind}: ${shown}`),
  ...(advised.known ? advised.high.map(one => `known vulnerability: ${one}`) : [])
]

for (const problem of problems) say(`✖ ${problem}`)
say(`${foreign(lock).length} packages, the tree and its history: ${problems.length} problems.`)
if (!advised.known) say(`! Known vulnerabilities were NOT looked up: the registry did not answer (${advised.why}).`)
process.exitCode = problems.length > 0 ? 1 : 0
