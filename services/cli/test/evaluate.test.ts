import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { widthOf } from '../src/table.ts'
import { runHuiyin } from './command.ts'
import { jsonl } from './house.ts'

const ROWS = [
  { text: '请问办理居住证需要带什么材料', label: 'inquiry', source: '自编（甲）' },
  { text: '建议在学校门口加装一个红绿灯', label: 'suggestion', source: '自编（甲）' },
  { text: '垃圾堆了一个星期没人清，臭死了', label: 'complaint', source: 'b' },
  { text: '哈哈哈哈', label: 'other', source: 'b' }
]

const huiyin = (t: Test, ...args: string[]) => runHuiyin(join(t.testdirName, 'data'), 'evaluate', ...args)

function fileIn(t: Test, name: string, content: string): string {
  const file = join(t.testdirName, name)
  writeFileSync(file, content)
  return file
}

t.test('huiyin evaluate', async t => {
  t.test('prints a table whose columns stand under one another', async t => {
    t.testdir({})
    const { code, stdout, stderr } = await huiyin(t, '--task', 'intent', '--data', fileIn(t, 'a.jsonl', jsonl(ROWS)))
    t.equal(code, 0)
    t.equal(stderr, '')
    t.match(stdout, /texts +4\n/)
    t.match(stdout, /macro-F1 +\d\.\d{3} \(\d\.\d{3} to \d\.\d{3} in 95 of 100\)/)
    t.match(stdout, /throughput +[\d,]+ texts\/s/)
    t.match(stdout, /missed +\d+\.\d %: \d of 3 that want something/)
    t.match(stdout, /in review +\d+\.\d %: \d of 4/)
    const lines = stdout.split('\n')
    const sources = lines.slice(lines.findIndex(line => line.startsWith('source')))
    t.match(sources[1], /^自编（甲）/)
    t.equal(new Set(sources.slice(0, 3).map(widthOf)).size, 1)
  })

  t.test('prints one JSON object, of all files together', async t => {
    t.testdir({})
    const files = [fileIn(t, 'a.jsonl', jsonl(ROWS)), fileIn(t, 'b.jsonl', jsonl(ROWS.slice(3)))]
    const { code, stdout } = await huiyin(t, '--task', 'intent', '--json', ...files.flatMap(file => ['--data', file]))
    t.equal(code, 0)
    t.equal(stdout.trimEnd().split('\n').length, 1)
    const [share, count] = [Number, Number]
    t.match(JSON.parse(stdout), {
      n: 5,
      accuracy: share,
      macroF1: share,
      macroF1Interval: [share, share],
      perClass: { inquiry: { precision: share, recall: share, f1: share, count: 1 }, other: { count: 2 } },
      confusion: { other: Object },
      ece: share,
      perSecond: count,
      missRate: share,
      reviewShare: share,
      sources: { '自编（甲）': { count: 2, accuracy: share, macroF1: share } }
    })
  })

  t.test('chooses among the classes named', async t => {
    t.testdir({})
    const file = fileIn(t, 'a.jsonl', jsonl(ROWS))
    const args = ['--task', 'intent', '--data', file, '--classes', 'inquiry,complaint', '--json']
    const { n, confusion, leftOut } = JSON.parse((await huiyin(t, ...args)).stdout)
    t.same({ n, leftOut }, { n: 2, leftOut: 2 })
    t.same(Object.keys(confusion).sort(), ['complaint', 'inquiry'])
  })

  for (const [what, args, message] of [
    [
      'a task that it does not know',
      ['--task', 'mood', '--held-out'],
      /'mood' is invalid. Allowed choices are intent,/
    ],
    ['no file', ['--task', 'intent'], /Expected --data FILE .* or --held-out; got neither/],
    ['a class that it does not know', ['--task', 'dept', '--held-out', '--classes', '交通运输,x'], /among .*; got "x"/],
    ['a threshold that is none', ['--task', 'intent', '--held-out', '--review-below', '2'], /a number from 0 to 1/]
  ] as const) {
    t.test(`ends with 2 and one sentence for ${what}`, async t => {
      t.testdir({})
      const { code, stdout, stderr } = await huiyin(t, ...args)
      t.equal(code, 2)
      t.equal(stdout, '')
      t.match(stderr, message)
      t.match(stderr, /^huiyin: [^\n]+\n$/)
    })
  }

  t.test('ends with 1 and one sentence for a file that cannot be measured', async t => {
    t.testdir({})
    for (const [content, message] of [
      ['', /a\.jsonl is empty/],
      [`${jsonl(ROWS)}{"text":`, /a\.jsonl:5: expected one JSON object per line/]
    ] as const) {
      const { code, stdout, stderr } = await huiyin(t, '--task', 'intent', '--data', fileIn(t, 'a.jsonl', content))
      t.same({ code, stdout }, { code: 1, stdout: '' })
      t.match(stderr, message)
      t.match(stderr, /^huiyin: [^\n]+\n$/)
    }
  })

  t.test('counts bad lines where it is told to', async t => {
    t.testdir({})
    const file = fileIn(t, 'a.jsonl', `${jsonl(ROWS)}{"text":\n`)
    const { code, stdout } = await huiyin(t, '--task', 'intent', '--data', file, '--skip-bad')
    t.equal(code, 0)
    t.match(stdout, /\nLines skipped, not understood: 1\n/)
  })

  t.test('measures other weights only where there are some', async t => {
    const empty = t.testdir({})
    t.match(await huiyin(t, '--task', 'intent', '--held-out', '--model', empty), { code: 1, stderr: /has no weights/ })
  })
})
