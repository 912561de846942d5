import type { Actor } from '@huiyin/schemas/actor.ts'
import { ROLES } from '@huiyin/schemas/role.ts'
import t from 'tap'
import { checkMay } from '../src/roles/check-may.ts'
import { mayDo, mayEverywhere, rolesOf } from '../src/roles/may-do.ts'
import { ACTIONS, rowOf } from '../src/roles/table.ts'

const person = (role: string, more: Partial<Actor> = {}): Actor => ({ id: 'li', name: '李静', role, ...more })
const OURS = 'weibo/1001'

t.test('the roles of a person', async t => {
  t.test('are the one that is named, or all that are', async t => {
    t.strictSame(rolesOf(person('editor')), ['editor'])
    t.strictSame(rolesOf(person('auditor', { roles: ['auditor', 'maintainer'] })), ['auditor', 'maintainer'])
  })

  t.test('are three where an earlier version wrote operator', async t => {
    t.strictSame(rolesOf(person('operator')), ['editor', 'collector', 'reviewer'])
  })

  t.test('are handler’s alone in a department, whatever else is named', async t => {
    for (const role of [...ROLES, 'operator'])
      t.strictSame(rolesOf(person(role, { department: '水务局' })), ['handler'], role)
    t.strictSame(rolesOf(person('handler')), [], 'and a handler of no department handles nothing')
  })

  t.test('are none where nobody knows the name', async t => {
    for (const role of ['viewer', 'Administrator', 'system', 'recipient', '__proto__', 'constructor', ''])
      t.strictSame(rolesOf(person(role)), [], role)
  })
})

t.test('somebody without a role has what is their own, and nothing else', async t => {
  t.strictSame(
    ACTIONS.filter(action => mayDo(person('viewer'), action)),
    [
      'session.own',
      'view.own',
      'search.own',
      'letter.receive',
      'register.read',
      'register.appeal',
      'register.evidence',
      'appraisal.read'
    ]
  )
})

t.test('what is of an account is done by those who care for it', async t => {
  const editor = person('editor', { accounts: [OURS] })
  t.ok(mayDo(editor, 'reply.draft', { account: OURS }))
  t.notOk(mayDo(editor, 'reply.draft', { account: 'weibo/2002' }))
  t.ok(mayDo(person('editor'), 'reply.draft', { account: 'weibo/2002' }), 'or by anybody where none are named')
  t.notOk(mayDo(person('editor', { accounts: [] }), 'reply.draft', { account: OURS }))
  t.ok(mayDo(person('administrator', { accounts: [OURS] }), 'reply.draft', { account: 'weibo/2002' }))
  t.notOk(mayEverywhere(editor, 'ticket.read'))
  t.ok(mayEverywhere(person('editor'), 'ticket.read'))
})

t.test('what is with departments is done by their handlers', async t => {
  const handler = person('handler', { department: '水务局' })
  t.ok(mayDo(handler, 'ticket.read', { account: OURS, department: ['住建局', '水务局'] }))
  t.ok(mayDo(handler, 'ticket.read', { department: '水务局' }))
  for (const department of ['住建局', [], ['水务局/一科']]) t.notOk(mayDo(handler, 'ticket.read', { department }))
  t.notOk(mayDo(handler, 'ticket.read', {}), 'what is with nobody is not theirs')
  t.notOk(mayEverywhere(handler, 'ticket.read'))
})

t.test('a program that acts for somebody does no more than it is given', async t => {
  const program = { ...person('head'), only: ['ticket.read'] }
  t.ok(mayDo(program, 'ticket.read'))
  for (const action of ['reply.approve', 'personal.read', 'session.own'] as const)
    t.notOk(mayDo(program, action), action)
  t.notOk(mayDo({ ...person('auditor'), only: ['reply.approve'] }, 'reply.approve'), 'nor than the person may')
})

t.test('what is one’s own is one’s own alone', async t => {
  t.ok(mayDo(person('leader'), 'session.own', { author: 'li' }))
  t.notOk(mayDo(person('leader'), 'session.own', { author: 'wang' }))
})

t.test('the head of a department proposes people for it, and for no other', async t => {
  const head = person('head', { department: '水务局' })
  t.ok(mayDo(head, 'people.propose', { department: '水务局' }))
  t.notOk(mayDo(head, 'people.propose', { department: '住建局' }))
  t.notOk(mayDo(person('handler', { department: '水务局' }), 'people.propose'))
  for (const action of [
    'reply.approve',
    'reply.release',
    'dispatch.rule',
    'case.instruct',
    'template.approve'
  ] as const)
    t.notOk(mayDo(head, action), action)
})

t.test('a refusal names the role, what it may not, and whom to ask', async t => {
  const refusal = (actor: Actor, on?: { account: string }) => () => checkMay(actor, 'reply.approve', on)
  t.throws(refusal(person('editor')), {
    code: 'NOT_ALLOWED',
    message:
      'The role "editor" may not approve an important reply; ask one of 系统管理员 (administrator), 部门负责人 (head of the office)'
  })
  t.throws(refusal(person('head', { accounts: [OURS] }), { account: 'weibo/2002' }), {
    code: 'NOT_ALLOWED',
    message: /"head".*of another account or department/
  })
  t.doesNotThrow(refusal(person('head', { accounts: [OURS] }), { account: OURS }))
})

t.test(
  'an administrator may do whatever is in the table but confirm appraisals, and every action says in two languages what it is',
  async t => {
    for (const action of ACTIONS) {
      // who makes an appraisal does not confirm it
      t.equal(mayDo(person('administrator'), action), action !== 'appraisal.confirm', action)
      const { zh, en } = rowOf(action)
      t.match(zh, /^[\u4e00-\u9fff、]+$/, action)
      t.match(en, /^[a-z][\x20-\x7e’]+$/i, action)
    }
  }
)

t.test('who only reads changes no ticket, no rule and no person', async t => {
  const may = (role: string) => ACTIONS.filter(action => mayDo(person(role), action))
  t.strictSame(
    may('auditor').filter(action => !action.endsWith('.read')),
    [
      'session.own',
      'ticket.attend',
      'ticket.export',
      'view.own',
      'search.own',
      'board.own',
      'letter.receive',
      'register.write',
      'register.appeal',
      'register.evidence',
      'archive.make',
      'archive.destroy',
      'personal.reveal',
      'trail.export'
    ]
  )
  t.strictSame(
    may('leader').filter(action => !action.endsWith('.read')),
    [
      'session.own',
      'ticket.attend',
      'ticket.undo',
      'ticket.export',
      'view.own',
      'case.supervise',
      'case.instruct',
      'search.own',
      'board.own',
      'incident.command',
      'letter.receive',
      'register.appeal',
      'register.evidence',
      'personal.reveal'
    ]
  )
})
