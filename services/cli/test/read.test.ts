import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { mappingOf } from '../src/import/columns.ts'
import type { Import } from '../src/import/observation.ts'
import { readComments, sourceOf } from '../src/import/read-comments.ts'
import { CSV_IN_GB18030 } from './fixtures.ts'

const NOW = Date.parse('2026-11-21T12:00:00+08:00')
const OFFICE: Omit<Import, 'writtenAt'> = { platform: 'weibo', account: '1001', as: 'auto', now: NOW }

function file(t: Test, name: string, content: string | Uint8Array): string {
  const path = join(t.testdir({}), name)
  writeFileSync(path, content)
  return path
}

async function read(t: Test, name: string, content: string | Uint8Array, of: Partial<Import> = {}, map: string[] = []) {
  const source = await sourceOf(file(t, name, content))
  const all = { source, observations: [] as Record<string, unknown>[], refused: [] as object[] }
  const options = { ...OFFICE, writtenAt: NOW, ...of }
  for await (const { observations, refused } of readComments(source, options, mappingOf(map))) {
    all.observations.push(...observations)
    all.refused.push(...refused)
  }
  return { ...all, texts: all.observations.map(({ text }) => text) }
}

t.test('a CSV file', async t => {
  t.test('in GB18030 is read as such without being told', async t => {
    const { source, observations, refused } = await read(t, '评论.csv', CSV_IN_GB18030)
    t.match(source, { format: 'CSV', encoding: { name: 'gb18030' } })
    t.match(observations, [
      {
        comment: 'a1',
        text: '桥头的护栏松了，谁来修？',
        author: { name: '河边住户' },
        publishedAt: Date.parse('2026-06-03T12:30+08:00')
      },
      { comment: 'a2', text: '㙍字也要认得' }
    ])
    t.same(refused, [])
  })

  t.test('keeps its quotes, commas and line breaks, and counts lines as an editor does', async t => {
    const { observations, refused } = await read(
      t,
      'a.csv',
      'id,text,date\r\n1,"第一行,\r\n第二行 ""引用""",2026-11-20\r\n\r\n2,没有时间,\r\n3,他说"好"的,2026-11-20\r\n'
    )
    t.same(
      observations.map(({ text }) => text),
      ['第一行,\n第二行 "引用"', '他说"好"的']
    )
    t.same(refused, [{ line: 5, reason: 'has no time' }])
  })

  t.test('loses only the line where a quote is never closed', async t => {
    const { texts, refused } = await read(
      t,
      'a.csv',
      'id,text,date\n1,一,2026-11-20\n2,"二,2026-11-20\n3,三,2026-11-20\n'
    )
    t.same(texts, ['一', '三'])
    t.same(refused, [{ line: 3, reason: 'has a quote that is never closed' }])
  })

  t.test('may be divided by tabs', async t => {
    t.same((await read(t, 'a.tsv', 'id\t评论内容\t发布时间\n1\t逗号,在文中\t2026-11-20\n')).texts, ['逗号,在文中'])
  })

  t.test('refuses a line with more columns than the heading', async t => {
    const { refused } = await read(t, 'a.csv', 'id,text,date\n1,修路,要多久,2026-11-20\n')
    t.same(refused, [{ line: 2, reason: 'has 4 columns where the heading has 3' }])
  })

  t.test('takes a byte order mark', async t => {
    const { observations } = await read(t, 'a.csv', '\uFEFF编号,留言,时间\n77,路灯不亮,2026-11-20\n')
    t.match(observations, [{ comment: '77', text: '路灯不亮' }])
  })

  t.test('that Excel wrote as Unicode text is read too', async t => {
    const { texts } = await read(
      t,
      'a.csv',
      Buffer.from('\uFEFFid\ttext\tdate\n1\t公交站太远\t2026-11-20\n', 'utf16le')
    )
    t.same(texts, ['公交站太远'])
  })

  t.test('reads the columns that it is told to', async t => {
    const { observations } = await read(t, 'a.csv', '甲,乙,text\n井盖丢了,2026-11-20,无关\n', {}, [
      'text=甲',
      'publishedAt=乙'
    ])
    t.match(observations, [{ text: '井盖丢了' }])
  })

  t.test('says which column is missing before it reads a line', async t => {
    await t.rejects(read(t, 'a.csv', 'id,内容\n1,好\n'), {
      code: 'INVALID_REQUEST',
      message: /no column for the time of a comment; its columns are id, 内容; say which with --map publishedAt=COLUMN/
    })
    await t.rejects(read(t, 'a.csv', 'id,text,date\n1,好,2026-11-20\n', {}, ['text=正文']), {
      message: /no column "正文"/
    })
  })
})

