import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import t from 'tap'

/**
 * The import rule: what lies inside knows nothing of what lies outside.
 * schemas ← domain ← ports ← adapters; services meet adapters in main.ts only and never each other.
 */
const ROOT = join(import.meta.dirname, '..')
const OUTSIDE_CODE = 'the library'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: ROOT,
  encoding: 'utf8'
})
  .split('\n')
  .filter(file => file !== '' && !file.startsWith('test/') && existsSync(join(ROOT, file))) // deleted, not yet committed

const roomOf = (file: string) => file.split('/').slice(0, 2).join('/')

const PACKAGES: Record<string, string> = Object.fromEntries(
  [
    ...['schemas', 'domain', 'ports', 'adapters'].map(name => [name, `shared/${name}`]),
    ...['collector', 'classifier', 'desk', 'responder', 'alerter', 'scribe', 'webhooks', 'api', 'embedded', 'cli'].map(
      name => [name, `services/${name}`]
    ),
    ['web', 'dashboards/web'],
    ['engines', 'infra/engines'],
    ['simulator', 'infra/simulator']
  ].map(([name, room]) => [`@huiyin/${name}`, room!])
)

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g

function importsOf(file: string): { name: string; room: string }[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  return Array.from(source.matchAll(IMPORT), match => {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    return { name, room: roomMeant(file, name) }
  })
}

function roomMeant(file: string, name: string): string {
  if (name.startsWith('.')) return roomOf(normalize(join(dirname(file), name)))
  const scoped = name.split('/').slice(0, 2).join('/')
  return PACKAGES[scoped] ?? OUTSIDE_CODE
}

const INWARD = ['shared/schemas', 'shared/domain', 'shared/ports', 'shared/adapters']
const isTest = (file: string) => file.includes('/test/')
const isMain = (file: string) => /\/main\.tsx?$/.test(file)

function mayImport(file: string, room: string): boolean {
  const own = roomOf(file)
  if (room === own || room === OUTSIDE_CODE) return true
  const depth = INWARD.indexOf(own)
  const wanted = INWARD.indexOf(room)
  if (depth >= 0)
    return (
      (wanted >= 0 && wanted < depth) ||
      (isTest(file) && (room === 'infra/engines' || room === 'infra/simulator' || wanted >= 0))
    )
  if (own === 'dashboards/web') return room === 'shared/schemas'
  if (own === 'infra/simulator' || own === 'infra/engines') return false
  if (own === 'services/embedded' || own === 'services/cli') return room !== 'dashboards/web'
  if (own.startsWith('services/')) {
    if (room === 'shared/adapters') return isMain(file) || isTest(file)
    return wanted >= 0 || (isTest(file) && room.startsWith('infra/'))
  }
  return false
}

t.test('the house', async t => {
  t.test('has files to look at', async t => t.ok(files.length > 50))

  t.test('lets imports point inward only', async t => {
    const wrong = files.flatMap(file =>
      importsOf(file)
        .filter(({ room }) => !mayImport(file, room))
        .map(({ name }) => `${file} imports ${name}`)
    )
    t.same(wrong, [])
  })

  t.test('keeps the pure rooms free of the world', async t => {
    const WORLD =
      /^node:(fs|net|http|https|child_process|worker_threads|sqlite|os|timers)|^(axios|kafkajs|fastify|@elastic)/
    const pure = files.filter(file => /^shared\/(schemas|domain)\/src\//.test(file))
    const wrong = pure.flatMap(file =>
      importsOf(file)
        .filter(({ name }) => WORLD.test(name))
        .map(({ name }) => `${file} imports ${name}`)
    )
    t.same(wrong, [])
  })

  t.test('reads the clock in no decision', async t => {
    const pure = files.filter(file => /^shared\/(schemas|domain)\/src\//.test(file))
    t.same(
      pure.filter(file =>
        /Date\.now\(|new Date\(\)|performance\.now|Math\.random/.test(readFileSync(join(ROOT, file), 'utf8'))
      ),
      []
    )
  })
})
