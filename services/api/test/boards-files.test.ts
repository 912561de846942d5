import { setTimeout as sleep } from 'node:timers/promises'
import { logUnavailable } from '@huiyin/domain/errors.ts'
import exceljs from 'exceljs'
import t, { type Test } from 'tap'
import { citizenWrites, enter, type House, openHouse, type Person } from './house.ts'

const LEADER = { id: 'liu', name: '刘县长', role: 'leader' }
const EDITOR = { id: 'li', name: '李静', role: 'editor' }

let count = 0
const asks = (house: House, text: string, postTitle = '停水通知') => {
  const native = `c${++count}`
  const of = { platform: 'weibo', account: '1001', post: 'p1', root: native, comment: native } as const
  const id = ['weibo', '1001', 'p1', native, native].join('/')
  const author = { id: `u${count}`, name: '网友' }
  return citizenWrites(house, { ...of, author, text, postTitle, id, key: `weibo/1001/p1/${native}` })
}

async function counted(person: Person): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (!(await person.get('/api/boards/overview?span=today')).json().counting) return
    await sleep(10)
  }
  throw new Error('The house never came to an end of counting')
}

async function office(t: Test) {
  const house = await openHouse(t)
  await asks(house, '停水两天了，电话 13812345678')
  await asks(house, '停水什么时候恢复', '=HYPERLINK("http://x")')
  const leader = await enter(house, LEADER)
  await counted(leader)
  return { house, leader }
}

t.test('a dashboard as a table', async t => {
  t.test('has a byte order mark, the time zone, when it was counted, and how each figure is counted', async t => {
    const { leader } = await office(t)
    const answer = await leader.get('/api/boards/overview.csv?span=today')
    t.equal(answer.rawPayload.subarray(0, 3).toString('hex'), 'efbbbf')
    t.equal(answer.headers['content-type'], 'text/csv; charset=utf-8')
    t.match(answer.body, /时区：Asia\/Shanghai；统计时点：2026-11-21 12:00/)
    t.match(answer.body, /\r\ncomments,评论量,条,2,,0,,本单位账号发布内容下由公众发布的评论/)
    t.match(answer.body, /\r\nreply-rate-24h,24小时回复率,比例,,0,,0,24小时内首次回复 ÷ 应首次回复/)
    const english = await leader.get('/api/boards/overview.csv?span=today&lang=en')
    t.match(english.body, /Time zone: Asia\/Shanghai; counted at 2026-11-21 12:00/)
    t.notMatch(english.body.replaceAll('云溪发布', ''), /\p{Script=Han}/u, 'but the names of accounts')
  })

  t.test('opens as a workbook with the same numbers, sheet by sheet', async t => {
    const { leader } = await office(t)
    const { rawPayload } = await leader.get('/api/boards/overview.xlsx?span=week')
    const book = new exceljs.Workbook()
    await book.xlsx.load(rawPayload as never)
    t.same(
      book.worksheets.map(({ name }) => name),
      ['指标', '构成', '走势', '账号', '单位']
    )
    const line = book.worksheets[0]!.getSheetValues().find(row => Array.isArray(row) && row[1] === 'cases') as unknown[]
    t.equal(line[4], 2)
    const mood = new exceljs.Workbook()
    await mood.xlsx.load((await leader.get('/api/boards/mood.xlsx?span=week')).rawPayload as never)
    t.same(
      mood.worksheets.map(({ name }) => name),
      ['走势', '分项', '增多的词', '期间事项']
    )
  })

  t.test('lists what is behind a number, masked as in lists, and no cell is a formula', async t => {
    const { leader } = await office(t)
    const answer = await leader.get('/api/boards/rows.csv?span=today&figure=comments')
    t.match(answer.body, /共 2 条/)
    t.match(answer.body, /138\*{4}5678/)
    t.notMatch(answer.body, /13812345678/)
    t.match(answer.body, /'=HYPERLINK/)
    t.match((await leader.get('/api/boards/rows.csv?span=today&figure=cases')).body, /计入时间,编号,状态/)
    const xlsx = new exceljs.Workbook()
    await xlsx.xlsx.load((await leader.get('/api/boards/rows.xlsx?span=today&figure=cases')).rawPayload as never)
    t.equal(xlsx.worksheets[0]!.name, '明细')
  })

  t.test('of a list goes only to those who may export tickets', async t => {
    const { house } = await office(t)
    const editor = await enter(house, EDITOR)
    t.match((await editor.get('/api/boards/rows.csv?span=today&figure=cases')).json(), { code: 'NOT_ALLOWED' })
    t.equal((await editor.get('/api/boards/overview.csv?span=today')).statusCode, 200)
  })

  t.test('is not told where the log does not take that somebody took it', async t => {
    const { house, leader } = await office(t)
    house.events.append = async () => {
      throw logUnavailable(new Error('away'))
    }
    for (const path of ['overview.csv?span=today', 'mood.xlsx?span=today', 'rows.csv?span=today&figure=cases'])
      t.match((await leader.get(`/api/boards/${path}`)).json(), { code: 'LOG_UNAVAILABLE' }, path)
  })
})
