import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { logFile } from '../src/watch/log-file.ts'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 10, 22, 4) // 12:00 in Beijing

function open(t: Test, more: { days?: number; warnMegabytes?: number } = {}) {
  const folder = t.testdir({})
  const time = { now: NOON }
  const told: string[] = []
  const of = { path: join(folder, 'huiyin.log'), days: 190, warnMegabytes: 1_000, now: () => time.now }
  const file = logFile({ ...of, ...more, told: problem => void told.push(problem) })
  t.teardown(file.close)
  return { folder, time, told, file, files: async () => (await readdir(folder)).sort() }
}

t.test('the log file', async t => {
  t.test('begins anew at midnight in Beijing, and yesterday’s is compressed without losing a line', async t => {
    const { folder, time, file, files } = open(t)
    file.write('one\n')
    time.now = Date.UTC(2026, 10, 22, 15, 59)
    file.write('two\n')
    time.now = Date.UTC(2026, 10, 22, 16)
    file.write('three\n')
    await file.idle()
    t.same(await files(), ['huiyin-2026-11-22.log.gz', 'huiyin-2026-11-23.log'])
    t.equal(gunzipSync(await readFile(join(folder, 'huiyin-2026-11-22.log.gz'))).toString(), 'one\ntwo\n')
    t.equal(await readFile(join(folder, 'huiyin-2026-11-23.log'), 'utf8'), 'three\n')
  })

  t.test('goes on in the day’s file after a restart, and two processes may write it', async t => {
    const { folder, file } = open(t)
    const other = logFile({
      ...{ path: join(folder, 'huiyin.log'), days: 190, warnMegabytes: 1_000 },
      now: () => NOON,
      told: t.fail
    })
    file.write('one\n')
    other.write('two\n')
    file.write('three\n')
    other.close()
    t.equal(await readFile(join(folder, 'huiyin-2026-11-22.log'), 'utf8'), 'one\ntwo\nthree\n')
  })

  t.test('goes when it is older than 190 days, and not a day before; what is no log of ours stays', async t => {
    const { folder, time, file, files } = open(t)
    const dayOf = (ago: number) => new Date(NOON + DAY - ago * DAY).toISOString().slice(0, 10)
    const put = (name: string) => writeFile(join(folder, name), 'x')
    for (const ago of [180, 190, 191, 400]) await put(`huiyin-${dayOf(ago)}.log.gz`)
    await Promise.all([
      put('huiyin-desk-2020-01-01.log'),
      put('huiyin-2020-01-01.txt'),
      put('letters-2020-01-01.log.gz')
    ])
    time.now += DAY
    file.write('one\n')
    await file.idle()
    t.same(
      await files(),
      [
        `huiyin-${dayOf(190)}.log.gz`,
        `huiyin-${dayOf(180)}.log.gz`,
        'huiyin-2020-01-01.txt',
        'huiyin-2026-11-23.log',
        'huiyin-desk-2020-01-01.log',
        'letters-2020-01-01.log.gz'
      ].sort()
    )
  })

  t.test('says that it takes more than was foreseen, and removes nothing for it', async t => {
    const { folder, time, told, file, files } = open(t, { warnMegabytes: 1 })
    await writeFile(join(folder, 'huiyin-2026-11-20.log.gz'), Buffer.alloc(3_000_000))
    time.now += DAY
    file.write('one\n')
    await file.idle()
    t.match(told, [/log files take 3 MB of the 1 that were foreseen; none is removed/])
    t.same((await files()).length, 2)
    t.ok(file.standing().bytes > 3_000_000)
  })

  t.test('that cannot be written stops nothing: it is said once and counted', async t => {
    const { folder, told, file } = open(t)
    await mkdir(join(folder, 'huiyin-2026-11-22.log'))
    for (let i = 0; i < 5; i++) file.write('line\n')
    t.equal(file.standing().failures, 5)
    t.match(told, [/cannot be written \(EISDIR\)/])
    t.equal(told.length, 1)
  })

  t.test('is compressed by another process when the one that began has gone', async t => {
    const { folder, file, files } = open(t)
    await writeFile(join(folder, 'huiyin-2026-11-20.log'), 'old\n')
    await writeFile(join(folder, 'huiyin-2026-11-20.log.gz.part'), 'half')
    await utimes(join(folder, 'huiyin-2026-11-20.log.gz.part'), new Date(NOON - DAY), new Date(NOON - DAY))
    await writeFile(join(folder, 'huiyin-2026-11-21.log'), 'newer\n')
    await writeFile(join(folder, 'huiyin-2026-11-21.log.gz.part'), 'half')
    await utimes(join(folder, 'huiyin-2026-11-21.log.gz.part'), new Date(NOON), new Date(NOON))
    file.write('one\n')
    await file.idle()
    const gone = gunzipSync(await readFile(join(folder, 'huiyin-2026-11-20.log.gz'))).toString()
    t.equal(gone, 'old\n')
    t.same(await files(), [
      'huiyin-2026-11-20.log.gz',
      'huiyin-2026-11-21.log',
      'huiyin-2026-11-21.log.gz.part',
      'huiyin-2026-11-22.log'
    ])
  })
})
