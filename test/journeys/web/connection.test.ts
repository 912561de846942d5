import t from 'tap'
import { openWorld, picture, seed } from '../../web/world.ts'
import { ticketFor, view } from '../tickets.ts'
import { openCable } from './cable.ts'

const ANSWER = '您好，请到一楼大厅3号窗口递交申请，需要身份证和房产证。'
const SECOND = '您好，现场已经设置围挡，抢修队正在清运，今天下午完成。'
const MEANWHILE = '请问新生入学报名什么时候开始，要带哪些材料？'

t.test('the connection cut and back', async t => {
  const world = await openWorld(t)
  if (!world) return
  const tickets = await seed(world)
  const cable = await openCable(t, world.url)
  const client = await world.client('editor')
  const { question, complaint } = tickets
  const page = await world.page('editor', { at: cable.url, params: { ticket: question.id } })
  const box = page.getByRole('textbox', { name: '回复', exact: true })
  const send = page.locator('footer').getByRole('button', { name: /提交(审核|批准)$/ })
  const banner = page.getByText('与服务器的连接已断开，正在重连')
  const again = page.getByRole('button', { name: '用同一请求重试' })
  const repliesOf = async (id: string) => (await view(client, id)).replies.map(({ text }) => text)

  await t.test('is said within seconds, and what one was writing stays', async t => {
    await box.fill(ANSWER)
    cable.cut()
    await banner.waitFor()
    await picture(page, 'connection-cut')
    t.equal(await box.inputValue(), ANSWER)
  })

  await t.test('holds an act up, which says so and waits to be tried again', async t => {
    await send.click()
    await again.waitFor()
    t.same(await repliesOf(question.id), [])
    await picture(page, 'connection-cut-act')
  })

  await t.test('comes back by itself; what was missed is offered, and the act is done once', async t => {
    const { platform, account, id: post } = world.posts[1]!
    world.simulator.control.postComment({ platform, account, post, text: MEANWHILE })
    await ticketFor(client, MEANWHILE, 'weibo')
    cable.mend()
    await banner.waitFor({ state: 'detached' })
    await again.click()
    await page.getByText('由另一人审核后发送').waitFor()
    t.same(await repliesOf(question.id), [ANSWER])
    await page.getByRole('button', { name: /条新工单|列表有更新/ }).click()
    await page
      .locator('[data-ticket]')
      .filter({ hasText: MEANWHILE.slice(0, 10) })
      .waitFor()
    await picture(page, 'connection-back')
  })

  await t.test('may lose the answer to an act: tried again, it is not done twice', async t => {
    await page.locator(`[data-ticket=${JSON.stringify(complaint.id)}]`).click()
    await box.fill(SECOND)
    cable.loseAnswers()
    await send.click()
    await again.waitFor()
    cable.mend()
    await again.click()
    await page.getByText('由另一人审核后发送').waitFor()
    t.same(await repliesOf(complaint.id), [SECOND])
  })
})
