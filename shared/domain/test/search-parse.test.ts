import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { HuiyinError } from '../src/errors.ts'
import type { QueryProblem } from '../src/search/invalid.ts'
import { parse } from '../src/search/parse.ts'
import { SEARCHED } from '../src/search/query.ts'
import { understand } from '../src/search/understand.ts'
import { print, type Written } from '../src/search/written.ts'

const NOW = Date.UTC(2026, 10, 18, 4) // a Wednesday, noon in Shanghai
const cut = (text: string) => text.match(/\p{Script=Han}{1,2}|[^\p{Script=Han}\s]+/gu) ?? []
const asking = { what: 'tickets', now: NOW, cut } as const
const queryOf = (text: string) => understand(text, asking).query
const says = (tokens: string) => ({ type: 'says', phrases: [{ tokens: tokens.split(' '), weight: 1 }] })
const day = (text: string) => Date.parse(`${text}T00:00:00+08:00`)

function problemOf(text: string, what: (typeof SEARCHED)[number] = 'tickets'): QueryProblem {
  try {
    understand(text, { ...asking, what })
  } catch (error) {
    if (error instanceof HuiyinError && error.code === 'QUERY_INVALID')
      return (error as HuiyinError & { query: QueryProblem }).query
    throw error
  }
  throw new Error(`${text} was understood`)
}

/** The part of the text that a refusal points at. */
const pointedAt = (text: string, what?: (typeof SEARCHED)[number]) => {
  const { from, to } = problemOf(text, what)
  return text.slice(from, to)
}

t.test('the language of searches', async t => {
  t.test('takes words that stand side by side as all wanted', async t =>
    t.same(queryOf('路灯 噪音'), { type: 'all', of: [says('路 灯'), says('噪 音')] })
  )

  t.test('takes what stands in quotation marks of any kind as one phrase', async t => {
    for (const text of ['"路灯坏了"', '“路灯坏了”', '”路灯坏了“', '＂路灯坏了＂', '「路灯坏了」', '『路灯坏了』'])
      t.same(queryOf(text), says('路 灯 坏 了'), text)
  })

  t.test('finds traditional characters and full-width letters as simplified and plain ones', async t => {
    t.same(queryOf('路燈'), queryOf('路灯'))
    t.same(queryOf('ＷｉＦｉ'), says('wifi'))
    t.same(queryOf('級別：紅色'), queryOf('level:red'))
  })

  t.test('leaves out what a minus or NOT stands before', async t => {
    const wanted = { type: 'all', of: [says('噪 音'), { type: 'not', of: says('施 工') }] }
    for (const text of ['噪音 -施工', '噪音 NOT 施工', '噪音 －施工', '噪音 AND NOT 施工'])
      t.same(queryOf(text), wanted, text)
  })

  t.test('takes a minus within a word or alone for a dash', async t => {
    t.same(queryOf('H7Q2-9KXM'), says('h7q2 9kxm'))
    t.same(queryOf('路灯 - 噪音'), queryOf('路灯 噪音'))
  })

  t.test('lets OR bind less than standing side by side', async t =>
    t.same(queryOf('路灯 噪音 或 井盖'), {
      type: 'any',
      of: [{ type: 'all', of: [says('路 灯'), says('噪 音')] }, says('井 盖')]
    })
  )

  t.test('takes parentheses of both widths', async t =>
    t.same(queryOf('噪音 （路灯 OR 井盖)'), {
      type: 'all',
      of: [says('噪 音'), { type: 'any', of: [says('路 灯'), says('井 盖')] }]
    })
  )

  t.test('takes the names of fields and values in both languages', async t => {
    t.same(queryOf('平台:微博'), { type: 'is', field: 'platform', values: ['weibo'] })
    t.same(queryOf('label:complaint,建议'), { type: 'is', field: 'label', values: ['complaint', 'suggestion'] })
    t.same(queryOf('级别：红色'), { type: 'is', field: 'level', values: ['red'] })
    t.same(queryOf('author:"王 小明"'), { type: 'is', field: 'author', values: ['王 小明'] })
    t.same(queryOf('编号:h7q2-9kxm'), { type: 'is', field: 'number', values: ['h7q2-9kxm'] })
  })

  t.test('counts days and weeks in Shanghai, weeks from Monday', async t => {
    const ranges: [string, string, string][] = [
      ['今天', '2026-11-18', '2026-11-19'],
      ['昨天', '2026-11-17', '2026-11-18'],
      ['上周', '2026-11-09', '2026-11-16'],
      ['last week', '2026-11-09', '2026-11-16'],
      ['本月', '2026-11-01', '2026-12-01'],
      ['last 7 days', '2026-11-12', '2026-11-19'],
      ['最近7天', '2026-11-12', '2026-11-19'],
      ['2026-11', '2026-11-01', '2026-12-01'],
      ['2026年2月', '2026-02-01', '2026-03-01'],
      ['2026-11-01..2026-11-20', '2026-11-01', '2026-11-21'],
      ['2026', '2026-01-01', '2027-01-01'],
      ['上季度', '2026-07-01', '2026-10-01']
    ]
    for (const [text, from, to] of ranges)
      t.same(queryOf(`date:${text}`), { type: 'range', field: 'date', from: day(from), to: day(to) }, text)
    t.same(queryOf('date:>=2026-11-01'), { type: 'range', field: 'date', from: day('2026-11-01') })
    t.same(queryOf('日期<2026-11'), { type: 'range', field: 'date', to: day('2026-11-01') })
    t.same(queryOf('due:超时'), { type: 'range', field: 'due', to: NOW })
  })

  t.test('takes risk in whole points', async t => {
    t.same(queryOf('risk:>=50'), { type: 'range', field: 'risk', from: 50 })
    t.same(queryOf('风险>50'), { type: 'range', field: 'risk', from: 51 })
    t.same(queryOf('risk:50..80'), { type: 'range', field: 'risk', from: 50, to: 81 })
  })

  t.test('takes a Latin word with ~ in other spellings too, and leaves ~ behind Han text alone', async t => {
    t.same(queryOf('wifi~'), { type: 'like', token: 'wifi', edits: 1 })
    t.same(queryOf('charger~2'), { type: 'like', token: 'charger', edits: 2 })
    t.same(queryOf('你好呀~'), queryOf('你好呀'))
    t.same(queryOf('10~20'), says('10 20'))
  })

  t.test('drops words that say nothing, but never all of them', async t => {
    t.same(queryOf('路灯 的'), says('路 灯'))
    t.same(queryOf('的'), says('的'))
  })

  t.test('asks a question of more than three words for most of them', async t => {
    const query = queryOf('路灯 噪音 井盖 漏水')
    t.match(query, { type: 'some', least: 3 })
    t.equal(query.type === 'some' && query.of.length, 4)
  })

  t.test('asks for eight words at most', async t => {
    const query = queryOf('一二 三四 五六 七八 九十 甲乙 丙丁 戊己 庚辛 壬癸')
    t.equal(query.type === 'some' && query.of.length, 8)
  })

  t.test('finds everything by nothing', async t => t.same(queryOf('  '), { type: 'everything' }))

  t.test('points at what it does not understand', async t => {
    t.equal(pointedAt('噪音 "没完'), '"没完')
    t.equal(pointedAt('(噪音 路灯'), '(')
    t.equal(pointedAt('噪音) 路灯'), ')')
    t.equal(pointedAt('噪音 OR'), 'OR')
    t.equal(pointedAt('噪音 level:紫色'), '紫色')
    t.equal(pointedAt('colour:red'), 'colour')
    t.equal(pointedAt('platform:'), 'platform:')
    t.equal(pointedAt('date:2026-13'), '2026-13')
    t.equal(pointedAt('date:2026-02-30'), '2026-02-30')
    t.equal(pointedAt('risk:200'), '200')
    t.equal(pointedAt('wifi~7'), '~7')
    t.equal(pointedAt('😀'), '😀')
    t.equal(pointedAt('"！"'), '"！"')
    t.equal(pointedAt('date:2026-11-20..2026-11-01'), '2026-11-20..2026-11-01')
  })

  t.test('names the fields that a kind has', async t => {
    t.match(problemOf('due:today', 'comments').en, /account, platform, label/)
    t.match(problemOf('label:complaint', 'posts').en, /account, platform/)
  })

  t.test('refuses what is too long, too deep or has too many parts', async t => {
    t.match(problemOf('字'.repeat(1001)), { from: 1000, to: 1001 })
    t.match(problemOf(`${'('.repeat(30)}a${')'.repeat(30)}`).en, /in one another/)
    t.match(problemOf('a '.repeat(80)).en, /at most 64/)
  })
})

