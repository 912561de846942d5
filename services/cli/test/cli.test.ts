import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENVIRONMENT } from '@huiyin/schemas/settings.ts'
import t, { type Test } from 'tap'
import { BIN, runHuiyin } from './command.ts'

const huiyin = (t: Test, ...args: string[]) => runHuiyin(join(t.testdirName, 'data'), ...args)

const OFFICE = ['--platform', 'weibo', '--account', 'demo']

t.test('the command line', async t => {
  t.test('imports a file and says what became of it and what comes next', async t => {
    const file = join(t.testdir({}), 'a.csv')
    writeFileSync(file, 'id,内容,时间\n1,桥上的灯坏了,2026-01-05\n2,没有时间,\n')
    const { code, stdout, stderr } = await huiyin(t, 'import', file, ...OFFICE)
    t.equal(code, 0)
    t.equal(stderr, '')
    t.match(stdout, /read +2\n/)
    t.match(stdout, /taken +1 +1 as history, 0 live\n/)
    t.match(stdout, /line 3 has no time/)
    t.match(stdout, /All refused lines are in .+a\.csv\.refused\.jsonl/)
    t.match(stdout, /Next: npm start, then see them under comments/)
  })

  for (const [what, args, message] of [
    ['a file that is not there', ['import', 'none.csv', ...OFFICE], /^huiyin: none\.csv is not there\n$/],
    [
      'a platform that it does not know',
      ['import', 'a.csv', '--platform', 'x', '--account', '1'],
      /^huiyin: .*--platform.* wechat, weibo/
    ],
    [
      'a field that it does not know',
      ['import', 'a.csv', ...OFFICE, '--map', 'words=a'],
      /^huiyin: .*the fields are id, text/
    ],
    [
      'an encoding that nobody knows',
      ['import', BIN, ...OFFICE, '--encoding', 'klingon'],
      /^huiyin: "klingon" is not an encoding/
    ],
    ['a command that it does not know', ['fly'], /^huiyin: unknown command 'fly'\n$/]
  ] as const) {
    t.test(`says ${what} in one sentence and ends with 1`, async t => {
      t.testdir({})
      const { code, stdout, stderr } = await huiyin(t, ...args)
      t.equal(code, 1)
      t.equal(stdout, '')
      t.match(stderr, message)
      t.equal(stderr.trimEnd().split('\n').length, 1)
    })
  }

  t.test('prints every setting', async t => {
    t.testdir({})
    const { code, stdout } = await huiyin(t, 'settings')
    t.equal(code, 0)
    for (const variable of Object.keys(ENVIRONMENT)) t.match(stdout, variable)
  })

  t.test('tells its version and its commands', async t => {
    t.testdir({})
    t.match(await huiyin(t, '--version'), { code: 0, stdout: /^\d+\.\d+\.\d+\n$/ })
    const { stdout } = await huiyin(t, '--help')
    for (const command of ['import', 'parked', 'evaluate', 'train', 'settings']) t.match(stdout, command)
  })

  t.test('lists what is parked, without making a house that is not there', async t => {
    const folder = t.testdir({})
    t.match(await huiyin(t, 'parked', 'list'), { code: 1, stderr: /^huiyin: Nothing is kept in .* yet; npm start or / })
    t.notOk(existsSync(join(folder, 'data')))
    writeFileSync(join(folder, 'a.csv'), 'text,time\n桥上的灯坏了,2026-01-05\n')
    await huiyin(t, 'import', join(folder, 'a.csv'), ...OFFICE)
    t.match(await huiyin(t, 'parked', 'list'), { code: 0, stdout: 'Nothing is parked.\n' })
  })
})
