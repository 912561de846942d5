import { dispatch as send, unlinkDispatch, withdrawDispatch } from '@huiyin/domain/cases/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import { openDispatchLinks } from '@huiyin/ports/dispatch-links.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Alert } from '@huiyin/schemas/alert.ts'
import type { Person } from '@huiyin/schemas/person.ts'
import t from 'tap'
import { handling } from '../src/handling.ts'
import { LI, office } from './office.ts'

const person = (id: string, department: string): Person => ({ id, name: '陈伟', department, contacts: [], leave: [] })
const PEOPLE = {
  persons: [person('chen', '水务局'), person('sun', '住建局'), person('user', '水务局')],
  departments: [{ department: '水务局', contacts: [{ channel: 'smtp', address: 'zhiban@shuiwu.gov.cn' }] }],
  rosters: [],
  channels: ['smtp'],
  ladders: []
}
const CHEN = { channel: 'smtp', address: 'chen@shuiwu.gov.cn', person: 'chen' }
const DUTY = { channel: 'smtp', address: 'zhiban@shuiwu.gov.cn' }

async function dispatched() {
  const { desk, store, arrives } = office()
  const { records } = store
  const id = await arrives(1)
  const { lastTurn } = (await desk.tickets.get(id))!.document
  const ticket = await act(
    desk,
    id,
    send({ actor: LI, id: 'd', seen: lastTurn, department: '水务局', request: '请抽排' })
  )
  const { id: dispatch } = ticket.dispatches[0]!
  const leg = ticket.clocks.find(({ kind }) => kind === 'leg')!
  await records.create('person', { id: 'user', value: { actor: { id: 'user', name: '陈伟', role: 'handler' } } })
  const alert = { id: 'a', ticket: id, number: ticket.number, clock: leg.id, kind: 'warn' } as Alert
  const handle = handling({ desk, records, people: () => PEOPLE, logger: silent }, 'https://huiyin.example/')!
  const linksOf = async () => (await desk.tickets.get(id))!.document.dispatches[0]!.links ?? []
  return { desk, records, id, dispatch, alert, handle, linksOf }
}

t.test('an alert about a department’s clock', async t => {
  t.test('carries a link to the dispatch for a person and for the duty desk of that department', async t => {
    const { records, id, dispatch, alert, handle, linksOf } = await dispatched()
    const address = await handle(alert, CHEN)
    t.match(address, /^https:\/\/huiyin\.example\/d\/[\w.-]{45}$/)
    t.match(await openDispatchLinks(records).resolve(address!.split('/d/')[1]!), { ticket: id, dispatch })
    t.match(await handle(alert, DUTY), /\/d\//)
    t.match(await linksOf(), [{ to: '水务局 陈伟', by: { id: 'system:alerter' } }, { to: '水务局值班' }])
  })

  t.test('carries the same however often it is told', async t => {
    const { alert, handle, linksOf } = await dispatched()
    const first = await handle(alert, CHEN)
    t.equal(await handle({ ...alert, id: 'b', kind: 'breach' }, CHEN), first)
    t.equal((await linksOf()).length, 1)
  })

  t.test('carries none for who can sign in, is of another department, or is a group', async t => {
    const { alert, handle, linksOf } = await dispatched()
    for (const recipient of [
      { ...CHEN, person: 'user' },
      { ...CHEN, person: 'sun' },
      { channel: 'smtp', address: 'other@example.com' },
      { channel: 'wecom' }
    ])
      t.equal(await handle(alert, recipient), undefined)
    t.equal(await handle({ ...alert, clock: 'first-1' }, CHEN), undefined)
    t.same(await linksOf(), [])
  })

  t.test('carries none once it was revoked, or the dispatch taken back', async t => {
    const { desk, id, dispatch, alert, handle, linksOf } = await dispatched()
    await handle(alert, CHEN)
    const [link] = await linksOf()
    await act(desk, id, unlinkDispatch({ actor: LI, id: 'u', dispatch, link: link!.id }))
    t.equal(await handle(alert, CHEN), undefined)
    await act(desk, id, withdrawDispatch({ actor: LI, id: 'w', dispatch, reason: '派错了' }))
    t.equal(await handle(alert, DUTY), undefined)
  })
})