t.test('a JSONL file', async t => {
  t.test('in UTF-8 goes on after a broken line', async t => {
    const { texts, refused } = await read(
      t,
      'a.jsonl',
      '{"id":"1","text":"一","date":"2026-11-20"}\n{"id":"2","text":\n[3]\n{"id":"4","text":"四","date":"2026-11-20"}'
    )
    t.same(texts, ['一', '四'])
    t.same(refused, [
      { line: 2, reason: 'is not JSON' },
      { line: 3, reason: 'is JSON, but not an object' }
    ])
  })

  t.test('keeps every digit of an id that is written as a number', async t => {
    const { observations } = await read(t, 'a.jsonl', '{"id":7412345678901234567,"text":"一","time":1763600000}\n')
    t.match(observations, [{ comment: '7412345678901234567', publishedAt: 1_763_600_000_000 }])
  })

  t.test('is read as Weibo writes comments', async t => {
    const line = {
      id: 5_100_000_000_000_001,
      rootid: 5_100_000_000_000_000,
      text: '什么时候通水？',
      created_at: 'Fri Nov 20 14:03:22 +0800 2026',
      like_counts: 3,
      user: { id: 42, screen_name: '山里人', followers_count: 10 }
    }
    const { observations } = await read(t, 'a.jsonl', `${JSON.stringify(line)}\n`, { post: 'P9' })
    t.match(observations, [
      {
        id: 'weibo/1001/P9/5100000000000000/5100000000000001',
        key: 'weibo/1001/P9/5100000000000000',
        author: { id: '42', name: '山里人' },
        likes: 3,
        publishedAt: Date.parse('2026-11-20T14:03:22+08:00'),
        source: 'import',
        history: false
      }
    ])
  })

  t.test('that names only parents is put into threads by their first comment', async t => {
    const rows = [
      { id: 'c', parent: 'b', text: '丙', date: '2026-11-20' },
      { id: 'b', parent: 'a', text: '乙', date: '2026-11-20' },
      { id: 'a', text: '甲', date: '2026-11-20', parent: '' }
    ]
    const { observations } = await read(t, 'a.jsonl', rows.map(row => JSON.stringify(row)).join('\n'))
    t.same(
      observations.map(({ root }) => root),
      ['a', 'a', 'a']
    )
  })

  t.test('refuses a line whose bytes are no text, and keeps the others', async t => {
    const good = Buffer.from('{"id":"1","text":"完好","date":"2026-11-20"}\n')
    const bad = Buffer.concat([
      Buffer.from('{"id":"2","text":"'),
      Buffer.from([0xe5, 0xa5]),
      Buffer.from('","date":"2026-11-20"}\n')
    ])
    const { texts, refused } = await read(t, 'a.jsonl', Buffer.concat([good, bad, good]))
    t.same(texts, ['完好', '完好'])
    t.same(refused, [{ line: 2, reason: 'holds bytes that are not utf-8' }])
  })
})

