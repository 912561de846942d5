import t from 'tap'
import { emptyMap, openHouse, signIn } from './house.ts'
import { openOffice } from './talking.ts'

t.test('the directory', async t => {
  t.test('names who can sign in, and the departments', async t => {
    const { house, li } = await openOffice(t)
    const duty = { department: '城管局', contacts: [] }
    await house.store.records.create('duty', { id: 'duty', value: duty })
    await house.readRules()
    const { people, departments } = (await li.get('/api/directory')).json()
    t.same(
      people.map(({ name }: { name: string }) => name),
      ['管理员', '陈伟', '李静', '王敏', '赵宏']
    )
    t.notOk(JSON.stringify(people).includes('password'))
    t.same(departments, ['水务局', '住建局', '城管局'])
  })

  t.test('names classes of departments where the office has not named its own', async t => {
    const { get } = await signIn(await openHouse(t, { map: emptyMap() }))
    t.ok((await get('/api/directory')).json().departments.includes('城乡建设'))
  })
})
