import axeCore, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** `rules`: these only. `within`: a selector, for a part of the page. */
export type AxeChoice = { rules?: readonly string[]; within?: string }

/** Breaches of WCAG 2.2 AA on the page as it stands, a readable line for each element; empty when there are none. */
export async function axe(page: Page, { rules, within }: AxeChoice = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  await page.evaluate(() => {
    for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish()
  }) // else colours are judged on their way from one to another
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: AA }
  const found = (await page.evaluate(
    ([context, options]) => {
      const { axe } = window as unknown as { axe: typeof axeCore }
      return axe.run(context ?? document, options as object)
    },
    [within, { runOnly, resultTypes: ['violations'], preload: false, iframes: false, elementRef: false }] as const
  )) as AxeResults
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
      return `${id}: ${help} at ${target.join(' ')}: ${why} ${html.slice(0, 160)}`
    })
  )
}
