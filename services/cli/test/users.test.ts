import { openSignIn } from '@huiyin/api/sign-in/sign-in.ts'
import type { UserBody } from '@huiyin/schemas/user.ts'
import t from 'tap'
import {
  userAddCommand,
  userListCommand,
  userResetCommand,
  userResumeCommand,
  userSuspendCommand
} from '../src/user-command.ts'
import { runHuiyin } from './command.ts'
import { type Office, office } from './house.ts'
import { serve } from './server.ts'

const huiyin = ({ settings }: Office, ...args: string[]) => runHuiyin(settings.data, ...args)
const ADD = ['user', 'add', 'chen.wei', '--name', '陈伟', '--role', 'handler', '--department', '水务局']
const CHEN: UserBody = { id: 'chen.wei', name: '陈伟', roles: ['handler'], department: '水务局' }
const { signal: SIGNAL } = new AbortController()

const passwordIn = (stdout: string) => /with (\S+)\n/.exec(stdout)?.[1] ?? ''

for (const place of ['alone', 'beside a running server']) {
  t.test(`users on the command line, ${place}`, async t => {
    const here = await office(t)
    process.env.HUIYIN_DATA = here.settings.data
    if (place !== 'alone') await serve(t, here)
    const added = await userAddCommand(CHEN, SIGNAL)
    t.match(added, /^水务局陈伟 signs in as chen\.wei with [a-z2-9-]{23}\nIt is shown this once/)
    await t.rejects(userAddCommand(CHEN, SIGNAL), { code: 'USER_EXISTS' })
    t.match(await userListCommand(SIGNAL), /^chen\.wei +陈伟 +handler +水务局 +active \(new password\) +never$/m)
    t.not(passwordIn(await userResetCommand('chen.wei', false, SIGNAL)), passwordIn(added))
    t.match(await userSuspendCommand('chen.wei', '休假', SIGNAL), /^水务局陈伟 cannot sign in any more/)
    t.match(await userListCommand(SIGNAL), /^chen\.wei .* suspended/m)
    t.match(await userResumeCommand('chen.wei', SIGNAL), /can sign in again/)
    await userAddCommand({ id: 'boss', name: '赵宏', roles: ['administrator'] }, SIGNAL)
    await t.rejects(userSuspendCommand('boss', 'x', SIGNAL), { code: 'LAST_ADMINISTRATOR' })
    await t.rejects(userResetCommand('nobody', false, SIGNAL), { code: 'USER_NOT_FOUND' })
  })
}

t.test('a password from the command line lets one in, and nowhere is it kept', async t => {
  const here = await office(t)
  const password = passwordIn((await huiyin(here, ...ADD)).stdout)
  await here.look(async ({ store: { records }, clock, logs: { events }, vault }) => {
    const { enter } = openSignIn({ records, clock, events, vault })
    const { user } = await enter({ name: 'chen.wei', password }, { address: '127.0.0.1' })
    t.match(user, { actor: { department: '水务局' }, mustChange: true, approved: { by: /^cli:/ } })
    t.notOk(JSON.stringify(await records.get('person', 'chen.wei')).includes(password))
  })
})

t.test('a name that nobody can sign in with is refused in words', async t => {
  const here = await office(t)
  process.env.HUIYIN_DATA = here.settings.data
  for (const id of ['Chen', '陈伟', 'a'])
    await t.rejects(userAddCommand({ ...CHEN, id }, SIGNAL), { message: /Expected 2 to 50 lower-case letters/ })
  const { department: _, ...without } = CHEN
  await t.rejects(userAddCommand(without, SIGNAL), { code: 'USER_INVALID', message: /A handler has a department/ })
  const boss = ['user', 'add', 'chen', '--name', '陈伟', '--role', 'boss']
  t.match(await huiyin(here, ...boss), { code: 1, stderr: /Allowed choices are administrator, head/ })
})
