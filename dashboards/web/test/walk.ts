import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { CommentRow } from '@huiyin/schemas/api.ts'
import type { Browser, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { builtPage } from '../build/page.ts'
import { openBrowser, PATIENCE } from './chromium.ts'
import { type County, openCounty } from './county.ts'
import type { Doors } from './staff.ts'

const ARTEFACTS = join(import.meta.dirname, 'artefacts')

export const DESK = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }
export const NARROW = { width: 360, height: 740 }

/** What the browser complained of, without the refusals that a test provokes (401, 409, 503). */
export type Complaints = string[]

export type Walk = { page: Page; county: County; complaints: Complaints; close: () => Promise<void> }

export type Choice = {
  size?: { width: number; height: number }
  locale?: string
  night?: boolean
  path?: string
  comments?: readonly CommentRow[]
  actor?: Actor
  /** With accounts, posts and what waits for somebody. */
  accounts?: boolean
  /** What signing in takes. */
  doors?: Doors
}

/** A fresh county, and a fresh browser in front of it, until the end of the test. */
type Begin = (t: Test, choice?: Choice) => Promise<Walk>

/** Walks over the page as it stands now; skipped, with the reason, where there is no browser. */
export async function walks(name: string, each: (t: Test, begin: Begin) => Promise<void>): Promise<void> {
  const opened = await openBrowser()
  const skip = 'impossible' in opened ? opened.impossible : false
  t.test(name, { skip }, async t => {
    if ('impossible' in opened) return
    t.teardown(() => opened.browser.close())
    const pages = await builtPage()
    await each(t, async (t, choice) => {
      const walked = await walk(opened.browser, pages, choice)
      t.teardown(walked.close)
      return walked
    })
  })
}

async function walk(browser: Browser, pages: string, choice: Choice = {}): Promise<Walk> {
  const {
    size = DESK,
    locale = 'zh-CN',
    night = false,
    path = '/',
    comments = [],
    actor,
    accounts = false,
    doors = {}
  } = choice
  const county = await openCounty(pages, { comments, accounts, doors, ...(actor && { actor }) })
  const context = await browser.newContext({
    ...{ locale, viewport: size, colorScheme: night ? 'dark' : 'light' },
    reducedMotion: 'reduce' // what still moves is missed by a click that lands where it was
  })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const complaints: Complaints = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (!['error', 'warning'].includes(message.type())) return
    if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  await page.goto(county.url + path)
  return {
    page,
    county,
    complaints,
    close: async () => {
      await context.close()
      await county.close()
    }
  }
}

export async function signIn(page: Page, then = '[data-ticket]'): Promise<void> {
  await page.locator('input[autocomplete=username]').fill('li-wen')
  await page.locator('input[type=password]').fill('青石2026')
  await page.locator('button[type=submit]').click()
  await page.locator(then).first().waitFor()
}

/** Opens the ticket of whom these words are. */
export async function openTicket(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().click()
  await page.getByRole('heading', { name: '对话' }).waitFor()
}

/** Somebody else sits there now, before the same ticket. */
export async function sits({ page, county }: Walk, who: Actor): Promise<void> {
  county.becomes(who)
  await page.reload()
  await page.locator('header').getByText(who.name).first().waitFor()
  await page.getByRole('heading', { name: '对话' }).waitFor()
}

/** Keeps a picture for people to look at, once all is drawn. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(ARTEFACTS, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => !document.querySelector('[class*="-appear-active"], [class*="-enter-active"]'))
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), animations: 'disabled' })
}
