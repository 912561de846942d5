import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { VIEWS, type View } from '../../dashboards/web/src/data/views.ts'
import { crawl, overheard } from './crawl.ts'
import { tooWide } from './fits.ts'
import { foreignWords } from './foreign-words.ts'
import { furnish } from './furnish.ts'
import { axe, go, openWorld, picture, SIZES, seed, settled, type World } from './world.ts'

const LANGUAGES = ['zh', 'en'] as const
const WIDTHS = [SIZES.small, SIZES.phone] // besides the office PC, in which each view is opened
const CONTRAST = { rules: ['color-contrast'] } // all that differs between the themes

type Found = { axe: string[]; words: string[]; wide: string[] }

/** What is wrong with a view in one language, as it stands, by night, and in smaller windows. */
async function lookAt(page: Page, language: 'zh' | 'en', heard: ReturnType<typeof overheard>): Promise<Found> {
  const whole = language === 'zh' ? {} : CONTRAST
  const found: Found = { axe: await axe(page, whole), words: [], wide: await tooWide(page) }
  found.words = foreignWords(await crawl(page), language, await heard.all())
  await turn(page, 'dark')
  found.axe.push(...(await axe(page, language === 'zh' ? CONTRAST : {})).map(line => `by night: ${line}`))
  await turn(page, 'light')
  for (const size of WIDTHS) {
    await page.setViewportSize(size)
    await settled(page)
    found.wide.push(...(await tooWide(page)))
  }
  await page.setViewportSize(SIZES.desk)
  return found
}

/** The system turns to night or day, and the page follows. It hears of it with the next frame, which a picture asks for. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } })
  await page.waitForFunction(theme => document.documentElement.dataset.theme === theme, colorScheme, { polling: 100 })
}

/** ONLY=overview,mood: those views alone. */
const only = process.env.ONLY?.split(',')

/** What stands open in the view besides its list, where there is something to open. */
type Opened = Partial<Record<View, Record<string, string>>>

async function walk(t: Test, world: World, name: string, opened: Opened = {}): Promise<void> {
  const pages = await Promise.all(
    LANGUAGES.map(async language => {
      const page = await world.page('administrator', { language, view: 'me' })
      return { language, page, heard: overheard(page) }
    })
  )
  for (const { page } of pages) await page.reload()
  const places = [
    ...VIEWS.map(view => ({ view, params: {} })),
    ...Object.entries(opened).map(([view, params]) => ({ view: view as View, params }))
  ]
  for (const { view, params } of places) {
    if (only && !only.includes(view)) continue
    const what = Object.keys(params).length > 0 ? `${view}, one open` : view
    await t.test(`${what}, ${name}`, async t => {
      await Promise.all(
        pages.map(async ({ language, page, heard }) => {
          await go(page, view, params)
          if (process.env.PICTURES)
            await picture(page, `everywhere-${name.replaceAll(' ', '-')}-${what.replaceAll(/\W+/g, '-')}-${language}`)
          const { axe, words, wide } = await lookAt(page, language, heard)
          t.same(axe, [], `${language}: WCAG 2.2 AA by axe-core`)
          t.same(words, [], `${language}: speaks one language`)
          t.same(wide, [], `${language}: fits its window`)
        })
      )
    })
  }
}

t.test('every view, in both languages and both themes', async t => {
  await t.test('of a house where nothing has happened yet', async t => {
    const world = await openWorld(t)
    if (world) await walk(t, world, 'nothing yet')
  })

  await t.test('of a house at work', async t => {
    const world = await openWorld(t)
    if (!world) return
    const tickets = await seed(world)
    await furnish(world)
    await walk(t, world, 'at work', { tickets: { ticket: tickets.flood.id } })
  })
})
