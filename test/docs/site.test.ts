import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url))
const VITEPRESS = fileURLToPath(new URL('../../node_modules/.bin/vitepress', import.meta.url))

t.test('the documentation builds as a site, in both languages', async t => {
  const out = await mkdtemp(join(tmpdir(), 'huiyin-site-'))
  t.teardown(() => rm(out, { recursive: true, force: true }))
  const { status, stdout, stderr } = spawnSync(VITEPRESS, ['build', DOCS, '--outDir', out], { encoding: 'utf8' })
  t.equal(status, 0, stdout + stderr)
  for (const page of ['index.html', 'guide/start.html', 'zh/index.html', 'zh/guide/start.html', 'architecture.html'])
    t.ok(existsSync(join(out, page)), page)
})
