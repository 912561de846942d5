import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TicketList, TicketRow } from '@huiyin/schemas/api.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { builtPage } from '../../dashboards/web/build/page.ts'
import { openBrowser } from '../../dashboards/web/test/chromium.ts'
import { ended, ready, start } from './api-process.ts'
import { figure, machine, table, verdict } from './machine.ts'
import { countLive, enter, firstPaint, interactions, scriptsOf, traced, type Weight, weigh } from './web-browser.ts'

const GOALS = { paint: 1_000, interaction: 100, script: 350 * 1_024 }
const SLOWED = 4 // times: about an office PC of 2013
const UPDATES = 1_000
const UPDATED = 50 // tickets, each again and again
const LIST = '/?tab=all&sort=newest'

type Sizes = { n: number; quick: boolean }
type Place = { browser: Browser; url: string; webRoot: string; context: BrowserContext }

/**
 * The page before `n` open tickets, in a real Chromium: first contentful paint and interaction to next paint by its own
 * tracing, the scripts that come before anybody does anything, and what the page weighs after 1,000 live updates.
 */
export async function webBench({ n, quick }: Sizes): Promise<void> {
  say(`SQLite, one process, ${figure(n)} tickets\n${machine()}`)
  const webRoot = await builtPage()
  const server = start('api-server.ts', [String(n), '', webRoot])
  const opened = await openBrowser()
  try {
    if ('impossible' in opened) throw new Error(opened.impossible)
    const { browser } = opened
    say(`Chromium ${browser.version()}\n`)
    const { url, administrator } = await ready(server, n)
    const context = await enter(browser, url, administrator!)
    const place = { browser, url, webRoot, context }
    const credentials = administrator!
    const loads = quick ? 3 : 10
    const rows = [['in Chromium', 'median', 'worst', 'goal', '']]
    rows.push(...(await painted(place, credentials, loads)))
    rows.push(...(await used(place, { n, quick })))
    rows.push(...(await updated(place, quick ? UPDATES / 5 : UPDATES)))
    say(table(rows))
  } finally {
    if ('browser' in opened) await opened.browser.close()
    await ended(server)
  }
}

/** Loads with nothing in the cache, as fast as this machine is and `SLOWED`; then the scripts of one such load. */
async function painted({ browser, url, webRoot }: Place, who: { name: string; password: string }, loads: number) {
  const rows: string[][] = []
  let scripts = { bytes: 0, count: 0 }
  for (const slower of [1, SLOWED]) {
    const paints: number[] = []
    const lists: number[] = []
    for (let i = 0; i < loads; i++) {
      const context = await enter(browser, url, who)
      const page = await context.newPage()
      const loaded = scriptsOf(page, webRoot)
      const cdp = await context.newCDPSession(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
      const began = performance.now()
      const trace = await traced(browser, page, async () => {
        await page.goto(url + LIST)
        await page.locator('[data-ticket]').first().waitFor()
        lists.push(performance.now() - began)
        await sleep(500)
      })
      paints.push(firstPaint(trace, url))
      scripts = { bytes: loaded.bytes(), count: loaded.count() }
      await context.close()
    }
    const how = slower === 1 ? '' : `, CPU ${slower} times slower`
    const goal = slower === 1 ? GOALS.paint : undefined
    rows.push(line(`first contentful paint, ms${how}`, paints, goal), line(`the first ticket stands, ms${how}`, lists))
  }
  const { bytes, count } = scripts
  const kilo = (bytes / 1_024).toFixed(0)
  rows.push([`initial JavaScript, kB gzip, ${count} files`, kilo, '', '< 350', verdict(bytes < GOALS.script)])
  return rows
}

/** What a person does in a list that holds all tickets. */
async function used({ browser, url, context }: Place, { n, quick }: Sizes): Promise<string[][]> {
  const page = await context.newPage()
  await page.goto(url + LIST)
  await page.locator('[data-ticket]').first().waitFor()
  const listed = await loadAll(page, n)
  say(`${figure(listed)} tickets are listed`)
  const times = quick ? 5 : 20
  const rows: string[][] = []
  for (const [name, act] of Object.entries(ACTS)) {
    const trace = await traced(browser, page, async () => {
      for (let i = 0; i < times; i++) {
        await act(page, i)
        await sleep(150)
      }
      await sleep(500) // the last one's paint
    })
    const took = interactions(trace)
    if (took.length === 0) throw new Error(`Chromium traced no interaction of "${name}"`)
    rows.push(line(`to next paint, ms: ${name}`, took, GOALS.interaction))
  }
  await page.close()
  return rows
}

const ACTS: Record<string, (page: Page, i: number) => Promise<void>> = {
  'the next row (j)': page => page.keyboard.press('j'),
  'the row before (k)': page => page.keyboard.press('k'),
  'a ticket opened': async (page, i) => {
    await page
      .locator('[data-ticket]')
      .nth(i % 5)
      .click()
  },
  'a tab chosen': async (page, i) => {
    const tabs = page.getByRole('tab')
    await tabs.nth(i % 2 === 0 ? 0 : (await tabs.count()) - 1).click()
  },
  'a letter searched': async page => {
    await page.getByRole('textbox', { name: '搜索留言、编号、账号' }).press('a')
  }
}

/** Scrolls until the whole list is there; answers how many it is. */
async function loadAll(page: Page, n: number): Promise<number> {
  /** Rows out of sight are taken away, their chunks stay. */
  const listed = () =>
    page.evaluate(() => {
      const chunks = [...document.querySelectorAll<HTMLElement>('[data-chunk]')]
      return Number(chunks.at(-1)?.dataset.chunk ?? 0) + (chunks.at(-1)?.querySelectorAll('[data-ticket]').length ?? 0)
    })
  let before = -1
  for (let quiet = 0; quiet < 50; ) {
    await page.evaluate(() => {
      let pane: HTMLElement | null = document.querySelector('[data-ticket]')
      while (pane && pane.scrollHeight <= pane.clientHeight + 1) pane = pane.parentElement
      pane?.scrollTo({ top: pane.scrollHeight })
      const more = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '加载更多')
      more?.click()
    })
    await sleep(100)
    const now = await listed()
    if (now >= n) return now
    quiet = now === before ? quiet + 1 : 0
    before = now
  }
  return before
}

