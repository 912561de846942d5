import type { Browser } from 'playwright-core'
import type { Test } from 'tap'
import { openBrowser } from '../../dashboards/web/test/chromium.ts'

export { PATIENCE } from '../../dashboards/web/test/chromium.ts'

/** A browser until the test ends; undefined where there is none, which the test says. On CI there has to be one. */
export async function browserFor(t: Test): Promise<Browser | undefined> {
  const opened = await openBrowser()
  if ('impossible' in opened) {
    if (process.env.CI) throw new Error(opened.impossible)
    t.pass(`not shown: ${opened.impossible}`)
    return undefined
  }
  const { browser } = opened
  t.teardown(() => browser.close())
  return browser
}
