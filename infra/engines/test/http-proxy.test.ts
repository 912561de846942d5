import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { engines } from '../src/engines.ts'
import { httpProxy } from '../src/fault-proxy.ts'

const { elasticsearch, missing } = await engines()

t.test('a fault proxy before Elasticsearch', { skip: missing ?? false }, async t => {
  t.test('passes on what it is not told to disturb', async t => {
    const { put, get } = await behindProxy(t)
    t.equal((await put('one')).status, 201)
    t.equal((await put('one')).status, 200)
    t.same(await get('one'), { text: 'one' })
  })

  t.test('swallows the answer to a put while the document is there', async t => {
    const { proxy, put, get } = await behindProxy(t)
    proxy.fault({ match: { method: 'PUT', path: /\/_doc\/two/ }, times: 1, fault: 'swallow-close' })
    t.equal((await put('one')).status, 201)
    await t.rejects(put('two'))
    t.same(await get('two'), { text: 'two' })
    t.equal((await put('two')).status, 200, 'what is asked again meets itself')
  })

  t.test('lets a client wait for ever', async t => {
    const { proxy, put, get } = await behindProxy(t)
    proxy.fault({ fault: 'swallow-silence' })
    await t.rejects(put('one', AbortSignal.timeout(1000)), { name: 'TimeoutError' })
    t.same(await get('one'), { text: 'one' })
  })

  t.test('cuts an answer in the middle', async t => {
    const { proxy, put, get } = await behindProxy(t)
    proxy.fault({ times: 1, fault: 'cut' })
    await t.rejects(put('one').then(answer => answer.text()))
    t.same(await get('one'), { text: 'one' })
  })

  t.test('delays an answer', async t => {
    const { proxy, put, get } = await behindProxy(t)
    proxy.fault({ times: 1, fault: 'delay', ms: 300 })
    const answer = put('one')
    while (proxy.counts.faults.delay === 0) await new Promise(setImmediate)
    t.same(await get('one'), { text: 'one' }, 'the store has it before the client knows')
    t.equal((await answer).status, 201)
  })

  t.test('gives the store a request twice, and the client its second answer', async t => {
    const { proxy, put, get } = await behindProxy(t)
    proxy.fault({ match: { method: 'PUT' }, times: 1, fault: 'repeat' })
    t.match(await (await put('one')).json(), { _version: 2, result: 'updated' })
    t.same(await get('one'), { text: 'one' })
    t.match(await (await put('one')).json(), { _version: 3 })
  })

  t.test('refuses connections until told to accept', async t => {
    const { proxy, put } = await behindProxy(t)
    await proxy.refuse()
    await t.rejects(put('one'), { cause: { code: 'ECONNREFUSED' } })
    await proxy.accept()
    t.equal((await put('one')).status, 201)
  })
})

async function behindProxy(t: Test) {
  const index = `engines-proxy-${randomUUID()}`
  const proxy = await httpProxy({ target: elasticsearch! })
  t.teardown(() => fetch(new URL(index, elasticsearch), { method: 'DELETE' }))
  t.teardown(() => proxy.close())
  const address = (base: string, id: string) => new URL(`/${index}/_doc/${id}`, base)
  return {
    proxy,
    put: (text: string, signal?: AbortSignal) =>
      fetch(address(proxy.address, text), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
        signal
      }),
    async get(text: string) {
      const answer = (await (await fetch(address(elasticsearch!, text))).json()) as { _source: unknown }
      return answer._source
    }
  }
}
