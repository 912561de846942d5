import type { SimComment } from '@huiyin/simulator/things.ts'
import t from 'tap'
import { DAY, MINUTE, openOffice, START } from './house.ts'

const TEXT = '已派人维修，明天亮灯。'

type Office = Awaited<ReturnType<typeof openOffice>>

/** As the original did, of whose sending the copy knows nothing. */
const original = ({ house, offices }: Office, { post, root, id }: SimComment) =>
  house
    .platform({ platform: offices[0]!.platform, account: offices[0]!.id })!
    .reply({ post, root, comment: id }, TEXT, 'reply-of-the-original')

t.test('a restored copy that took over', async t => {
  t.test('does not answer a second time what the original answered after the backup', async t => {
    const here = await openOffice(t, ['weibo'], { adoptedAt: async () => START + DAY })
    const { ticket, written } = await here.asked()
    await here.approve(ticket, TEXT)
    t.match(await original(here, written), { outcome: 'sent' })
    await here.work(START + DAY)
    t.equal((await here.read(ticket)).replies[0]?.state, 'sending', 'claimed, and looked for first')
    await here.until(START + DAY + 3 * MINUTE)
    t.equal((await here.read(ticket)).replies[0]?.state, 'confirmed')
    t.same(here.standing(written), [TEXT], 'once')
  })

  t.test('sends what the original did not, once it was looked for three times over ten minutes', async t => {
    const here = await openOffice(t, ['weibo'], { adoptedAt: async () => START + DAY })
    const { ticket, written } = await here.asked()
    await here.approve(ticket, TEXT)
    await here.work(START + DAY)
    await here.until(START + DAY + 5 * MINUTE)
    t.same(here.standing(written), [])
    await here.until(START + DAY + 30 * MINUTE)
    t.same(here.standing(written), [TEXT])
    t.equal((await here.read(ticket)).replies[0]?.state, 'confirmed')
  })

  t.test('sends at once what was approved since', async t => {
    const here = await openOffice(t, ['weibo'], { adoptedAt: async () => START - DAY })
    const { ticket, written } = await here.asked()
    await here.approve(ticket, TEXT)
    await here.work(here.now())
    t.same(here.standing(written), [TEXT])
  })
})