/** Other people work on tickets that somebody has in sight. */
async function updated({ url, context }: Place, updates: number): Promise<string[][]> {
  const page = await context.newPage()
  await page.goto(url + LIST)
  await page.locator('[data-ticket]').first().waitFor()
  const cdp = await context.newCDPSession(page)
  const came = await countLive(cdp)
  const tickets = await someTickets(context, url)
  await tag(context, url, tickets, [0, updates / 4]) // what a page learns once
  await caughtUp(came, updates / 4)
  const before = await weigh(cdp)
  await tag(context, url, tickets, [updates / 4, updates / 4 + updates])
  await caughtUp(came, updates / 4 + updates)
  const after = await weigh(cdp)
  await page.close()
  return [...grown(before, after, updates)]
}

const MB = 2 ** 20

function grown(before: Weight, after: Weight, updates: number): string[][] {
  const more = after.heap - before.heap
  const code = after.code - before.code
  const kept = more - code
  const fine = kept < before.heap * 0.02
  const nodes = after.nodes - before.nodes
  return [
    [`heap after ${figure(updates)} live updates, MB`, (after.heap / MB).toFixed(1), '', '', ''],
    ['of that grown, kB', (more / 1_024).toFixed(0), '', '', ''],
    ['of that compiled code of the engine, kB', (code / 1_024).toFixed(0), '', '', ''],
    ['what the page keeps of them, kB', (kept / 1_024).toFixed(0), '', '< 2 %', verdict(fine)],
    ['nodes grown', figure(nodes), '', '< 1 %', verdict(nodes < before.nodes * 0.01)]
  ]
}

async function someTickets(context: BrowserContext, url: string): Promise<TicketRow[]> {
  const answer = await context.request.get(`${url}/api/tickets?sort=newest&atMost=${UPDATED}`)
  return ((await answer.json()) as TicketList).rows
}

/** Tags come and go, so that no ticket grows; the updates from one number to another. */
async function tag(
  context: BrowserContext,
  url: string,
  tickets: readonly TicketRow[],
  [from, to]: readonly [from: number, to: number]
): Promise<void> {
  for (let i = from; i < to; i++) {
    const { id, lastTurn } = tickets[i % tickets.length]!
    const on = Math.floor(i / tickets.length) % 2 === 0
    const answer = await context.request.post(`${url}/api/tickets/${encodeURIComponent(id)}/tags`, {
      data: on ? { add: ['忙'] } : { remove: ['忙'] },
      headers: { origin: url, 'idempotency-key': randomUUID(), 'if-match': String(lastTurn) }
    })
    if (!answer.ok()) throw new Error(`A tag was refused: ${await answer.text()}`)
  }
}

async function caughtUp(came: () => number, n: number): Promise<void> {
  const late = performance.now() + 60_000
  while (came() < n) {
    if (performance.now() > late) throw new Error(`Of ${figure(n)} updates ${figure(came())} came within a minute`)
    await sleep(100)
  }
  await sleep(2_000) // what it gathers is drawn
}

function line(name: string, values: readonly number[], goal?: number): string[] {
  const sorted = values.toSorted((a, b) => a - b)
  const worst = sorted.at(-1)!
  const told = goal === undefined ? ['', ''] : [`< ${figure(goal)}`, verdict(worst < goal)]
  return [name, figure(sorted[Math.floor(sorted.length / 2)]!), figure(worst), ...told]
}

const say = (text: string) => process.stdout.write(`${text}\n`)
