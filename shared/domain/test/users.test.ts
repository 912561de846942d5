import type { PasswordHash } from '@huiyin/schemas/sign-in.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import fc from 'fast-check'
import t from 'tap'
import {
  actorFrom,
  approved,
  changed,
  isActive,
  lastSeen,
  left,
  nicknameOf,
  proposedUser,
  reset,
  resumed,
  stateOf,
  suspended,
  withPassword
} from '../src/sign-in/user.ts'

const BY = { by: 'root', at: 1_000 }
const ENDED = { ...BY, why: '休假' }
const hash = (tag: string): PasswordHash => ({
  algorithm: 'argon2id',
  memory: 1,
  passes: 1,
  parallelism: 1,
  nonce: 'n',
  tag
})
const LI = proposedUser({ id: 'li', name: '李静', roles: ['editor'] }, { by: 'zhao', at: 500 })

t.test('somebody who signs in', async t => {
  t.test('is called by department and name', async t => {
    t.equal(nicknameOf(actorFrom('chen', { name: '陈伟', roles: ['handler'], department: '水务局' })), '水务局陈伟')
    t.equal(nicknameOf(LI.actor), '李静')
  })

  t.test('has the first of their roles as the one that is shown', async t => {
    const { role, roles } = actorFrom('li', { name: ' 李静\n', roles: ['editor', 'collector', 'editor'] })
    t.equal(role, 'editor')
    t.same(roles, ['editor', 'collector'])
    t.notOk('roles' in LI.actor, 'not named twice where it is one')
  })

  t.test('has a name that can be read', async t => {
    t.equal(actorFrom('li', { name: ' 李\n静 ', roles: ['editor'] }).name, '李 静')
    t.throws(() => actorFrom('li', { name: ' \t', roles: ['editor'] }), { code: 'USER_INVALID', at: 'body/name' })
  })

  t.test('is let in by another than who proposed them', async t => {
    t.throws(() => approved(LI, { by: 'zhao', at: 1 }, hash('a'), false), { code: 'SECOND_PERSON_NEEDED' })
    t.match(approved(LI, { by: 'zhao', at: 1 }, hash('a'), true), { state: 'active' })
    t.match(approved(LI, BY, hash('a'), false), { state: 'active', mustChange: true, passwordAt: 1_000, approved: BY })
  })

  t.test('of an earlier version is active', async t => {
    const earlier: StoredUser = { actor: LI.actor, password: hash('a') }
    t.equal(stateOf(earlier), 'active')
    t.equal(lastSeen(earlier), undefined)
  })

  t.test('is counted as here from when they were let in or taken up again', async t => {
    const active = approved(LI, BY, hash('a'), false)
    t.equal(lastSeen(active), 1_000)
    t.equal(lastSeen(resumed(suspended(active, ENDED), { by: 'root', at: 9_000 })), 9_000)
  })
})

t.test('what was kept of the passwords before is five at most, the newest first', async t => {
  let user = approved(LI, BY, hash('0'), false)
  for (let n = 1; n < 9; n++) user = withPassword(user, hash(String(n)), n)
  t.equal(user.password?.tag, '8')
  t.same(
    user.earlier?.map(({ tag }) => tag),
    ['7', '6', '5', '4', '3']
  )
})

t.test('who has left keeps nothing that lets one in', async t => {
  const gone = left({ ...approved(LI, BY, hash('a'), false), oidc: { issuer: 'i', sub: 's' } }, ENDED)
  for (const name of ['password', 'earlier', 'oidc', 'secondFactor']) t.notOk(name in gone, name)
})

t.test('whatever is done to somebody, sessions made before never count again, and who has left stays so', async () => {
  const steps: ((user: StoredUser) => StoredUser)[] = [
    user => approved(user, BY, hash('a'), false),
    user => suspended(user, ENDED),
    user => resumed(user, BY),
    user => reset(user, BY, hash('b')),
    user => withPassword(user, hash('c'), 1),
    user => changed(user, { name: '李静', roles: ['auditor'] }),
    user => left(user, ENDED)
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), taken => {
      let user: StoredUser = LI
      for (const step of taken) {
        const before = user
        try {
          user = step(user)
        } catch {
          continue // refused: nothing has changed
        }
        const epoch = (of: StoredUser) => of.epoch ?? 0
        if (epoch(user) < epoch(before)) return false
        if (isActive(before) && !isActive(user) && epoch(user) === epoch(before)) return false
        if (user.password?.tag !== before.password?.tag && epoch(user) === epoch(before)) return false
        if (stateOf(before) === 'left' && isActive(user)) return false
      }
      return true
    })
  )
})
