import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `npm run sbom`: what the house runs on, in CycloneDX, into the file that is named or sbom.cdx.json. */
const root = join(import.meta.dirname, '../..')
const { stdout, stderr, status } = spawnSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev', '--package-lock-only'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
)
if (status !== 0) {
  process.stderr.write(stderr)
  process.exit(1)
}
const path = process.argv[2] ?? 'sbom.cdx.json'
writeFileSync(path, stdout)
process.stdout.write(`${path}: ${JSON.parse(stdout).components.length} components\n`)
