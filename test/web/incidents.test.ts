import { ticketId } from '@huiyin/domain/ids.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { claimMembers } from '@huiyin/ports/incidents.ts'
import t, { type Test } from 'tap'
import { hearFortnight, NO_WATER } from '../journeys/burst.ts'
import { until } from '../journeys/house.ts'
import { movableClock } from '../journeys/office.ts'
import { raise } from './raise.ts'
import { axe, go, openWorld, picture, settled, type World } from './world.ts'

const WATER = { id: 'water', phrase: '东风小区停水', grew: [12, 18, 31, 44] }
const GAS = { id: 'gas', phrase: '城南煤气泄漏', grew: [10, 24, 60, 118], safety: true }
const LAMPS = { id: 'lamps', phrase: '青禾大道路灯', grew: [11] }

async function openBoard(t: Test) {
  const world = await openWorld(t)
  if (!world) return
  for (const one of [WATER, GAS, LAMPS]) await raise(world, one)
  return world
}

const stateOf = async (world: World, id: string) => (await (await world.client('head'))('GET', `/incidents/${id}`)).body

t.test('the board of incidents', async t => {
  const world = await openBoard(t)
  if (!world) return
  const page = await world.page('head', { view: 'incidents' })

  await t.test('shows the gravest first, in columns by level, each with words, numbers and what is due', async t => {
    await page.locator('[data-incident=gas]').waitFor()
    const grave = page.locator('[data-column=red] [data-incident=gas]')
    t.match(await grave.innerText(), /处置中[\s\S]*城南煤气泄漏[\s\S]*118[\s\S]*5小时内发布权威信息[\s\S]*剩/)
    t.match(await page.locator('[data-column]').first().innerText(), /^特别重大·红/)
    t.equal(await page.locator('[data-incident]').count(), 3)
    t.equal(await grave.locator('svg[role=img] title').textContent(), '评论由 10 条增至 118 条')
    await picture(page, 'incidents-board')
    t.same(await axe(page), [])
  })

  await t.test('is narrowed by the address alone, and a link shows another person the same', async t => {
    await go(page, 'incidents', { level: 'red' })
    await page.locator('[data-incident=lamps]').waitFor({ state: 'detached' })
    t.equal(await page.locator('[data-incident]').count(), 1)
    await go(page, 'incidents', { by: 'state', show: 'all' })
    t.equal(await page.locator('[data-column=open] [data-incident]').count(), 3)
    await go(page, 'incidents')
  })

  await t.test('keeps the comments that one has gone through when something happens', async t => {
    const { store, clock } = world.house
    const { platform, account } = world.posts[1]!
    const said = Array.from({ length: 120 }, (_, i) => {
      const native = `m${String(i).padStart(3, '0')}`
      const of = { platform, account, post: 'p9', root: native, comment: native } as const
      return comment({ ...of, publishedAt: clock.now() - (i + 1) * 60_000, text: `${WATER.phrase}，${i}号楼` })
    })
    await store.comments.putEach(said.map(document => ({ document })))
    const plain = { sentiment: 'negative', level: 'blue', urgent: false } as const
    const members = said.map(one => ({
      ...{ ...plain, comment: one.id, publishedAt: one.publishedAt, platform, account },
      ticket: ticketId(one)
    }))
    await claimMembers(store.records, WATER.id, members)
    await store.records.refresh()
    const page = await world.page('head', { view: 'incidents', params: { open: WATER.id, part: 'members' } })
    const cards = page.locator('[data-comment]')
    for (let tries = 0; (await cards.count()) < 120 && tries < 40; tries++) {
      await cards.last().scrollIntoViewIfNeeded()
      await settled(page)
    }
    t.equal(await cards.count(), 120)
    await page.evaluate(() => {
      const fewest = { seen: 999 }
      Object.assign(globalThis, { fewest })
      new MutationObserver(() => {
        fewest.seen = Math.min(fewest.seen, document.querySelectorAll('[data-comment]').length)
      }).observe(document.body, { childList: true, subtree: true })
    })
    const renewed = page.waitForResponse(
      answer => answer.url().includes('/members?') && answer.url().includes('after=')
    )
    await page.getByRole('button', { name: '静默', exact: true }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await renewed
    await settled(page)
    t.ok((await page.evaluate(() => (globalThis as unknown as { fewest: { seen: number } }).fewest.seen)) >= 120)
    await page.context().close()
  })

  await t.test('renews by itself, and moves nothing before one asks for it', async t => {
    await page.locator('[data-incident=lamps]').waitFor()
    await raise(world, { id: 'school', phrase: '实验小学食堂', grew: [14] })
    const asks = page.getByRole('button', { name: '有 1 处变化' })
    await asks.waitFor()
    t.equal(await page.locator('[data-incident=school]').count(), 0)
    await asks.click()
    await page.locator('[data-incident=school]').waitFor()
    t.equal(await asks.count(), 0)
  })

  await t.test('opens one at the right: what it is and why it was raised, in sentences', async t => {
    await page.getByRole('link', { name: GAS.phrase }).click()
    const sheet = page.getByRole('region', { name: '舆情事件' }).last()
    await sheet.getByText('为什么立为事件').waitFor()
    t.match(await sheet.innerText(), /网友在 2 个账号下发表 118 条评论，谈的是“城南煤气泄漏”；80% 为负面/)
    t.match(await sheet.innerText(), /10 分钟内出现 10 条说同一件事的评论，按账号平时的节奏约有 0.6 条，是平时的 17 倍/)
    await page.mouse.move(0, 0)
    await picture(page, 'incident-overview')
    t.same(await axe(page), [])
  })
})

t.test('an incident on a phone, by night and in English', async t => {
  const world = await openBoard(t)
  if (!world) return
  const phone = await world.page('leader', {
    view: 'incidents',
    ...{ size: 'phone', language: 'en', theme: 'dark' }
  } as const)
  await phone.locator('[data-incident=gas]').waitFor()
  await picture(phone, 'incidents-phone-english-dark')
  await go(phone, 'incidents', { open: 'gas' })
  await phone.getByText('Why it was raised').waitFor()
  await picture(phone, 'incident-phone-english-dark')
  t.same(await axe(phone), [])
  await go(phone, 'incidents', { open: 'gas', part: 'timeline', n: '1' })
  await phone.getByText('Step 1').waitFor()
  await picture(phone, 'incident-replay-phone-english-dark')
  t.same(await axe(phone), [])
  const night = await world.page('head', { view: 'incidents', theme: 'dark', params: { open: 'gas', part: 'plan' } })
  await night.getByText('任务清单').waitFor()
  await picture(night, 'incident-plan-dark')
  t.same(await axe(night), [])
})

t.test('a rising incident, from the burst to its report', async t => {
  const clock = movableClock()
  const folder = t.testdir()
  await hearFortnight(folder, clock.now())
  const world = await openWorld(t, { folder, clock })
  if (!world) return
  const { control } = world.simulator
  const { id: post, account } = world.posts.find(({ platform }) => platform === 'weibo')!
  const of = { platform: 'weibo', account, post } as const
  for (const [i, { id: as }] of control.people.slice(0, 24).entries())
    control.postComment({ ...of, as, text: `${NO_WATER[i % NO_WATER.length]}，${i}号楼` })
  const head = await world.client('head')
  const rows = async () => (await head('GET', '/incidents')).body.rows
  const [found] = await until('an incident', rows, ([one]) => (one?.comments ?? 0) >= 10)
  const page = await world.page('head', { view: 'incidents' })
  const leader = await world.page('leader', { view: 'incidents', params: { open: found.id } })
  const editor = await world.page('editor', { view: 'incidents', params: { open: found.id, part: 'statements' } })

  await t.test('is found on the board, with its comments, each of which opens its ticket', async t => {
    await page.locator(`[data-incident="${found.id}"] a`).click()
    await page.getByRole('link', { name: /^评论/ }).click()
    const member = page.locator('[data-comment]').first()
    t.match(await member.innerText(), /东风小区/)
    t.match(await member.getByRole('link', { name: /^工单/ }).getAttribute('href'), /ticket=/)
    await picture(page, 'incident-members')
  })

  await t.test('is given an instruction by the leader, which the editor answers', async t => {
    await leader.getByRole('button', { name: '批示', exact: true }).click()
    await leader.getByLabel('批示内容').fill('请水务局今晚恢复供水，每两小时报告一次。')
    await picture(leader, 'incident-instruct')
    await leader.getByRole('button', { name: '下达批示' }).click()
    await leader.locator('[data-done=false]').waitFor()
    await go(editor, 'incidents', { open: found.id })
    await editor.getByRole('button', { name: '反馈办理情况' }).click()
    await editor.getByRole('textbox', { name: '办理情况' }).fill('水务局已抢修，二十点恢复供水。')
    await editor.getByRole('button', { name: '确定' }).click()
    await editor.locator('[data-done=true]').waitFor()
    await picture(editor, 'incident-instruction')
    const { instructions } = await stateOf(world, found.id)
    t.match(instructions, [{ by: { id: 'zhou' }, done: { by: { id: 'li' }, text: /抢修/ } }])
  })

  await t.test('gets a statement: drafted, approved by a second person, and noted as published', async t => {
    await go(editor, 'incidents', { open: found.id, part: 'statements' })
    await editor.getByRole('button', { name: '起草通报' }).click()
    await editor.getByLabel('标题').fill('关于东风小区停水的说明')
    await editor.getByLabel('正文').fill('东风小区今晚八点恢复供水，给您带来不便深表歉意。')
    await editor.getByRole('button', { name: '确定' }).click()
    await editor.locator('[data-state=drafted]').waitFor()
    await go(page, 'incidents', { open: found.id, part: 'statements' })
    await page.getByRole('button', { name: '批准' }).click()
    await page.locator('[data-state=approved]').waitFor()
    await picture(page, 'incident-statement')
    await page.getByRole('button', { name: '登记发布' }).click()
    await page.getByLabel('链接').fill('https://weibo.com/u/1/x')
    await page.getByRole('button', { name: '确定' }).click()
    await page.locator('[data-state=published]').waitFor()
    const { statements } = await stateOf(world, found.id)
    t.match(statements, [{ state: 'published', by: { id: 'li' }, approved: { by: { id: 'wang' } } }])
  })

  await t.test('has its steps ticked, shows who was told, and is closed when nothing is left', async t => {
    await go(page, 'incidents', { open: found.id, part: 'plan' })
    const open = page.locator('[data-step][data-state=open]')
    for (let left = await open.count(); left > 0; left--) {
      await open.first().getByRole('checkbox').click()
      await open.nth(left - 1).waitFor({ state: 'detached' })
      t.equal(await open.count(), left - 1, 'each tick takes one step away')
    }
    await picture(page, 'incident-plan')
    t.same(await axe(page), [])
    const { procedure } = await stateOf(world, found.id)
    if (procedure === 'major') {
      await page.getByRole('button', { name: '复盘', exact: true }).click()
      for (const what of ['经过', '原因', '措施', '教训']) await page.getByLabel(what).fill('水管老化破裂')
      await page.getByRole('button', { name: '确定' }).click()
      await page.getByLabel('经过').waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: '办结', exact: true }).click()
    await page.getByRole('button', { name: '已回应，网友不再追问' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await until(
      'it is closed',
      () => stateOf(world, found.id),
      ({ state }) => state === 'closed'
    )
  })

  await t.test('replays: the slider shows it as it stood', async t => {
    await until(
      'its history',
      async () => (await head('GET', `/incidents/${found.id}/history`)).body.rows,
      all => all.at(-1)?.type === 'incident.closed'
    )
    await go(page, 'incidents', { open: found.id, part: 'timeline' })
    await page.getByRole('slider').waitFor()
    const then = page.locator('[data-n]')
    await page.locator('[data-event="incident.opened"] button').click()
    await page.locator('[data-n="1"]').waitFor()
    t.match(await page.getByRole('region', { name: '回放' }).innerText(), /0\/5 完成/)
    await picture(page, 'incident-replay')
    await page.getByRole('button', { name: '播放' }).click()
    await page.getByRole('button', { name: '播放' }).waitFor()
    t.match(await then.innerText(), /已办结/)
    t.same(await axe(page), [])
  })

  await t.test('has its report made, and leads to it', async t => {
    await go(page, 'incidents', { open: found.id })
    await page.getByRole('button', { name: '编制专报' }).click()
    const way = page.getByRole('link', { name: '打开专报' })
    await way.waitFor()
    t.match(await way.getAttribute('href'), /view=reports&open=/)
  })
})
