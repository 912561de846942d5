import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import t from 'tap'
import { browserFor, PATIENCE } from './browser.ts'
import { signIn, until } from './house.ts'
import { freePort, type Office, openOffice } from './office.ts'
import { does, HOUR, ticketFor, ticketUntil, toldOf, view } from './tickets.ts'

const TEXT = '城南小区三号楼门口积水两天没退，老人孩子出行困难，投诉了没人管。'
const RESULT = '今晚 21 时已抽干，共 3 处；管网改造下月开工。'
const DESK = '水务局值班室'
const DUTY = { department: '水务局', contacts: [{ channel: 'webhook', address: 'shuiwu-zhiban' }] }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64'
)

/** Somebody's telephone: small, in Chinese. */
async function onTelephone(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

type Told = { to?: string; handle?: string }

/** What the duty desk was told of dispatches of one ticket. */
const deskTold = (office: Office, number: string): Told[] =>
  toldOf(office, { number })
    .flatMap(({ type, data }) => (type === 'ticket.dispatched' ? [data as Told] : []))
    .filter(({ to }) => to === DUTY.contacts[0]!.address)

const isWide = (page: Page) => page.evaluate('document.documentElement.scrollWidth > innerWidth')

t.test('a department without an account', async t => {
  const port = await freePort()
  const office = await openOffice({ folder: t.testdir(), port, publicUrl: `http://127.0.0.1:${port}` })
  t.teardown(office.close)
  const client = await signIn(office)
  const [post] = office.posts
  office.simulator.control.postComment({ platform: 'wechat', account: post!.account, post: post!.id, text: TEXT })
  const { id, number } = await ticketFor(client, TEXT, 'wechat')
  await client('PUT', `/duties/${encodeURIComponent(DUTY.department)}`, DUTY)
  const { dispatches } = (await does(client, id, 'dispatches', { department: '水务局', request: '请今晚抽排并反馈' }))
    .body
  const dispatch: string = dispatches[0].id
  office.clock.pass(60_000) // it has left
  const links = `/tickets/${encodeURIComponent(id)}/dispatches/${dispatch}/links`
  const issued = await client('POST', links, { to: DESK }, { 'idempotency-key': randomUUID() })
  const address = new URL(issued.body.address, office.url).href

  await t.test('is told of the dispatch where its duty desk is reached, with a page of its own', async t => {
    const told = await until(
      'an alert of the dispatch',
      async () => deskTold(office, number),
      ({ length }) => length > 0
    )
    t.match(told, [{ department: '水务局', handle: /\/d\/[\w-]{22}\.[\w-]{22}$/ }])
    const page = await (await fetch(told[0]!.handle!)).text()
    for (const words of ['待签收', '请今晚抽排并反馈']) t.ok(page.includes(words), words)
  })

  await t.test('is given a link that tells nothing of the citizen or the ticket', async t => {
    t.equal(issued.status, 200)
    t.equal(new URL(address).origin, office.url)
    t.match(new URL(address).pathname, /^\/d\/[\w-]{22}\.[\w-]{22}$/)
  })

  const browser = await browserFor(t)
  if (!browser) return
  const page = await onTelephone(browser, address)

  await t.test('reads the case on a telephone, and nothing has happened by that', async t => {
    const said = await page.innerText('body')
    for (const words of ['待签收', '请今晚抽排并反馈', TEXT, '还剩']) t.ok(said.includes(words), words)
    t.notOk(await isWide(page))
    t.equal((await view(client, id)).dispatches[0]?.state, 'dispatched')
  })

  await t.test('signs for it and goes on to the result', async t => {
    await page.click('button:has-text("签收")')
    t.match(await page.innerText('h1'), '已签收')
    t.equal((await view(client, id)).dispatches[0]?.state, 'signed')
    await page.click('a:has-text("返回派单")')
    t.match(await page.innerText('body'), '办理中')
  })

  await t.test('returns the result with a photograph, which the office finds as it was', async t => {
    await page.fill('textarea[name=text]', RESULT)
    await page.setInputFiles('input[type=file]', { name: '现场照片.png', mimeType: 'image/png', buffer: PNG })
    await page.click('button:has-text("提交结果")')
    t.match(await page.innerText('h1'), '结果已提交')
    const ticket = await ticketUntil(client, id, 'the result in the timeline', ({ history }) =>
      history.some(({ type }) => type === 'dispatch.returned')
    )
    t.match(ticket.dispatches, [{ state: 'returned', result: { text: RESULT, by: { name: DESK, role: 'recipient' } } }])
    t.match(ticket.attachments, [{ fileName: '现场照片.png', type: 'image/png', by: DESK, bytes: PNG.length }])
    const types = ticket.history.map(({ type }) => type)
    for (const type of ['dispatch.linked', 'dispatch.opened', 'dispatch.signed', 'attachment.added'] as const)
      t.ok(types.includes(type), type)
  })

  await t.test('finds no more to do by it, and nothing at all once it has expired', async t => {
    await page.goto(address)
    t.match(await page.innerText('body'), RESULT)
    t.equal(await page.locator('form').count(), 0)
    office.clock.pass(40 * 24 * HOUR)
    const answer = await page.goto(address)
    t.equal(answer?.status(), 410)
    t.match(await page.innerText('h1'), '链接已过期')
  })
})