t.test('a file without an extension', async t => {
  t.test('is JSONL when it begins with a brace', async t => {
    t.match((await read(t, 'comments', ' {"text":"好","date":"2026-11-20"}\n')).source, { format: 'JSONL' })
  })
  t.test('is CSV when it does not', async t => {
    t.match((await read(t, 'comments', 'text,date\n好,2026-11-20\n')).source, { format: 'CSV' })
  })
})

t.test('a file that cannot be imported', async t => {
  for (const [what, name, content, message] of [
    ['empty', 'a.csv', '', /is empty/],
    ['blank', 'a.jsonl', ' \n\n', /is empty/],
    ['a workbook', 'a.csv', Buffer.from('PK\u0003\u0004 and so on'), /Excel workbook or a ZIP; save it as CSV/],
    ['one JSON array', 'a.json', '[{"text":"好"}]', /one JSON array; one object per line/],
    ['no JSON at all', 'a.jsonl', 'id,text\n1,好\n', /does not begin with a JSON object/]
  ] as const) {
    t.test(`because it is ${what} says so`, async t =>
      t.rejects(read(t, name, content), { code: 'INVALID_REQUEST', message })
    )
  }
  t.test('because it is not there or a folder says so', async t => {
    await t.rejects(sourceOf(join(t.testdir({}), 'none.csv')), { code: 'INVALID_REQUEST', message: /is not there/ })
    await t.rejects(sourceOf(t.testdir({})), { code: 'INVALID_REQUEST', message: /is a folder/ })
  })
})

t.test('an imported comment', async t => {
  const csv = (date: string) => `text,date,author\n坑洼难行,${date},阿强\n`
  t.test('without an id has the same one every time, and another when its words differ', async t => {
    const [first] = (await read(t, 'a.csv', csv('2026-11-20'))).observations
    const [again] = (await read(t, 'b.csv', csv('2026/11/20 00:00'), { now: NOW + 1000 })).observations
    const [other] = (await read(t, 'b.csv', csv('2026-11-20').replace('难行', '积水'))).observations
    t.equal(first!.id, again!.id)
    t.not(first!.id, other!.id)
  })

  t.test('is history when it is older than seven days, unless the person says otherwise', async t => {
    const history = async (date: string, as: Import['as']) =>
      (await read(t, 'a.csv', csv(date), { as })).observations[0]!.history
    t.equal(await history('2026-11-14 12:00', 'auto'), false)
    t.equal(await history('2026-11-14 11:59', 'auto'), true)
    t.equal(await history('2020-01-01', 'live'), false)
    t.equal(await history('2026-11-21 11:59', 'history'), true)
  })

  t.test('is as new as its file: what a collector saw later stays', async t => {
    const writtenAt = NOW - 3_600_000
    t.match((await read(t, 'a.csv', csv('2026-11-20'), { writtenAt })).observations, [{ observedAt: writtenAt }])
  })

  t.test('is ours when its author is the account', async t => {
    const { observations } = await read(t, 'a.csv', 'text,date,user_id\n已处理,2026-11-20,1001\n谢谢,2026-11-20,7\n')
    t.same(
      observations.map(({ ours }) => ours),
      [true, false]
    )
  })

  t.test('that is too long is cut and says so', async t => {
    const { observations } = await read(t, 'a.csv', `text,date\n${'长'.repeat(20_001)},2026-11-20\n`)
    t.match(observations, [{ cut: { length: 20_001 } }])
    t.equal((observations[0]!.text as string).length, 20_000)
  })

  t.test('from the future is refused', async t => {
    t.match((await read(t, 'a.csv', csv('2026-11-23'))).refused, [{ line: 2, reason: /still to come/ }])
  })

  t.test('on WeChat needs its post, because ids count per post there', async t => {
    t.match((await read(t, 'a.csv', csv('2026-11-20'), { platform: 'wechat' })).refused, [{ reason: /--post ID/ }])
    t.match((await read(t, 'a.csv', csv('2026-11-20'), { platform: 'wechat', post: '9_1' })).observations, [
      { post: '9_1' }
    ])
  })
})
