import type { TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import { does, lastReply, ticketFor, ticketUntil } from '../journeys/tickets.ts'
import { WATER } from './people.ts'
import type { World } from './world.ts'

/** What citizens write, one of each kind: every label, from blue to red. */
export const SAYINGS = {
  question: '请问老旧小区加装电梯在哪里申请，需要准备哪些材料？',
  lamp: '请问青禾大道的路灯坏了一周了，什么时候能修好？',
  suggestion: '建议城北公园增设一处公共厕所，老人散步很不方便。',
  complaint: '城南菜市场门口垃圾堆了半个月没人清理，投诉多次都没有处理！',
  flood: '城南小区三号楼门口积水两天没退，老人孩子出行困难，投诉了没人管。',
  noise: '河西路口的工地半夜十二点还在打桩，吵得全楼睡不着，投诉了也没人管。',
  danger: '请问楼道里有煤气味，应该打哪个电话报修？',
  grave: '小区门口的煤气管道被挖断了，煤气味很重，楼里还有老人孩子，快派人来！',
  praise: '今天去办事大厅十分钟就办好了，工作人员很热情，点赞！'
} as const

export type Saying = keyof typeof SAYINGS

/** Those that open a ticket; praise is only read. */
const OWED = ['question', 'lamp', 'suggestion', 'complaint', 'flood', 'noise', 'danger', 'grave'] as const

export const ANSWER = '您好，青禾大道路灯将于明日完成维修，感谢您的反映。'
export const REQUEST = '请今晚抽排并反馈'

export type Seeded = Record<(typeof OWED)[number], TicketRow>

/**
 * A day at the office: citizens have asked, suggested and complained, the question about lamps is answered in place
 * (written by the editor, reviewed by the reviewer), the flood is with the water department. Answers the tickets.
 */
export async function seed(world: World): Promise<Seeded> {
  const [wechat, weibo] = world.posts
  for (const [i, text] of Object.values(SAYINGS).entries()) {
    const { platform, account, id: post } = i % 2 === 0 ? weibo! : wechat!
    world.simulator.control.postComment({ platform, account, post, text })
  }
  const client = await world.client('administrator')
  const rows: [string, TicketRow][] = []
  for (const name of OWED) {
    const at = Object.keys(SAYINGS).indexOf(name) % 2 === 0 ? 'weibo' : 'wechat'
    rows.push([name, await ticketFor(client, SAYINGS[name], at)])
  }
  const tickets = Object.fromEntries(rows) as Seeded
  await answered(world, tickets.lamp.id)
  const editor = await world.client('editor')
  await taken(does(editor, tickets.flood.id, 'dispatches', { department: WATER, request: REQUEST }))
  return tickets
}

/** A citizen writes under the office's post on Weibo; answers their ticket. */
export async function asks(world: World, text: string): Promise<TicketRow> {
  const { platform, account, id: post } = world.posts.find(one => one.platform === 'weibo')!
  world.simulator.control.postComment({ platform, account, post, text })
  return ticketFor(await world.client('administrator'), text, platform)
}

/** Written by the editor, reviewed by the reviewer, sent and read back. */
export async function answered(world: World, id: string, text = ANSWER): Promise<TicketView> {
  const editor = await world.client('editor')
  const reviewer = await world.client('reviewer')
  await ticketUntil(editor, id, 'four eyes', ({ writing }) => !writing.selfReview) // rules for two are read
  const drafted = lastReply(await taken(does(editor, id, 'replies', { text })))
  await taken(does(reviewer, id, `replies/${drafted.id}/review`, { hash: drafted.hash }))
  world.clock.pass(20_000) // the time in which it can be taken back
  return ticketUntil(editor, id, 'the reply is confirmed', ({ replies }) => replies.at(-1)?.state === 'confirmed')
}

/** The body of an answer; throws when it was refused. */
export async function taken(asked: Promise<{ status: number; body: TicketView }>): Promise<TicketView> {
  const { status, body } = await asked
  if (status !== 200) throw new Error(`It was refused: ${status} ${JSON.stringify(body)}`)
  return body
}
