import { setTimeout as sleep } from 'node:timers/promises'
import type { Page, Request } from 'playwright-core'
import { PATIENCE } from '../journeys/browser.ts'

const STEP = 40 // ms
const QUIET = 4 // steps in a row in which nothing moved

const flying = new WeakMap<Page, Set<Request>>()

/** Counts from now on what a page asks for; the live view never ends and does not count. */
export function watchRequests(page: Page): void {
  const asked = new Set<Request>()
  flying.set(page, asked)
  page.on('request', request => {
    if (!isLive(request)) asked.add(request)
  })
  page.on('requestfinished', request => asked.delete(request))
  page.on('requestfailed', request => asked.delete(request))
}

const isLive = (request: Request) => new URL(request.url()).pathname === '/api/events'

/** Waits until a page has all that it asked for and nothing in it says that it waits. Throws with what it waits for. */
export async function settled(page: Page): Promise<void> {
  const late = performance.now() + PATIENCE
  for (let quiet = 0; quiet < QUIET; ) {
    await sleep(STEP)
    const waits = await waitsFor(page)
    quiet = waits.length === 0 ? quiet + 1 : 0
    if (waits.length > 0 && performance.now() > late) throw new Error(`The page waits for ${waits.join(', ')}`)
  }
}

async function waitsFor(page: Page): Promise<string[]> {
  const asked = [...(flying.get(page) ?? [])].map(request => new URL(request.url()).pathname)
  if (asked.length > 0) return asked
  return page.evaluate(() => {
    const moving =
      '.ant-skeleton-active, .ant-spin-spinning, [aria-busy=true], [class*="-appear-active"], [class*="-enter-active"]'
    const seen = [...document.querySelectorAll<HTMLElement>(moving)].filter(one => one.checkVisibility())
    return [
      ...seen.map(({ className }) => `.${className}`),
      ...(document.fonts.status === 'loading' ? ['its fonts'] : [])
    ]
  })
}
