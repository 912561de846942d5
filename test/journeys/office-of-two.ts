import { startRobots } from '@huiyin/simulator/robots/robots.ts'
import type { SimComment } from '@huiyin/simulator/things.ts'
import type { Test } from 'tap'
import { signIn } from './house.ts'
import { freePort, movableClock, openOffice } from './office.ts'

export const LI = { id: 'li', name: '李静', role: 'administrator' }
export const OWNER = '城市管理局'
/** Name of the robot's group. */
export const GROUP = '值班群'

/** An office at Weibo in which two people sign in, with a robot in the group of those on duty. */
export async function openOfficeOfTwo(t: Test) {
  const clock = movableClock()
  const robots = await startRobots({ clock })
  t.teardown(() => robots.close())
  const port = await freePort()
  const office = await openOffice({
    folder: t.testdir(),
    clock,
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    channels: [{ name: GROUP, kind: 'wecom', url: robots.addresses.wecom }],
    departments: [{ name: OWNER, classes: ['城乡建设'] }]
  })
  t.teardown(() => office.close())
  const { url, simulator, posts } = office
  const { account, id: post } = posts[1]!
  const of = { platform: 'weibo', account, post } as const
  return {
    office,
    inbox: robots.inbox,
    head: await signIn(office),
    li: await signIn({ url, name: LI.id, password: await office.addPerson(LI) }),
    writes: (text: string): SimComment => simulator.control.postComment({ ...of, text }),
    /** Whether it can be read under the post. */
    stands: (text: string): boolean => simulator.control.standing(of).some(said => said.text.includes(text))
  }
}
