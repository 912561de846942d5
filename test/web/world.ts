import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Start } from '@huiyin/adapters/house.ts'
import { start as analyst } from '@huiyin/analyst/main.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { keepFresh } from '@huiyin/ports/keep-fresh.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Role } from '@huiyin/schemas/role.ts'
import { start as webhooks } from '@huiyin/webhooks/main.ts'
import type { BrowserContext, Page } from 'playwright-core'
import type { Test } from 'tap'
import { builtPage } from '../../dashboards/web/build/page.ts'
import type { View } from '../../dashboards/web/src/data/views.ts'
import { browserFor, PATIENCE } from '../journeys/browser.ts'
import { type Client, signIn } from '../journeys/house.ts'
import { type Office, openOffice } from '../journeys/office.ts'
import { openComplaints } from './complaints.ts'
import { PEOPLE } from './people.ts'
import { settled, watchRequests } from './settled.ts'

export { axe } from './axe.ts'
export { seed } from './seed.ts'
export { settled } from './settled.ts'

const ARTEFACTS = join(import.meta.dirname, '../artefacts')

export const SIZES = {
  /** An office PC. */
  desk: { width: 1366, height: 768 },
  small: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  narrow: { width: 360, height: 740 }
} as const

type Opening = Partial<Omit<Parameters<typeof openOffice>[0], 'webRoot'>> & {
  /** On Kafka and Elasticsearch, where there are any; else in one folder. */
  onEngines?: boolean
  /** What a test provokes: complaints of the browser that match are none. */
  allow?: readonly RegExp[]
}

/** How somebody looks at the page, and at which part of it. */
export type Looking = {
  size?: keyof typeof SIZES
  language?: 'zh' | 'en'
  theme?: 'light' | 'dark'
  view?: View
  params?: Record<string, string>
  /** Another address of the house than its own. */
  at?: string
}

export type World = NonNullable<Awaited<ReturnType<typeof openWorld>>>

/**
 * A house with all its services in this process, over simulated platforms, that serves the page as its sources stand,
 * and a browser for people of every role. All ends with the test, which fails when the browser complained.
 * Undefined where there is no browser, or no engine that was asked for, which the test says.
 */
export async function openWorld(t: Test, { onEngines = false, allow = [], more = [], ...chosen }: Opening = {}) {
  const { complaints, listenTo } = openComplaints(t, allow) // before all that has to be closed: it is asked last
  const browser = await browserFor(t)
  const where = onEngines ? await onTheEngines(t) : {}
  if (!browser || !where) return undefined
  const office = await openOffice({
    ...{ folder: chosen.folder ?? t.testdir(), webRoot: await builtPage(), ...where, ...chosen }, // one with a past stays as it is
    more: [analyst, webhooks, keepsBooks, ...more]
  })
  t.teardown(() => office.close())
  const doors = openDoors(office)

  /** The page of somebody who is signed in; each call is a browser of its own. Close its `context()` to be done early. */
  async function page(role: Role, { at = office.url, view = 'tickets', params, ...looks }: Looking = {}) {
    const { size = 'desk', language = 'zh', theme = 'light' } = looks
    const context = await browser!.newContext({
      viewport: SIZES[size],
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
      colorScheme: theme,
      reducedMotion: 'reduce', // what still moves is missed by a click that lands where it was
      acceptDownloads: true
    })
    context.setDefaultTimeout(PATIENCE)
    t.teardown(() => context.close())
    await doors.enter(context, role)
    const page = await context.newPage()
    watchRequests(page)
    listenTo(page)
    await page.goto(at + addressOf(view, params))
    await page.locator('#app > *').first().waitFor()
    await settled(page)
    return page
  }

  return { ...office, browser, complaints, page, client: doors.client, passwordOf: doors.passwordOf }
}

/** Goes there inside the page, as a click would, and waits until it stands. */
export async function go(page: Page, view: View, params: Record<string, string> = {}): Promise<void> {
  await page.evaluate(
    address => {
      history.pushState(null, '', address)
      dispatchEvent(new PopStateEvent('popstate'))
    },
    addressOf(view, params)
  )
  await settled(page)
}

/** Keeps a picture in test/artefacts for people to look at, once all is drawn. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(ARTEFACTS, { recursive: true })
  await settled(page)
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), animations: 'disabled' })
}

function addressOf(view: View, params: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(view !== 'tickets' && { view }), ...params }).toString()
  return query === '' ? '/' : `/?${query}`
}

const keepsBooks: Start = async ({ map, accounts }, signal) => {
  const fresh = { logger: silent, signal }
  await map.refresh()
  await Promise.all([keepFresh(map, { ...fresh, what: 'map' }), keepFresh(accounts, { ...fresh, what: 'accounts' })])
}

async function onTheEngines(t: Test) {
  const { brokers, elasticsearch, missing } = await engines()
  if (missing) {
    t.pass(`not shown: ${missing}`)
    return undefined
  }
  return { log: `kafka://${brokers}`, store: elasticsearch!, prefix: `w${randomUUID().slice(0, 8)}` }
}

/** Everybody's password, client and session; who was never there is added when they come. */
function openDoors({ url, password, addPerson }: Office) {
  const passwords = new Map<Role, Promise<string>>([['administrator', Promise.resolve(password!)]])
  const clients = new Map<Role, Promise<Client>>()
  const passwordOf = (role: Role) => kept(passwords, role, () => addPerson(PEOPLE[role]))

  /** Asks the api as somebody. */
  const client = (role: Role) =>
    kept(clients, role, async () => signIn({ url, name: PEOPLE[role].id, password: await passwordOf(role) }))

  /** Signs a browser in. */
  const enter = async (context: BrowserContext, role: Role) => {
    const answer = await context.request.post(`${url}/api/session`, {
      data: { name: PEOPLE[role].id, password: await passwordOf(role) },
      headers: { origin: url }
    })
    if (!answer.ok()) throw new Error(`Signing in as ${role} was refused: ${await answer.text()}`)
  }
  return { client, enter, passwordOf }
}

function kept<K, V>(all: Map<K, V>, key: K, make: () => V): V {
  const had = all.get(key)
  if (had !== undefined) return had
  const made = make()
  all.set(key, made)
  return made
}
