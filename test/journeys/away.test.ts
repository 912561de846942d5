import { randomUUID } from 'node:crypto'
import { engines } from '@huiyin/engines/engines.ts'
import { httpProxy, kafkaProxy } from '@huiyin/engines/fault-proxy.ts'
import t from 'tap'
import { signIn, until } from './house.ts'
import { openOffice } from './office.ts'

const { brokers, elasticsearch, missing } = await engines()

t.test('an engine that is away', { skip: missing ?? false }, async t => {
  const store = await httpProxy({ target: elasticsearch! })
  const log = await kafkaProxy({ target: brokers! })
  const office = await openOffice({
    folder: t.testdir(),
    log: `kafka://${log.address}`,
    store: store.address,
    prefix: `a${randomUUID().slice(0, 8)}`
  })
  t.teardown(async () => {
    await office.close()
    await Promise.all([store.close(), log.close()])
  })
  const client = await signIn(office)
  const [post] = office.posts
  const of = { platform: 'wechat', account: post!.account, post: post!.id } as const
  const ready = async () => (await fetch(`${office.url}/readyz`)).status
  const excerpts = async (): Promise<string[]> =>
    (await client('GET', '/tickets?sort=newest&atMost=50')).body.rows.map(({ excerpt }: { excerpt: string }) => excerpt)

  for (const [name, engine, text] of [
    ['Elasticsearch', store, '请问老旧小区加装电梯去哪里申请？'],
    ['Kafka', log, '请问新生入学报名什么时候开始？']
  ] as const) {
    await t.test(`${name}: readiness says so, and nothing that came meanwhile is lost`, async t => {
      await until('ready', ready, status => status === 200)
      await engine.refuse()
      await until('not ready', ready, status => status === 503)
      office.simulator.control.postComment({ ...of, text })
      await new Promise(resolve => setTimeout(resolve, 4000)) // the collector meets the comment meanwhile
      await engine.accept()
      await until('ready again', ready, status => status === 200)
      const found = await until('the ticket', excerpts, all =>
        all.some(excerpt => text.startsWith(excerpt.slice(0, 10)))
      )
      t.equal(found.filter(excerpt => text.startsWith(excerpt.slice(0, 10))).length, 1)
    })
  }
})
