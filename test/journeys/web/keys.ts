import type { Page } from 'playwright-core'
import { picture, settled } from '../../web/world.ts'

/** What somebody does without a mouse. */

/** Presses keys one after the other, each once the page has done what the last one asked for. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await settled(page)
  }
}

/** Presses a key that asks for words, and waits until there is a place for them. */
export async function pressToWrite(page: Page, key: string): Promise<void> {
  await press(page, key)
  await page
    .waitForFunction(() => document.activeElement?.matches('input, textarea, select'))
    .catch(async error => {
      await picture(page, 'keys-lost')
      throw error
    })
}

/** Goes with Tab to the control of that name, if it is not there. Throws when two hundred steps do not lead to it. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = []
  for (let step = 0; step < 200; step++) {
    if (step > 0) await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      const label = at?.labels?.[0]?.textContent
      return (at?.ariaLabel ?? label ?? at?.textContent ?? '').trim()
    })
    if (name.test(here)) return
    met.push(here.slice(0, 20))
  }
  throw new Error(`Tab does not lead to ${name}, but to ${[...new Set(met)].join(', ')}`)
}

/** The id of the ticket whose row has the keys. */
export const rowWithKeys = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-ticket]')?.dataset.ticket)
