import { HEAD, OPERATOR } from './texts.ts'
import { openTicket, picture, signIn, sits, walks } from './walk.ts'

const STANDS = '您好，情况已收到，正在核实。'
const NEXT = '您好，抢修已完成，16时前全部来水。'

await walks('what is done to comments and replies at the platform', async (t, begin) => {
  t.test('a reply that takes another’s place says so before it is sent, and shows both', async t => {
    const { page, county, complaints } = await begin(t)
    await signIn(page)
    const { id, writing, thread } = county.find('停水通知说')
    county.change(id, 'reply.confirmed', () => ({
      writing: { ...writing, replaces: 'r0' },
      replies: [
        {
          id: 'r0',
          kind: 'holding',
          to: { comment: thread[0]!.id, native: 'c', publishedAt: Date.now() },
          answers: [],
          text: STANDS,
          hash: 'h',
          state: 'confirmed',
          author: OPERATOR,
          draftedAt: Date.now(),
          acceptedAt: Date.now(),
          attempt: 1,
          heldBack: false,
          may: []
        }
      ]
    }))
    await openTicket(page, '停水通知说')
    const note = page.getByRole('region', { name: '发出后会替换现有的回复' })
    t.match(await note.textContent(), `现在显示${STANDS}发出后显示（还没有写）`)
    await page.getByRole('textbox', { name: '回复' }).fill(NEXT)
    await note.getByText(NEXT).waitFor()
    t.same(complaints, [])
  })

  t.test('a comment is elected, and no longer', async t => {
    const { page, county } = await begin(t)
    await signIn(page)
    await openTicket(page, '停水通知说')
    await page.getByRole('button', { name: '设为精选' }).click()
    await page.getByText('已精选').waitFor()
    await page.getByRole('button', { name: '取消精选' }).first().click()
    await page.getByRole('button', { name: '设为精选' }).waitFor()
    t.match(
      county.acts.map(({ path, body }) => [path, body]),
      [
        ['elected', { elected: true }],
        ['elected', { elected: false }]
      ]
    )
  })

  t.test('a comment is removed on a legal ground only, once a second person grants it', async t => {
    const walked = await begin(t)
    const { page, county, complaints } = walked
    await signIn(page)
    await openTicket(page, '停水通知说')
    await page.getByRole('button', { name: '申请删除评论' }).click()
    const form = page.getByRole('form', { name: '申请删除这条评论' })
    t.ok(await form.getByRole('button', { name: '申请删除评论' }).isDisabled(), 'not without a ground')
    await form.getByLabel('法律依据').selectOption('rumour')
    await form.getByLabel('哪些内容、违反哪条').fill('称停水三天，与公告不符')
    await form.getByRole('button', { name: '申请删除评论' }).click()
    await page.getByText('法律依据 散布谣言，扰乱经济和社会秩序').waitFor()
    t.equal(await page.getByRole('button', { name: '同意删除' }).count(), 0, 'who asks does not grant')
    t.match(county.acts[0], { path: 'removals', body: { ground: 'rumour', text: '称停水三天，与公告不符' } })
    await sits(walked, HEAD)
    await picture(page, 'removal')
    await page.getByRole('button', { name: '同意删除' }).click()
    await page.getByText('等待平台处理').waitFor()
    t.equal(county.acts[1]?.path, 'removals/m1/grant')
    t.same(complaints, [])
  })
})