const scrap = fc.constantFrom(
  ...[
    '(',
    ')',
    '（',
    '"',
    '”',
    '「',
    '」',
    '『',
    '-',
    '－',
    ' ',
    ' OR ',
    ' 或 ',
    ' NOT ',
    ' AND ',
    '~',
    '~2',
    ':',
    '：'
  ],
  ...['date:', '平台:', 'label：', 'risk>=', 'due:', '微博', 'red', '上周', 'last 7 days', '2026-11', '..', '50', ','],
  ...['噪音', '路燈', 'wifi', '的', 'Ω', 'ς', '\u{1f600}', '\ud800', '\u3000', '\n', 'é', '﹕', 'x:y', 'number:']
)
const anyText = fc.oneof(
  fc.array(scrap, { maxLength: 25 }).map(parts => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 })
)

function spansOf(written: Written): { from: number; to: number }[] {
  const inner = written.type === 'not' ? [written.of] : 'of' in written ? written.of : []
  return [written, ...(written.type === 'field' ? written.values : []), ...inner.flatMap(spansOf)]
}

const isWithin = ({ from, to }: { from: number; to: number }, text: string) =>
  Number.isInteger(from) && from >= 0 && from <= to && to <= text.length

const withoutSpans = (written: Written): unknown =>
  JSON.parse(JSON.stringify(written, (key, value) => (['from', 'to', 'quoted'].includes(key) ? undefined : value)))

t.test('whatever is written', async t => {
  t.test('is understood or refused with a place that lies in it', async () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...SEARCHED), (text, what) => {
        try {
          understand(text, { ...asking, what })
          return spansOf(parse(text)).every(span => isWithin(span, text))
        } catch (error) {
          if (!(error instanceof HuiyinError) || error.code !== 'QUERY_INVALID') throw error
          const { query } = error as HuiyinError & { query: QueryProblem }
          return isWithin(query, text) && query.en !== '' && query.zh !== ''
        }
      }),
      { numRuns: 5000 }
    )
  })

  t.test('is the same search when it is printed and read again', async t => {
    let understood = 0
    fc.assert(
      fc.property(anyText, text => {
        let written: Written
        try {
          written = parse(text)
        } catch {
          return true // refused: told above
        }
        understood += 1
        return isDeepStrictEqual(withoutSpans(parse(print(written))), withoutSpans(written))
      }),
      { numRuns: 3000 }
    )
    t.ok(understood > 500, `${understood} were understood`)
  })
})
