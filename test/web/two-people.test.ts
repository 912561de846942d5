import type { Page } from 'playwright-core'
import t from 'tap'
import { view } from '../journeys/tickets.ts'
import { PEOPLE } from './people.ts'
import { asks, SAYINGS } from './seed.ts'
import { openWorld, picture, settled } from './world.ts'

const who = (page: Page) =>
  page
    .locator('header')
    .getByText(/^(李静|赵磊)$/)
    .textContent()

t.test('two people at one browser', async t => {
  const world = await openWorld(t, { allow: [/→ 4(01|09)/, /status of 4(01|09)/] })
  if (!world) return
  const { id } = await asks(world, SAYINGS.question)
  const editor = await world.client('editor')
  const first = await world.page('editor', { params: { tab: 'all', ticket: id } })
  const context = first.context()
  const comes = async (role: 'editor' | 'reviewer') => {
    const data = { name: PEOPLE[role].id, password: await world.passwordOf(role) }
    await context.request.post(`${world.url}/api/session`, { data, headers: { origin: world.url } })
  }

  await t.test('do nothing in each other’s name: the page stops, and shows nothing of who was there', async t => {
    await comes('reviewer') // no tab of this browser knows of it
    await first.getByRole('button', { name: '我来处理' }).click()
    await first.getByRole('heading', { name: '这个浏览器现在由赵磊登录' }).waitFor()
    await picture(first, 'two-people')
    t.equal(await first.locator('[data-ticket]').count(), 0)
    t.notOk((await view(editor, id)).acknowledgedBy, 'nothing was done')
  })

  await t.test('go on as the one who is signed in now, at what everybody may see', async t => {
    await first.getByRole('button', { name: '以赵磊的身份继续' }).click()
    await settled(first)
    t.equal(await who(first), '赵磊')
    t.equal(new URL(first.url()).search, '')
  })

  await t.test('are noticed by the other tabs at once, which come back to whom they were', async t => {
    const second = await context.newPage()
    await second.goto(world.url)
    await second.getByRole('button', { name: '设置' }).click()
    await second.getByRole('button', { name: '退出登录' }).click()
    await first.getByText(/登录已过期/).waitFor()
    await second.getByLabel('用户名').fill(PEOPLE.editor.id)
    await second.getByLabel('密码').fill(await world.passwordOf('editor'))
    await second.getByRole('button', { name: '登录', exact: true }).click()
    await settled(second)
    t.equal(await who(second), '李静')
    await first.getByText('李静').first().waitFor()
    await settled(first)
    t.equal(await who(first), '李静', 'who waits at the door comes in with the one who has signed in')
    await second.close()
  })
})
