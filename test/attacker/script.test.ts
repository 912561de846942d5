import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { citizenWrites, at as ticketAt } from '../../services/api/test/house.ts'
import { OWN, sideOf } from '../../services/api/test/walk/town.ts'
import { browserFor, PATIENCE } from '../journeys/browser.ts'
import { besiege, type Siege } from './siege.ts'

/** A real browser shows what citizens wrote who mean harm, and visits pages of people who do. */

const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
const webRoot = join(import.meta.dirname, '../../dashboards/web/dist')
const RUN = 'window.caught=1;alert(1)'
const HOSTILE = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `"><svg onload="${RUN}">`,
  `</style><iframe srcdoc="<script>parent.${RUN}</script>">`,
  `{{constructor.constructor('${RUN}')()}}`
]

const openBrowserAt = async (t: Test, siege: Siege) => {
  const browser = await browserFor(t)
  if (!browser) return
  const context = await browser.newContext({ locale: 'zh-CN' })
  context.setDefaultTimeout(PATIENCE)
  const [name = '', value = ''] = (await siege.cookieOf(HEAD)).split('=')
  await context.addCookies([
    { name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict', secure: false }
  ])
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('dialog', dialog => {
    wrong.push(`a dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('pageerror', error => wrong.push(error.message))
  page.on('console', message => {
    if (/content security policy/i.test(message.text())) wrong.push(message.text())
  })
  const caught = () => page.evaluate('window.caught')
  return { context, page, wrong, caught }
}

t.test('in a real browser', async t => {
  const siege = await besiege(t, { settings: { demo: false, version: '0.1.0', webRoot } })
  const { house, origin, post } = siege

  t.test('what a citizen wrote, is called and links to is words, wherever it stands', async t => {
    const opened = await openBrowserAt(t, siege)
    if (!opened) return
    const { page, wrong, caught } = opened
    const ids = []
    for (const [n, hostile] of HOSTILE.entries())
      ids.push(
        await citizenWrites(house, {
          ...{ platform: 'weibo', account: '1001', post: 'p1', root: `x${n}`, comment: `x${n}` },
          ...{ author: { id: `x${n}`, name: hostile }, text: `${hostile}积水很深`, publishedAt: house.time.now },
          ...{ link: `javascript:${RUN}`, postTitle: hostile, place: hostile } // as an earlier version has kept it
        })
      )
    const cookie = (await opened.context.cookies()).map(({ name, value }) => `${name}=${value}`).join()
    const url = ticketAt(ids[1]!)
    await post(`${url}/notes`, { text: HOSTILE[1]! }, { cookie, 'idempotency-key': 'note' })
    const file = new FormData()
    file.set('file', new File(['积水'], `${HOSTILE[1]!.replaceAll('/', '')}.txt`))
    const added = await fetch(`${origin}${url}/attachments`, {
      method: 'POST',
      body: file,
      headers: { cookie, origin, 'idempotency-key': 'file' }
    })
    t.equal(added.status, 200)

    const views = ['', `?tab=all&ticket=${encodeURIComponent(ids[1]!)}`, '?view=comments', '?view=people']
    for (const view of views) {
      await page.goto(`${origin}/${view}`)
      const shown = page.getByText(view.includes('people') ? HEAD.name : 'onerror') // it is there, as words
      await shown.locator('visible=true').first().waitFor()
      if (view.includes('ticket=')) await page.getByRole('heading', { name: '对话' }).waitFor()
      t.equal(await caught(), undefined, view)
      const links = page.locator('a[href^="javascript:" i]')
      for (const link of await links.all()) await link.click({ force: true })
      t.equal(await caught(), undefined, `${view}, its links clicked`)
      for (const tag of ['script:not([src])', 'iframe', 'svg[onload]', 'img[onerror]'])
        t.equal(await page.locator(tag).count(), 0, `${view} has no ${tag}`)
    }
    t.same(
      wrong.filter(one => !/React has blocked a javascript: URL|javascript:/.test(one)),
      []
    )
  })

  t.test('the documentation of the api runs under the same policy', async t => {
    const opened = await openBrowserAt(t, siege)
    if (!opened) return
    await opened.page.goto(`${origin}/api/docs/`)
    await opened.page.locator('.opblock').first().waitFor()
    const held = opened.wrong.filter(one => !one.startsWith('Applying inline style')) // of the library's own, and not missed
    t.same(held, [])
  })

  t.test('a page beside ours, to which a browser sends our cookie too, changes nothing and reads nothing', async t => {
    const opened = await openBrowserAt(t, siege)
    if (!opened) return
    const { ticket } = await sideOf(house, OWN)
    const before = JSON.stringify((await house.store.tickets.get(ticket))!.document)
    const url = `${origin}${ticketAt(ticket)}/acknowledge`
    const page = `<!doctype html><form method="post" enctype="text/plain" action="${url}"><input name='{"a":"' value='"}'></form>
      <script src="/evil.js"></script>`
    const script = `
      const ask = (options) => fetch(${JSON.stringify(url)}, { method: 'POST', credentials: 'include', ...options })
        .then(({ type, status }) => type + ' ' + status, () => 'refused')
      Promise.all([
        ask({ mode: 'no-cors', body: '{}' }),
        ask({ mode: 'cors', body: '{}', headers: { 'content-type': 'application/json', 'idempotency-key': 'x' } }),
        fetch(${JSON.stringify(`${origin}/api/tickets`)}, { credentials: 'include' }).then(() => 'read', () => 'refused'),
        new Promise(done => {
          const live = new EventSource(${JSON.stringify(`${origin}/api/events`)}, { withCredentials: true })
          live.onopen = () => done('read')
          live.onerror = () => done('refused')
        })
      ]).then(found => { document.title = JSON.stringify(found) })`
    const pages: Record<string, [type: string, body: string]> = {
      '/evil.js': ['text/javascript', script],
      '/frame': ['text/html', `<iframe src="${origin}/"></iframe>`]
    }
    const evil = createServer(({ url = '' }, answer) => {
      const [type, body] = pages[url] ?? ['text/html', page]
      answer.setHeader('content-type', type).end(body)
    }).listen(0, '127.0.0.1')
    await once(evil, 'listening')
    t.teardown(() => evil.close())
    const { port } = evil.address() as AddressInfo
    siege.warned()
    await opened.page.goto(`http://127.0.0.1:${port}/`)
    await opened.page.waitForFunction('document.title !== ""')
    t.same(JSON.parse(await opened.page.title()), ['refused', 'refused', 'refused', 'refused'])
    const sent = opened.page.waitForResponse(url)
    await opened.page.locator('form').evaluate(form => (form as unknown as { submit: () => void }).submit())
    t.equal((await sent).status(), 403)
    t.match(
      siege.warned().map(({ code }) => code),
      ['CROSS_SITE', 'CROSS_SITE']
    )
    t.equal(JSON.stringify((await house.store.tickets.get(ticket))!.document), before)
    const around = await opened.context.newPage()
    await around.goto(`http://127.0.0.1:${port}/frame`)
    const framed = around.frames().map(frame => frame.url())
    t.notOk(framed.includes(`${origin}/`), 'our page stands in no frame of theirs')
  })
})
