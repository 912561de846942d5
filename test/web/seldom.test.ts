import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { ticketUntil } from '../journeys/tickets.ts'
import { WATER } from './people.ts'
import { answered, asks, SAYINGS } from './seed.ts'
import { go, openWorld, picture, settled } from './world.ts'

const PROPOSED = '您好，路灯将于明日完成维修，感谢您的反映。'

/** An endpoint as OpenAI's that proposes out of the first answer it is told of, and one that takes webhooks. */
async function openBeside(t: Test) {
  const heard: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    if (request.url === '/hook') {
      heard.push(JSON.parse(body).type)
      return response.writeHead(204).end()
    }
    const { sources } = JSON.parse(JSON.parse(body).messages[1].content) as {
      sources: { id: string; kind: string }[]
    }
    const content = `${PROPOSED}[${sources.find(({ kind }) => kind === 'reply')?.id}]`
    response.end(
      JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }] })
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

t.test('what is used now and then', async t => {
  const beside = await openBeside(t)
  const world = await openWorld(t, {
    allowPrivate: ['127.0.0.1'],
    assistantUrl: `${beside.url}/v1/`,
    assistantModel: 'model-1'
  })
  if (!world) return
  const [lamp, noise, question] = [
    await asks(world, SAYINGS.lamp),
    await asks(world, SAYINGS.noise),
    await asks(world, SAYINGS.question)
  ]
  await answered(world, lamp.id)
  const editor = await world.client('editor')

  await t.test('a macro does its steps one after the other on the ticket that is open', async t => {
    const steps = [
      { type: 'tag', add: ['路灯'] },
      { type: 'dispatch', department: WATER, request: '请抽排' }
    ]
    t.equal((await editor('PUT', '/macros/storm', { name: '暴雨积水', steps })).status, 200)
    const page = await world.page('editor', { params: { tab: 'all', ticket: noise.id } })
    await page.keyboard.press('m')
    await page.getByRole('button', { name: /^暴雨积水/ }).click()
    await page.getByText(/^已完成：/).waitFor()
    await picture(page, 'seldom-macro')
    const done = await ticketUntil(editor, noise.id, 'dispatched', ({ dispatches }) => dispatches.length === 1)
    t.same(done.tags, ['路灯'])
    await page.context().close()
  })

  await t.test(
    'a machine proposes words out of an answer that was given, and a person takes them into the box',
    async t => {
      const { id } = await asks(world, '请问青禾大道的路灯坏了，什么时候能修好？')
      const page = await world.page('editor', { params: { tab: 'all', ticket: id } })
      await page.getByRole('button', { name: '机器拟稿' }).click()
      const proposed = page.getByRole('region', { name: '机器拟稿' })
      await proposed.getByText(PROPOSED).waitFor()
      await proposed.getByText(`工单 ${lamp.number} 的答复`).waitFor()
      await picture(page, 'seldom-proposal')
      await proposed.getByRole('button', { name: '放进回复框' }).click()
      t.equal(await page.locator('textarea').first().inputValue(), PROPOSED)
      await page.context().close()
    }
  )

  await t.test('a webhook tells an address of what happens, and its deliveries are listed', async t => {
    const page = await world.page('administrator', { view: 'house', params: { part: 'webhooks', item: '+' } })
    await page.getByLabel('名称', { exact: true }).fill('县融媒')
    await page.getByRole('textbox', { name: '推送地址' }).fill(`${beside.url}/hook`)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText(/hws_/).first().waitFor()
    await settled(page)
    t.equal((await (await world.client('administrator'))('GET', '/webhooks')).body.rows.length, 1)
    await answered(world, question.id, '您好，请到各区住建局窗口申请。')
    const list = page.getByRole('region', { name: '最近的推送' })
    await list.getByRole('row').nth(1).waitFor()
    await picture(page, 'seldom-deliveries')
    t.ok(beside.heard.includes('reply.drafted'), beside.heard.join())
    await page.context().close()
  })
})

t.test('who keeps a house that nobody has set up', async t => {
  const world = await openWorld(t, { bare: true })
  if (!world) return
  const page = await world.page('administrator')
  await page.waitForURL(/view=welcome/)

  await t.test('is led to the first steps, once, and may go elsewhere', async t => {
    await page.getByRole('heading', { name: '初次设置' }).waitFor()
    await go(page, 'house')
    t.equal(new URL(page.url()).searchParams.get('view'), 'house')
    await go(page, 'tickets')
    t.equal(new URL(page.url()).search, '', 'nobody is led there twice')
    await picture(page, 'seldom-led')
  })
})
