import type { TicketList, TicketRow } from '@huiyin/schemas/api.ts'
import type { Page } from 'playwright-core'
import t from 'tap'
import { WATER } from '../../web/people.ts'
import { openWorld, picture, type World } from '../../web/world.ts'
import { until } from '../house.ts'
import { ticketUntil, view } from '../tickets.ts'
import { press, pressToWrite, rowWithKeys, tabTo } from './keys.ts'

const PLACES = ['东门街', '西河路', '南湖小区', '北山巷', '和平路', '长青里', '建设街', '书院巷', '铁东路', '花园里']
const TEXTS = PLACES.flatMap(place => [
  `建议在${place}增设一处公共自行车站点，方便大家出行。`,
  `请问${place}的老房子加装电梯怎么申请，需要带什么材料？`,
  `投诉${place}路口的井盖坏了没有人修，打电话也不管。`
])
const ANSWER = '您好，请到政务大厅2楼住建窗口申请，需带身份证、房产证和申请表。'

type Act = 'dismiss' | 'take' | 'correct' | 'dispatch' | 'reply'

/** What an operator makes of the ticket that has the keys, by what it says. */
function actFor({ excerpt }: TicketRow): Act {
  const at = PLACES.findIndex(place => excerpt.includes(place))
  if (excerpt.startsWith('建议')) return 'take'
  if (excerpt.startsWith('投诉')) return at < 5 ? 'dispatch' : 'correct'
  return at < 3 ? 'reply' : 'dismiss'
}

const DOES: Record<Act, (page: Page) => Promise<void>> = {
  dismiss: async page => {
    await pressToWrite(page, 'x')
    await page.keyboard.type('已列入明年计划，统一答复')
    await press(page, 'Enter')
  },
  take: page => press(page, 't'),
  correct: page => press(page, '1'),
  dispatch: async page => {
    await pressToWrite(page, 'd')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(WATER)
    await tabTo(page, /^要部门做什么/)
    await page.keyboard.type('请今天内更换井盖并反馈')
    await press(page, 'Control+Enter')
  },
  reply: async page => {
    await pressToWrite(page, 'r')
    await page.keyboard.type(ANSWER)
    await press(page, 'Control+Enter')
  }
}

const isDone: Record<Act, (ticket: Awaited<ReturnType<typeof view>>) => boolean> = {
  dismiss: ({ status }) => status === 'dismissed',
  take: ({ acknowledgedBy }) => acknowledgedBy === '李静',
  correct: ({ corrected }) => corrected?.label === 'inquiry',
  dispatch: ({ dispatches }) => dispatches[0]?.department === WATER,
  reply: ({ replies }) => replies.length === 1
}

async function thirtyTickets(world: World): Promise<TicketRow[]> {
  const { control } = world.simulator
  const [wechat, weibo] = world.posts
  for (const [i, text] of TEXTS.entries()) {
    const { platform, account, id: post } = i % 2 === 0 ? weibo! : wechat!
    control.postComment({ platform, account, post, text, as: control.people[i]!.id })
  }
  const admin = await world.client('administrator')
  const found: TicketList = await until(
    'thirty tickets',
    async () => (await admin('GET', '/tickets?sort=newest&atMost=100')).body,
    ({ rows }) => rows.length === TEXTS.length
  )
  return found.rows
}

/** An operator's day, of either world. */
export function operatorsDay(name: string, onEngines: boolean) {
  t.test(`an operator’s day, ${name}`, async t => {
    const world = await openWorld(t, { onEngines })
    if (!world) return
    const [editor] = await Promise.all([world.client('editor'), world.client('reviewer')])
    const rows = await thirtyTickets(world)
    const acts = new Map(rows.map(row => [row.id, actFor(row)]))
    const page = await world.page('editor')
    await page.locator('[data-ticket]').first().waitFor()

    await t.test('goes through thirty tickets by keyboard alone, and takes back what was a mistake', async t => {
      const met = new Set<string>()
      const mistaken = [...acts].find(([, act]) => act === 'dismiss')![0]
      await press(page, 'j')
      while (met.size < rows.length) {
        const id = await rowWithKeys(page)
        if (id === undefined || met.has(id)) throw new Error(`After ${met.size} tickets the keys are at ${id}`)
        const act = acts.get(id)!
        await DOES[act](page)
        await ticketUntil(editor, id, act, isDone[act])
        if (id === mistaken) {
          await press(page, 'u')
          await ticketUntil(editor, id, 'open again', ({ status }) => status === 'open')
          await DOES[act](page)
          await ticketUntil(editor, id, act, isDone[act])
        }
        met.add(id)
        if (met.size === 12) await picture(page, 'operator-triage')
        if (met.size < rows.length) await press(page, 'j')
      }
      t.equal(met.size, 30)
    })

    await t.test('has the replies reviewed by a colleague, also by keys, and sees them confirmed', async t => {
      const reviewer = await world.page('reviewer', { view: 'reviews' })
      const waiting = reviewer.locator('[data-review]')
      const drafts = [...acts].filter(([, act]) => act === 'reply').map(([id]) => id)
      t.equal(await waiting.count(), drafts.length)
      await press(reviewer, 'j', 'Enter')
      for (let left = drafts.length; left > 0; left--) {
        await press(reviewer, 'a')
        await reviewer.waitForFunction(n => document.querySelectorAll('[data-review]').length < n, left)
      }
      await picture(reviewer, 'operator-reviewed')
      world.clock.pass(20_000) // the time in which they can be taken back
      for (const id of drafts) {
        const done = await ticketUntil(editor, id, 'confirmed', ({ replies }) => replies[0]?.state === 'confirmed')
        t.match(done, { status: 'answered', replies: [{ author: { id: 'li' }, reviewedBy: { id: 'zhao' } }] })
      }
      await until<TicketList>(
        'what is answered has left the list', // a search engine shows it there for a moment
        async () => (await editor('GET', '/tickets?status=open&sort=due&atMost=100')).body,
        ({ rows }) => rows.every(({ id }) => !drafts.includes(id))
      )
    })

    await t.test('dismisses several at once, tried first, and takes all of it back', async t => {
      await page.goto(`${world.url}/?label=inquiry`)
      await page.locator('[data-ticket]').first().waitFor()
      await press(page, 'j', ' ', 'Shift+J', 'Shift+J')
      const chosen = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-selected=true] [data-ticket]')].map(
          one => one.dataset.ticket!
        )
      )
      t.equal(chosen.length, 3)
      await pressToWrite(page, 'x')
      await tabTo(page, /理由|原因/)
      await page.keyboard.type('同一政策已统一发布解读')
      await tabTo(page, /^先试算$/)
      await press(page, 'Enter')
      await page.getByText('试算结果').waitFor()
      t.same(
        (await Promise.all(chosen.map(id => view(editor, id)))).map(({ status }) => status),
        ['open', 'open', 'open']
      )
      await picture(page, 'operator-bulk')
      await tabTo(page, /^对 \d+ 条执行$/)
      await press(page, 'Enter')
      await page.getByText('已完成').waitFor()
      for (const id of chosen) await ticketUntil(editor, id, 'dismissed', ({ status }) => status === 'dismissed')
      await tabTo(page, /^全部撤销/)
      await press(page, 'Enter')
      for (const id of chosen) await ticketUntil(editor, id, 'open again', ({ status }) => status === 'open')
      await picture(page, 'operator-bulk-undone')
    })
  })
}
