import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { checkListening } from '@huiyin/api/listening.ts'
import t from 'tap'
import { ROOT, readRoot } from './root.ts'

const linesOf = (file: string) => {
  const unit = readRoot(`infra/systemd/${file}`)
  return (name: string) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value!)
}
const said = linesOf('huiyin.service')

t.test('the unit', async t => {
  t.test('runs the single server as a user of its own that may write one folder', async t => {
    t.same(said('User'), ['huiyin'])
    t.same(said('ExecStart'), ['/opt/huiyin/current/bin/huiyin all'])
    t.same(said('ProtectSystem'), ['strict'])
    t.same(said('UMask'), ['0077'])
    t.same(said('CapabilityBoundingSet'), [''])
    t.match(readRoot('infra/systemd/sysusers.conf'), /^u huiyin -/m)
  })

  t.test('starts with settings that the house takes', async t => {
    const lines = readRoot('infra/systemd/huiyin.env')
      .split('\n')
      .filter(line => /^\w+=/.test(line))
    const given = Object.fromEntries(lines.map(line => line.split('=', 2)))
    const settings = await readSettings({ ...given, HUIYIN_DATA: t.testdir({}) })
    t.doesNotThrow(() => checkListening(settings))
    const commented = readRoot('infra/systemd/huiyin.env').match(/^#HUIYIN_\w+=.*$/gm) ?? []
    const other = Object.fromEntries(commented.map(line => line.slice(1).split('=', 2)))
    const { HUIYIN_CONFIG: _, ...files } = other
    const publicUrl = { HUIYIN_PUBLIC_URL: 'https://huiyin.example.gov.cn' }
    const ended = await readSettings({ ...files, ...publicUrl, HUIYIN_DATA: t.testdir({}) })
    t.doesNotThrow(() => checkListening(ended))
  })
})

t.test('a backup is taken every night, by a run that alone is lent the key', async t => {
  const run = linesOf('huiyin-backup.service')
  t.same(run('User'), said('User'))
  t.same(run('ExecStart'), ['/opt/huiyin/current/bin/huiyin backup'])
  t.same(run('LoadCredential'), ['backup.key:/etc/huiyin/backup.key'])
  const settingsOf = (lines: readonly string[]) => {
    const given = lines.flatMap(line => line.split(' ').map(one => one.replace('%d', '/run/credentials').split('=', 2)))
    return readSettings({ ...Object.fromEntries(given), HUIYIN_DATA: t.testdir({}) })
  }
  t.match(await settingsOf(run('Environment')), {
    backup: '/var/backups/huiyin',
    backupKeyFile: '/run/credentials/backup.key'
  })
  t.match(
    await settingsOf(said('Environment')),
    { backup: '/var/backups/huiyin' },
    'the page warns where there is none'
  )
  t.match(readRoot('infra/systemd/tmpfiles.conf'), /^d \/var\/backups\/huiyin 0700 huiyin huiyin/m)
  t.same(linesOf('huiyin-backup.timer')('Persistent'), ['true'])
})

const analyses = (() => {
  try {
    return (
      Number(/^systemd (\d+)/.exec(execFileSync('systemd-analyze', ['--version'], { encoding: 'utf8' }))?.[1]) >= 252
    )
  } catch {
    return false
  }
})()

t.test(
  'systemd itself finds nothing wrong with it, and little that it could do',
  { skip: !analyses && 'no systemd' },
  async t => {
    const root = t.testdir({})
    const units = join(root, 'etc/systemd/system')
    mkdirSync(units, { recursive: true })
    mkdirSync(join(root, 'opt/huiyin/current/bin'), { recursive: true })
    writeFileSync(join(root, 'opt/huiyin/current/bin/huiyin'), '#!/bin/sh\n', { mode: 0o755 })
    const run = (...args: string[]) =>
      execFileSync('systemd-analyze', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    for (const unit of ['huiyin', 'huiyin-backup']) {
      cpSync(join(ROOT, `infra/systemd/${unit}.service`), join(units, `${unit}.service`))
      const exposure = run('security', '--offline=true', '--no-pager', `--root=${root}`, `${unit}.service`)
      const score = Number(new RegExp(`Overall exposure level for ${unit}\\.service: ([\\d.]+)`).exec(exposure)?.[1])
      t.comment(`${unit}: exposure ${score} of 10`)
      t.ok(score > 0 && score < 2, `${unit}: ${score} of 10`)
    }
    t.match(run('calendar', linesOf('huiyin-backup.timer')('OnCalendar')[0]!), '02:30:00')
  }
)
